import { findNumerals } from '../../../../src/text/numerals/numeral-scanner.ts';
import type { Rows } from '../../../../src/importer/rows/rows.ts';
import type { FigureKind } from '../../../../src/draft/draft.ts';
import type { ExpectedFigure } from './expected.ts';
import { besideId, measureId, outcomeId } from './known.ts';
import type { Known } from './known.ts';

type Numeral = Rows['numerals'][number];
type Outcome = Rows['outcomes'][number];
type Claim = Pick<
  Outcome,
  | 'valueType'
  | 'value'
  | 'qualifier'
  | 'quantityText'
  | 'baselineValue'
  | 'baselineText'
  | 'changeAbsolute'
  | 'changePercent'
  | 'changeText'
  | 'changeQualifier'
  | 'labelZh'
  | 'unitId'
  | 'indicatorId'
>;

/** What a fact says of its figures beside the figures themselves. */
type Frame = Pick<ExpectedFigure, 'id' | 'period' | 'whole' | 'measure' | 'level'> & {
  kind: FigureKind;
};

/**
 * The figures that facts claim, one for each numeral but the baselines, which belong to what they led
 * to. Ranks and what is waived may be drafted or not.
 */
export function figuresOfRows(text: string, rows: Rows, terms: Known): ExpectedFigure[] {
  const written = new Map(findNumerals(text).map((numeral) => [numeral.start, numeral.quantity]));
  const numerals = new Map(rows.numerals.map((numeral) => [numeral.id, numeral]));
  const claimed = (of: (claim: Rows['numeralClaims'][number]) => boolean) =>
    rows.numeralClaims
      .filter(of)
      .flatMap(({ numeralId }) => numerals.get(numeralId) ?? [])
      .toSorted((a, b) => a.start - b.start);
  const figures = (claim: Claim, frame: Frame, own: readonly Numeral[]) =>
    readClaim(claim, own).map((told) =>
      figureOf(told, claim, { frame, terms, unit: written.get(told.numeral.start)?.unit ?? '' }),
    );
  return [
    ...rows.outcomes.flatMap((row) =>
      figures(
        row,
        outcomeFrame(rows, row),
        claimed((claim) => claim.outcomeId === row.id),
      ),
    ),
    ...rows.targets.flatMap((row) =>
      figures(
        row,
        {
          id: `target-${row.id}`,
          kind: 'TARGET',
          measure: [row.measureId == null ? null : measureId(row.measureId)],
          period: [periodOf(row.dueText, row.dueEdtf)],
        },
        claimed((claim) => claim.targetId === row.id),
      ),
    ),
    ...problemFigures(rows, claimed, figures),
    ...rows.numerals.flatMap((numeral) =>
      numeral.waiverZh == null ? [] : [aside(numeral, `waived-${numeral.id}`)],
    ),
  ];
}

/** The figures of a problem claim numerals through it: each takes the next that reads as it does. */
function problemFigures(
  rows: Rows,
  claimed: (of: (claim: Rows['numeralClaims'][number]) => boolean) => Numeral[],
  figures: (claim: Claim, frame: Frame, own: readonly Numeral[]) => ExpectedFigure[],
): ExpectedFigure[] {
  return rows.problems.flatMap(({ id }) => {
    let left = claimed((claim) => claim.problemId === id);
    return rows.problemFigures
      .filter(({ problemId }) => problemId === id)
      .flatMap((row) => {
        const found = figures(
          row,
          {
            id: `problem-${id}-${row.ordinal}`,
            kind: 'PROBLEM',
          },
          left,
        );
        left = left.filter(({ start }) => found.every((each) => each.start !== start));
        return found;
      });
  });
}

function outcomeFrame({ links, outcomes }: Rows, row: Outcome): Frame {
  const measures = links.filter(({ outcomeId: linked }) => linked === row.id);
  const whole = outcomes.find(({ id }) => id === row.wholeId);
  return {
    id: outcomeId(row.id),
    kind: 'RESULT',
    level: [row.level],
    whole: [whole ? outcomeId(whole.id) : null],
    measure: measures.length > 0 ? measures.map((link) => measureId(link.measureId)) : [null],
    period: [periodOf(row.periodText, row.periodEdtf)],
  };
}

