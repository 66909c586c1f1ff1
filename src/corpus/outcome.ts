import type { OutcomeFacts } from './facts.ts';
import { cutWhole, drawFigure, writeExactly } from './figure.ts';
import type { WrittenFigure } from './figure.ts';
import type { Scene } from './scene.ts';
import { periods } from './template.ts';
import type { SyntheticFigure, Outcome, PeriodName } from './template.ts';

/** The figures that a report has told so far, by the codes of their outcomes. */
export type ToldFigures = Map<string, number>;

/** How often a report's own figures do not agree: sums, rates, what is told twice, directions. */
const slip = 0.05;

/**
 * An outcome's words, with its figure in them, and what they state. A period that the words before
 * (`lead`) set goes on, if they are there.
 */
export function tellOutcome(
  scene: Scene,
  outcome: Outcome,
  told: ToldFigures,
  lead: string,
): { words: string; facts: OutcomeFacts } {
  const { code, label, level, period, note, indicator, figure, parts = [], partial } = outcome;
  const carried = figure?.isCarried ? drawCarried(scene, code, figure) : null;
  const written = carried?.written ?? (figure && drawFor(scene, figure, told, parts.length > 0));
  const before = figure?.from && drawBefore(scene, figure.from, written?.value ?? 0);
  const by = carried?.by ?? drawMove(scene, figure);
  const words = withFigures(scene.word(outcome.words), { written, before, by });
  if (written) told.set(code, written.value);
  const facts: OutcomeFacts = {
    code,
    label: scene.wordBoth(label),
    level,
    quote: words,
    ...statedBy(words, figure, { written, before, by }),
    ...(period && `${lead}${words}`.includes(period) && { period: periodOf(scene, period) }),
    ...(indicator && { indicator }),
    ...(note && { note: scene.wordBoth(note) }),
    ...(partial && { partial }),
  };
  const cut = written && parts.length > 0 ? tellParts(scene, outcome, written, facts) : [];
  if (cut.length > 0) facts.parts = cut.map((part) => part.facts);
  const all = [words, ...cut.map((part) => part.words)];
  return { words: all.join(scene.word(',')), facts };
}

/** `by` is how far the figure moved, below zero for a fall. */
type Figures = Record<'written' | 'before', WrittenFigure | undefined> & { by: number | undefined };

/** A wording with its figures in their places. */
const withFigures = (words: string, { written, before, by }: Figures): string =>
  words
    .replace('{from}', before?.words ?? '')
    .replace('{by}', String(Math.abs(by ?? 0)))
    .replace('{way}', (by ?? 0) < 0 ? '下降' : '上升')
    .replace('{}', written?.words ?? '');

/** The parts of a whole, of which each tells its share. */
function tellParts(
  scene: Scene,
  { level, figure, partial, parts = [] }: Outcome,
  { value }: WrittenFigure,
  whole: OutcomeFacts,
): { words: string; facts: OutcomeFacts }[] {
  const sizes = sizesOf(scene, value, parts.length, partial === true);
  return parts.map((part, index) => {
    const own = writeExactly(scene.random, sizes[index] ?? 0);
    const words = scene.word(part.words).replace('{}', own.words);
    const dimension = scene.wordBoth(part.dimension);
    const label = {
      zh: `${whole.label.zh}:${dimension.zh}`,
      en: `${whole.label.en ?? ''}: ${dimension.en}`,
    };
    const facts: OutcomeFacts = {
      code: part.code,
      label,
      level,
      quote: words,
      value: own.value,
      ...(figure && { unit: figure.unit }),
      dimension,
      ...(part.indicator && { indicator: part.indicator }),
    };
    return { words, facts };
  });
}

/** What the words state: a change, a value with the one before it or its change, a rank, or themselves. */
function statedBy(
  words: string,
  figure: SyntheticFigure | undefined,
  { written, before, by }: Figures,
): Pick<
  OutcomeFacts,
  'value' | 'rank' | 'unit' | 'baseline' | 'change' | 'changePercent' | 'statement'
> {
  if (!figure || !written) return { statement: words };
  const { unit, change } = figure;
  if (figure.isRank) return { rank: written.value };
  if (by !== undefined) {
    const isPercent = figure.isCarried === true && unit !== '%';
    return { value: written.value, unit, [isPercent ? 'changePercent' : 'change']: by };
  }
  if (change) return { change: written.value * (change === 'DECREASE' ? -1 : 1), unit };
  return { value: written.value, unit, ...(before && { baseline: before.value }) };
}

function drawMove({ random }: Scene, figure: SyntheticFigure | undefined): number | undefined {
  if (!figure?.by) return undefined;
  const by = random.between(...figure.by.range);
  return figure.by.way === 'DECREASE' ? -by : by;
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
function sizesOf({ random }: Scene, whole: number, count: number, partial: boolean): number[] {
  const sizes = cutWhole(random, whole, partial ? count + 1 : count);
  if (!random.chance(slip)) return sizes;
  const at = random.between(0, count - 1);
  return sizes.map((size, index) => (index === at ? size + random.between(1, 3) : size));
}

function periodOf({ year }: Scene, text: PeriodName): NonNullable<OutcomeFacts['period']> {
  const edtf = periods[text](year);
  return edtf === null ? { text } : { text, edtf };
}
