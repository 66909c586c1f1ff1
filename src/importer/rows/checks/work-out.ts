import { differenceOf, isAtMost, percentOf, sumOf } from '../../../text/interval.ts';
import type { Interval, Reading } from '../../../text/interval.ts';
import type { Path } from '../../read/parse-source.ts';
import { inBoth } from '../../read/shapes/terms.ts';
import type { CheckFacts } from '../../read/shapes/check.ts';
import type { ReportContext } from '../report-context.ts';
import type { Rows } from '../rows.ts';
import { ratioOf, slugOf } from './explain-check.ts';
import type { CheckOperand, WorkedCheck } from './explain-check.ts';
import { figureInterval, judge, judgeTellings, judgedAs, unchecked } from './judge.ts';

type Outcome = Rows['outcomes'][number];

/** Finds the outcome that a field of a declared check names; null, and a problem, where there is none. */
export type FindOutcome = (slug: string, field: PropertyKey, ...rest: Path) => Outcome | null;

const operandsOf = (role: CheckOperand['role'], outcomes: readonly Outcome[]): CheckOperand[] =>
  outcomes.map((outcome) => ({ role, outcome }));

/** Statements, and figures that say only by how much something changed, have no value. */
const isTold = ({ value }: Outcome) => value != null;
const valueOf = ({ value }: Outcome) => value ?? 0;
const clean = (value: number) => Number(value.toFixed(10));

type Parting = {
  /** Whether only some of the parts are told. */
  isPartial: boolean;
  /** Whether what is counted may stand in several parts: the same people as women and as members. */
  mayOverlap: boolean;
};

/**
 * All parts must come to the whole; where only some are told, to no more than it. Some that may overlap may come to
 * more than it, as long as each of them alone does not: 其中女60名、党员55名 of 100.
 */
export function sumCheck(
  whole: Outcome,
  parts: readonly Outcome[],
  { isPartial: partial, mayOverlap }: Parting,
): WorkedCheck {
  const all = [whole, ...parts];
  const sum = clean(parts.reduce((total, part) => total + valueOf(part), 0));
  const wholeOf = (reading: Reading) => figureInterval(whole, reading);
  const partsOf = (reading: Reading) => sumOf(parts.map((part) => figureInterval(part, reading)));
  const areTold = all.every(isTold);
  const holdOrOverlap = (comparison: Parameters<typeof judge>[0]) => {
    const judged = judge(comparison);
    const { statedBounds, computedBounds } = judged;
    return judged.verdict === 'DOES_NOT_FOLLOW' && partial && mayOverlap && areWithin(parts, whole)
      ? unchecked('SCOPES_MAY_DIFFER', { statedBounds, computedBounds })
      : judged;
  };
  const [told, reckoned] = [whole.value ?? null, areTold ? sum : null];
  const judged = !areTold
    ? unchecked('NOT_TOLD')
    : all.some(({ unitId }) => unitId !== whole.unitId)
      ? unchecked('UNITS_DIFFER')
      : holdOrOverlap({
          relation: partial ? 'IS_AT_MOST' : 'MEETS',
          stated: partial ? partsOf : wholeOf,
          computed: partial ? wholeOf : partsOf,
          asTheyStand: partial ? sum <= valueOf(whole) : sum === valueOf(whole),
          operands: all,
        });
  return {
    kind: partial ? 'SUBSET' : 'SUM',
    code: `${partial ? 'subset' : 'sum'}-${slugOf(whole)}`,
    ...judged,
    stated: partial ? reckoned : told,
    computed: partial ? told : reckoned,
    operands: [...operandsOf('WHOLE', [whole]), ...operandsOf('PART', parts)],
  };
}

/** Whether each part alone may be as small as its whole. */
const areWithin = (parts: readonly Outcome[], whole: Outcome): boolean =>
  parts.every((part) => isAtMost(figureInterval(part, 'EITHER'), figureInterval(whole, 'EITHER')));

/** Facts that count one and the same set. */
export const sameFactCheck = (code: string, told: readonly Outcome[]): WorkedCheck | null => {
  const [first] = told;
  if (!first) return null;
  const other = told.find(({ value, unitId }) => value !== first.value || unitId !== first.unitId);
  return {
    kind: 'SAME_FACT',
    code: `same-${code}`,
    ...judgeTellings(told),
    stated: first.value ?? null,
    computed: (other ?? first).value ?? null,
    operands: operandsOf('TOLD', told),
  };
};

type RatioOperands = {
  rate: Outcome;
  count?: Outcome | undefined;
  base?: Outcome | undefined;
  confirms?: Outcome | undefined;
};

/** Whether a rate follows from its count and its base. */
export function ratioCheck({ rate, count, base, confirms }: RatioOperands): WorkedCheck {
  const isKnown = isTold(rate) && count?.value != null && base?.value;
  const computed = isKnown ? ratioOf(valueOf(count), valueOf(base)) : null;
  const judged =
    isKnown && computed !== null
      ? judge({
          relation: 'MEETS',
          stated: (reading) => figureInterval(rate, reading),
          computed: (reading) =>
            percentOf(figureInterval(count, reading), figureInterval(base, reading)),
          asTheyStand: isQuotient(rate, count, base),
          operands: [rate, count, base],
        })
      : unchecked('NOT_TOLD', isTold(rate) ? { statedBounds: figureInterval(rate) } : {});
  return {
    kind: 'RATIO',
    code: `ratio-${slugOf(rate)}`,
    ...judged,
    stated: rate.value ?? null,
    computed,
    operands: [
      ...operandsOf('RATE', [rate]),
      ...operandsOf('COUNT', count ? [count] : []),
      ...operandsOf('BASE', base ? [base] : []),
      ...operandsOf('CONFIRMS', confirms ? [confirms] : []),
    ],
  };
}