const periodOf = (text: string | null | undefined, edtf: string | null | undefined) =>
  text == null ? null : { text, edtf: edtf ?? undefined };

type Told = {
  numeral: Numeral;
  role: 'VALUE' | 'CHANGE' | 'RANK';
};

/** Which of its numerals is what: the baseline stands first, and a change may stand before or after. */
function readClaim(claim: Claim, numerals: readonly Numeral[]): Told[] {
  if (claim.valueType === 'STATEMENT') return [];
  let left = [...numerals];
  const take = (written: string | null | undefined) => {
    const numeral = left.find(({ text }) => written?.startsWith(text));
    left = left.filter((each) => each !== numeral);
    return numeral;
  };
  take(claim.baselineText);
  const value = take(claim.quantityText);
  const change = take(claim.changeText);
  return [
    ...(value
      ? [{ numeral: value, role: claim.valueType === 'RANK' ? 'RANK' : 'VALUE' } as const]
      : []),
    ...(change ? [{ numeral: change, role: 'CHANGE' } as const] : []),
  ];
}

function figureOf(
  { numeral, role }: Told,
  claim: Claim,
  { frame, terms, unit }: { frame: Frame; terms: Known; unit: string },
): ExpectedFigure {
  const isChange = role === 'CHANGE';
  const isBeside = isChange && claim.valueType !== 'CHANGE';
  const id = isBeside ? besideId(frame.id) : frame.id;
  if (role === 'RANK') return aside(numeral, id);
  const { value, qualifier, changeQualifier, changeAbsolute } = claim;
  const told = isChange ? changeOf(claim, isBeside && unit === '%') : value;
  const indicator = terms.known.indicators.find((each) => each.id === claim.indicatorId);
  return {
    ...frame,
    id,
    start: numeral.start,
    end: numeral.end,
    optional: false,
    kind: [frame.kind],
    value: told == null ? undefined : [told],
    unit: [unit],
    unitNouns: nounsOf(claim, unit, terms),
    qualifier: [(isChange ? changeQualifier : qualifier) ?? 'EXACT'],
    baseline: [!isChange && claim.baselineText != null ? (claim.baselineValue ?? null) : null],
    change: isChange ? ['BY', 'RATE_OF_CHANGE'] : ['LEVEL'],
    direction: isChange ? [(changeAbsolute ?? 0) < 0 ? 'DOWN' : 'UP'] : undefined,
    label: [claim.labelZh],
    indicator: [indicator?.code ?? null],
    // A fact that tells a level and its change is one; a draft tells two figures, and what the fact
    // says beside the figures is said of the first.
    ...(isBeside && saidOfLevel),
  };
}

/** The change as it is written: beside a level, per cent are those of the level before. */
const changeOf = ({ changePercent, changeAbsolute }: Claim, isPercent: boolean) =>
  isPercent ? changePercent : changeAbsolute;

const saidOfLevel = {
  label: undefined,
  indicator: undefined,
  level: undefined,
  whole: undefined,
  measure: undefined,
} as const;

/** What tells the unit from others with its classifier; nothing where the classifier alone does. */
function nounsOf(
  { unitId }: Claim,
  written: string,
  { known, vocabulary }: Known,
): readonly string[] {
  const units = vocabulary.units.value;
  const code = known.units.find(({ id }) => id === unitId)?.code;
  const isAlone = units.filter(({ classifiers }) => classifiers.includes(written)).length < 2;
  return isAlone ? [] : (units.find((unit) => unit.code === code)?.nouns ?? []);
}

/** A numeral that a draft may take up or not. */
const aside = ({ start, end }: Numeral, id: string): ExpectedFigure => ({
  id,
  start,
  end,
  optional: true,
  unitNouns: [],
});
