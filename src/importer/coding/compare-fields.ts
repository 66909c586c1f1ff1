import type {
  CodedFigure,
  CodedMeasure,
  CodedOutcome,
  CodedProblem,
  CodedTarget,
} from './coding.ts';
import { partnersOf } from './match-codings.ts';
import type { MatchedCodings } from './match-codings.ts';
import type { Matched } from './match-items.ts';

/** What two coders say of one field of the items of both. */
type ComparedField = {
  name: string;
  pairs: { words: string; one: string; other: string }[];
};

/** What either coder says of an item of both, by the name of the field. */
type Fields<Item> = Readonly<Record<string, (item: Item, isOther: boolean) => string>>;

/** What either coder says of what both found, field by field; of plans and problems where there are any. */
export function compareFields(matched: MatchedCodings): ComparedField[] {
  const { measures, outcomes, targets, problems, answers } = matched;
  const partners = partnersOf(measures);
  const measureOf = (measure: number, isOther: boolean) => {
    if (measure < 0) return 'no measure';
    return `measure ${String(isOther ? (partners.get(measure) ?? 'of one coder') : measure)}`;
  };
  const isPlanned = ({ stage }: CodedMeasure) => stage === 'PLANNED';
  const isAhead =
    measures.pairs.some(({ one, other }) => isPlanned(one) || isPlanned(other)) ||
    [targets, problems].some(({ pairs }) => pairs.length > 0);
  const ahead = [
    ...compared(measures, { stage: ({ stage }) => stage }),
    ...compared(targets, {
      ...figureFields<CodedTarget>('target '),
      'target due': ({ due }) => due,
      'target due basis': ({ dueBasis }) => dueBasis,
      'target measure': ({ measure }, isOther) => measureOf(measure, isOther),
    }),
    causes(problems),
    ...compared(answers, { 'answer basis': ({ basis }) => basis }),
  ];
  return [
    ...compared(outcomes, {
      ...figureFields<CodedOutcome>(''),
      level: ({ level }) => level,
      basis: ({ basis }) => basis,
      period: ({ period }) => period,
      'period basis': ({ periodBasis }) => periodBasis,
      measure: ({ measure }, isOther) => measureOf(measure, isOther),
    }),
    ...(isAhead ? ahead : []),
  ];
}

const figureFields = <Item extends CodedFigure>(prefix: string): Fields<Item> => ({
  [`${prefix}kind`]: ({ kind }) => kind,
  [`${prefix}value`]: ({ value }) => String(value ?? ''),
  [`${prefix}baseline`]: ({ baseline }) => String(baseline ?? ''),
});

const compared = <Item extends { words: string }>(
  { pairs }: Matched<Item>,
  fields: Fields<Item>,
): ComparedField[] =>
  Object.entries(fields).map(([name, field]) => ({
    name,
    pairs: pairs.map(({ one, other }) => ({
      words: one.words,
      one: field(one, false),
      other: field(other, true),
    })),
  }));

/** The causes of problems: words that overlap are one cause. */
const causes = ({ pairs }: Matched<CodedProblem>): ComparedField => ({
  name: 'cause',
  pairs: pairs.map(({ one: { words, cause }, other: { cause: theirs } }) => {
    const isSame = cause && theirs && cause.start < theirs.end && theirs.start < cause.end;
    return {
      words,
      one: cause?.exact ?? '',
      other: (isSame ? cause : theirs)?.exact ?? '',
    };
  }),
});
