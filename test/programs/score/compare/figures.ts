import type { Draft, DraftFigure } from '../../../../src/draft/draft.ts';
import { keyOfPeriod } from '../../../../src/importer/resolve/periods.ts';
import type { Accepted, Expected, ExpectedFigure, ExpectedPeriod } from '../expected/expected.ts';
import { labelLikeness, sameLabel } from './label-likeness.ts';
import { isOverlap, overlapOf, pairUp } from './pair.ts';
import type { Scored, TallyKeeper } from './tally.ts';

/** Figures whose stretches share less stand at different numerals: 10个 beside 由20个压缩至10个 shares a third. */
const sameNumeral = 0.25;

export type FigurePairs = ReadonlyMap<ExpectedFigure, DraftFigure>;

/** Compares the figures of a draft with those that are right, and says which are which. */
export function compareFigures(expected: Expected, draft: Draft, tally: TallyKeeper): FigurePairs {
  const pairs = pairUp(expected.figures, draft.figures, fitOf);
  const paired = new Set(pairs.values());
  for (const figure of expected.figures) {
    const given = pairs.get(figure);
    if (figure.optional) continue;
    if (given) tally.hit('figures');
    else tally.lack('figures', figure, figure.label?.[0] ?? figure.value?.[0]);
    compareTarget(figure, given, tally);
    if (given) compareFields(figure, given, tally);
  }
  const optional = expected.figures.filter((figure) => figure.optional);
  for (const figure of draft.figures) {
    if (paired.has(figure) || optional.some((each) => isOverlap(each, figure))) continue;
    // A figure in the background is claimed by nothing: the draft only says that it saw it.
    if (figure.kind !== 'BACKGROUND') tally.spare('figures', figure, figure.label);
    if (figure.kind === 'TARGET') tally.spare('targets', figure, figure.label);
  }
  compareLinked(expected, draft, { pairs, tally });
  return pairs;
}

/** Which figure is which: by place, then by value and, where one numeral tells of several things, by label. */
function fitOf(figure: ExpectedFigure, given: DraftFigure): number {
  const overlap = overlapOf(figure, given);
  if (overlap < sameNumeral) return 0;
  const isSameValue = figure.value?.some((value) => isSame(value, given.value)) ?? false;
  return overlap + (isSameValue ? 1 : 0) + bestLikeness(figure.label, given.label) / 10;
}

function compareTarget(
  figure: ExpectedFigure,
  given: DraftFigure | undefined,
  tally: TallyKeeper,
): void {
  const { kind } = figure;
  if (!kind) return;
  const isTarget = kind.every((each) => each === 'TARGET');
  const isGiven = given?.kind === 'TARGET';
  if (isTarget && isGiven) tally.hit('targets');
  else if (isTarget) tally.lack('targets', figure, 'TARGET');
  else if (isGiven && !kind.includes('TARGET')) tally.spare('targets', given, 'TARGET');
}

function compareFields(figure: ExpectedFigure, given: DraftFigure, tally: TallyKeeper): void {
  const judge = <Value>(
    name: Scored,
    wanted: Accepted<Value>,
    isRight: (one: Value) => boolean,
  ) => {
    if (!wanted) return;
    tally.judge(name, wanted.some(isRight), {
      place: figure,
      wanted: wanted.length === 1 ? wanted[0] : wanted,
      given: givenOf[name]?.(given),
    });
  };
  const isChange = given.change !== 'LEVEL';
  judge('values', figure.value, (value) =>
    isChange ? isSame(Math.abs(value), Math.abs(given.value)) : isSame(value, given.value),
  );
  // Facts take the unit of an observed figure from its indicator, whatever noun stands beside it.
  const isObserved = given.indicator !== null && figure.indicator?.includes(given.indicator);
  const nouns = isObserved ? [] : figure.unitNouns;
  judge('units', figure.unit, (unit) => isUnit(unit, nouns, given));
  judge('qualifiers', figure.qualifier, (qualifier) => qualifier === given.qualifier);
  judge('kinds', figure.kind, (kind) => kind === given.kind);
  judge(
    'changes',
    figure.change,
    (change) =>
      change === given.change &&
      (change === 'LEVEL' || (figure.direction?.includes(given.direction) ?? true)),
  );
  judge('levels', figure.level, (level) => level === given.level);
  judge('labels', figure.label, (label) => labelLikeness(label, given.label) >= sameLabel);
  const find = finder(figure, tally);
  find('nouns', figure.noun, given.noun, (noun, other) => noun === other);
  find('baselines', figure.baseline, given.baseline, isSame);
  find('indicators', figure.indicator, given.indicator, (one, other) => one === other);
  find('periods', figure.period, given.period, isSamePeriod);
  compareDating(figure, given, tally);
}