/** Whether a rate is the quotient itself, with no place cut off: 33.33 is not 1 of 3. */
const isQuotient = (rate: Outcome, count: Outcome, base: Outcome) =>
  clean(valueOf(rate) * valueOf(base)) === clean(valueOf(count) * 100);

/** A check that a curator has declared; null where what it names is not there. */
export function declaredCheck(
  context: ReportContext,
  check: CheckFacts,
  { find, at }: { find: FindOutcome; at: Path },
): WorkedCheck | null {
  switch (check.kind) {
    case 'RATIO':
      return declaredRatio(check, find);
    case 'SUBSET':
      return subsetCheck(check, find);
    case 'REMAINDER':
      return remainderCheck(check, find);
    case 'SAME_FACT': {
      const told = check.outcomes.flatMap((slug, nth) => find(slug, 'outcomes', nth) ?? []);
      return told.length < check.outcomes.length ? null : sameFactCheck(check.code, told);
    }
    case 'SET_SIZE':
      return setSizeCheck(context, check, at);
  }
}

function declaredRatio(check: CheckFacts & { kind: 'RATIO' }, find: FindOutcome) {
  const named = (slug: string | undefined, field: string) =>
    slug === undefined ? undefined : find(slug, field);
  const rate = find(check.rate, 'rate');
  const count = named(check.count, 'count');
  const base = named(check.base, 'base');
  const confirms = named(check.confirms, 'confirms');
  if (!rate || count === null || base === null || confirms === null) return null;
  return ratioCheck({ rate, count, base, confirms });
}

function subsetCheck(
  check: CheckFacts & { kind: 'SUBSET' },
  find: FindOutcome,
): WorkedCheck | null {
  const part = find(check.part, 'part');
  const whole = find(check.whole, 'whole');
  const less = outcomesOf(check.less, find);
  if (!part || !whole || !less) return null;
  const operands = [part, whole, ...less];
  const computed = left(whole, less);
  const judged = operands.every(isTold)
    ? judge({
        relation: 'IS_AT_MOST',
        stated: (reading) => figureInterval(part, reading),
        computed: (reading) => leftInterval(whole, less, reading),
        asTheyStand: computed !== null && valueOf(part) <= computed,
        operands,
      })
    : unchecked('NOT_TOLD');
  return {
    kind: 'SUBSET',
    code: `subset-${check.part}-${check.whole}`,
    ...judged,
    stated: part.value ?? null,
    computed,
    operands: [
      ...operandsOf('PART', [part]),
      ...operandsOf('WHOLE', [whole]),
      ...operandsOf('EXCLUDED', less),
    ],
  };
}

/** What the report leaves open: a whole less what it tells of it. No figure states it. */
function remainderCheck(
  check: CheckFacts & { kind: 'REMAINDER' },
  find: FindOutcome,
): WorkedCheck | null {
  const whole = find(check.whole, 'whole');
  const less = outcomesOf(check.less, find);
  if (!whole || !less) return null;
  const operands = [whole, ...less];
  const isExact = operands.every(({ qualifier }) => qualifier === 'EXACT');
  return {
    kind: 'REMAINDER',
    code: `remainder-${check.code}`,
    ...(operands.every(isTold)
      ? unchecked('LEFT_OPEN', { computedBounds: leftInterval(whole, less) })
      : unchecked('NOT_TOLD')),
    stated: null,
    computed: isExact ? left(whole, less) : null,
    operands: [...operandsOf('WHOLE', [whole]), ...operandsOf('EXCLUDED', less)],
    what: inBoth(check.what),
  };
}

/** A text that names fewer than the set has may not name them all; one that names more contradicts itself. */
function setSizeCheck(
  context: ReportContext,
  check: CheckFacts & { kind: 'SET_SIZE' },
  at: Path,
): WorkedCheck {
  const evidence = context.quote(check.quote, undefined, [...at, 'quote']);
  const members = check.members.map((words, nth) =>
    context.quote(words, undefined, [...at, 'members', nth]),
  );
  const isWhole = members.length >= check.size;
  const agrees = members.length === check.size;
  return {
    kind: 'SET_SIZE',
    code: `size-${check.code}`,
    ...(isWhole ? judgedAs(agrees ? 'AGREES' : 'NO_READING_AGREES') : unchecked('NOT_TOLD')),
    stated: check.size,
    computed: members.length === 0 ? null : members.length,
    operands: [],
    evidence,
  };
}

/** What is left of a whole; null where one of them has no value. */
const left = (whole: Outcome, less: readonly Outcome[]): number | null =>
  [whole, ...less].every(isTold)
    ? clean(less.reduce((rest, taken) => rest - valueOf(taken), valueOf(whole)))
    : null;

const leftInterval = (
  whole: Outcome,
  less: readonly Outcome[],
  reading: Reading = 'ROUNDED',
): Interval =>
  less.reduce(
    (rest, taken) => differenceOf(rest, figureInterval(taken, reading)),
    figureInterval(whole, reading),
  );

/** The outcomes of several codes; null where one is not there. */
function outcomesOf(codes: readonly string[], find: FindOutcome): Outcome[] | null {
  const outcomes = codes.flatMap((slug, nth) => find(slug, 'less', nth) ?? []);
  return outcomes.length === codes.length ? outcomes : null;
}
