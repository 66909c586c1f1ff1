import type { OutcomeFacts } from './facts.ts';
import { drawFigures, sizesOf } from './draw.ts';
import type { Figures, ToldFigures } from './draw.ts';
import { writeExactly } from './figure.ts';
import type { WrittenFigure } from './figure.ts';
import type { Scene } from './scene.ts';
import { periods } from './template.ts';
import type { SyntheticFigure, Outcome, PeriodName } from './template.ts';

/**
 * An outcome's words, with its figure in them, and what they state. A period that the words before
 * in its sentence set goes on to every figure (rule P1 of the codebook).
 */
export function tellOutcome(
  scene: Scene,
  outcome: Outcome,
  told: ToldFigures,
  before: PeriodName | null,
): { words: string; facts: OutcomeFacts } {
  const { code, label, level, note, indicator, figure, parts = [], partial } = outcome;
  const figures = drawFigures(scene, outcome, told);
  const { written } = figures;
  const words = withFigures(scene.word(outcome.words), figures);
  if (written) told.set(code, written.value);
  const period = periodIn(words) ?? (figure ? before : null);
  const facts: OutcomeFacts = {
    code,
    label: scene.wordBoth(label),
    level,
    quote: words,
    ...statedBy(words, figure, figures),
    ...(period && { period: periodOf(scene, period) }),
    ...(indicator && { indicator }),
    ...(note && { note: scene.wordBoth(note) }),
    ...(partial && { partial }),
  };
  const cut = written && parts.length > 0 ? tellParts(scene, outcome, written, facts) : [];
  if (cut.length > 0) facts.parts = cut.map((part) => part.facts);
  const all = [words, ...cut.map((part) => part.words)];
  return { words: all.join(scene.word(',')), facts };
}

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
      zh: `${whole.label.zh}：${dimension.zh}`,
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

/** The period that words tell themselves. */
export const periodIn = (words: string): PeriodName | null =>
  periodNames.find((name) => words.includes(name)) ?? null;

const periodNames = Object.keys(periods) as PeriodName[];

function periodOf({ year }: Scene, text: PeriodName): NonNullable<OutcomeFacts['period']> {
  const edtf = periods[text](year);
  return edtf === null ? { text } : { text, edtf };
}