const givenOf: Partial<Record<Scored, (figure: DraftFigure) => unknown>> = {
  values: ({ value }) => value,
  units: ({ unit, noun }) => (noun === null ? unit : { unit, noun }),
  qualifiers: ({ qualifier }) => qualifier,
  kinds: ({ kind }) => kind,
  changes: ({ change, direction }) => (direction === null ? change : `${change} ${direction}`),
  levels: ({ level }) => level,
  labels: ({ label }) => label,
};

/** Scores what a figure may have or not: found, lacking, invented, or something else. */
const finder =
  (figure: ExpectedFigure, tally: TallyKeeper) =>
  <Wanted, Given>(
    name: Scored,
    accepted: Accepted<Wanted | null>,
    given: Given | null,
    isRight: (wanted: Wanted, given: Given) => boolean,
  ): void => {
    if (!accepted) return;
    const wanted = accepted.filter((each) => each !== null);
    const mayBeNone = wanted.length < accepted.length;
    if (given === null) {
      if (!mayBeNone) tally.lack(name, figure, wanted[0]);
    } else if (wanted.some((each) => isRight(each, given))) tally.hit(name);
    else if (mayBeNone) tally.spare(name, figure, given);
    else tally.mistake(name, { place: figure, wanted: wanted[0], given });
  };

/** The EDTF of a period whose words were found; 2023? and 2023 are one day for day. */
function compareDating(figure: ExpectedFigure, given: DraftFigure, tally: TallyKeeper): void {
  const { period } = given;
  const wanted = figure.period?.find((each) => each && period && isSamePeriod(each, period));
  if (!period || !wanted?.edtf) return;
  const certain = (edtf: string) => edtf.replaceAll('?', '');
  const isRight = certain(wanted.edtf) === certain(period.edtf ?? '');
  tally.judge('datings', isRight, { place: figure, wanted: wanted.edtf, given: period.edtf });
}

/** What refers to other items of the draft: the whole, and the measure that the figure came of. */
function compareLinked(
  expected: Expected,
  draft: Draft,
  { pairs, tally }: { pairs: FigurePairs; tally: TallyKeeper },
): void {
  const figures = new Map(expected.figures.map((figure) => [figure.id, figure]));
  const acts = new Map(expected.measures.map(({ id, spans }) => [id, spans]));
  const actsOf = new Map(draft.measures.map((measure) => [measure.id, measure.acts]));
  for (const [figure, given] of pairs) {
    if (figure.optional) continue;
    const find = finder(figure, tally);
    find('wholes', figure.whole, given.whole, (wanted, whole) => {
      const right = figures.get(wanted);
      return right !== undefined && pairs.get(right)?.id === whole;
    });
    find('carriers', figure.measure, given.measure, (wanted, measure) =>
      (acts.get(wanted) ?? []).some((span) =>
        (actsOf.get(measure) ?? []).some((act) => isOverlap(span, act)),
      ),
    );
  }
}

const isSame = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other), 1e-9);

const bestLikeness = (labels: Accepted<string>, given: string): number =>
  Math.max(0, ...(labels ?? []).map((label) => labelLikeness(label, given)));

/** Full-width signs are the same unit; and a noun may stand in the unit or beside it. */
function isUnit(wanted: string, nouns: readonly string[], given: DraftFigure): boolean {
  const plain = (unit: string) => unit.normalize('NFKC');
  const noun = given.noun ?? '';
  const isWritten = [given.unit, `${given.unit}${noun}`].some(
    (unit) => plain(unit) === plain(wanted),
  );
  const told = [noun, given.unit, given.label];
  return (
    isWritten && (nouns.length === 0 || nouns.some((each) => told.some((w) => w.includes(each))))
  );
}

/** 截止目前 is 截至目前, and words around a period may be told or not: 2023年, 2023年以来. */
function isSamePeriod(wanted: ExpectedPeriod, given: Pick<ExpectedPeriod, 'text'>): boolean {
  const [one, other] = [keyOfPeriod(wanted), keyOfPeriod(given)];
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one));
}
