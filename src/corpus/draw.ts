import { cutWhole, drawFigure, writeExactly } from './figure.ts';
import type { WrittenFigure } from './figure.ts';
import type { Scene } from './scene.ts';
import type { Outcome, SyntheticFigure } from './template.ts';

/** The figures that a report has told so far, by the codes of their outcomes. */
export type ToldFigures = Map<string, number>;

/** How often a report's own figures do not agree: sums, rates, what is told twice, directions. */
const slip = 0.05;

/** `by` is how far the figure moved, below zero for a fall. */
export type Figures = Record<'written' | 'before', WrittenFigure | undefined> & {
  by: number | undefined;
};

/** The figure of an outcome, with what it was before or how far it moved; none for a statement. */
export function drawFigures(
  scene: Scene,
  { code, figure, parts = [] }: Outcome,
  told: ToldFigures,
): Figures {
  if (!figure) return { written: undefined, before: undefined, by: undefined };
  if (figure.isCarried) return { ...drawCarried(scene, code, figure), before: undefined };
  const written = drawFor(scene, figure, told, parts.length > 0);
  const before = figure.from && drawBefore(scene, figure.from, written.value);
  return { written, before, by: drawMove(scene, figure) };
}

function drawMove({ random }: Scene, { by: move }: SyntheticFigure): number | undefined {
  if (!move) return undefined;
  const by = random.between(...move.range);
  return move.way === 'DECREASE' ? -by : by;
}

/** A figure that moved from that of the year before: a rate by points, all else by so many per cent. */
function drawCarried(scene: Scene, code: string, { unit, range = [1, 9] }: SyntheticFigure) {
  const { now, before } = scene.carried(code, range);
  const past = scene.random.chance(slip) ? Math.round(before * 0.8) : before;
  if (unit === '%') return { written: writeRate(now / 10), by: (now - past) / 10 || 0.1 };
  const percent = Number((((now - past) / past) * 100).toFixed(1));
  return { written: { value: now, words: String(now) }, by: percent || 0.1 };
}

function drawFor(
  { random, facts }: Scene,
  figure: SyntheticFigure,
  told: ToldFigures,
  isWhole: boolean,
) {
  const { fact, shareOf, rateOf, range = [1, 9], rough } = figure;
  const exactly = (value: number) => writeExactly(random, value);
  if (fact) return exactly(facts[fact] + (random.chance(slip / 2) ? 1 : 0));
  if (shareOf !== undefined) {
    const whole = told.get(shareOf) ?? 1;
    const missing = random.chance(0.3) ? 0 : random.between(0, Math.ceil(whole / 12));
    return exactly(Math.max(0, whole - missing) + (random.chance(slip / 4) ? 2 : 0));
  }
  if (rateOf) return writeRate(rateFor(random, rateOf, told));
  if (figure.unit === '%') return writeRate(random.between(range[0] * 10, range[1] * 10) / 10);
  return isWhole ? exactly(random.between(...range)) : drawFigure(random, range, rough);
}

const writeRate = (value: number): WrittenFigure => ({ value, words: String(value) });

function rateFor(
  random: Scene['random'],
  { count, base }: NonNullable<SyntheticFigure['rateOf']>,
  told: ToldFigures,
): number {
  const rate = ((told.get(count) ?? 0) / Math.max(1, told.get(base) ?? 1)) * 100;
  const rounded = Number(rate.toFixed(random.pick([0, 1, 2])));
  return random.chance(slip) ? Math.max(1, Math.floor(rounded) - 1) : rounded;
}

/** The figure before: mostly the larger one, as the verbs tell of what was cut. */
function drawBefore({ random }: Scene, [from, to]: readonly [number, number], value: number) {
  const isSlip = random.chance(slip / 3) && value > 1;
  const before = isSlip ? random.between(1, value - 1) : random.between(from, to);
  return { value: before, words: String(before) };
}

/** The sizes of the parts: they add up to the whole, or one has slipped, or some are not told. */
export function sizesOf(
  { random }: Scene,
  whole: number,
  count: number,
  partial: boolean,
): number[] {
  const sizes = cutWhole(random, whole, partial ? count + 1 : count);
  if (!random.chance(slip)) return sizes;
  const at = random.between(0, count - 1);
  return sizes.map((size, index) => (index === at ? size + random.between(1, 3) : size));
}
