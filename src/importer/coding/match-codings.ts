import type { Span } from '../resolve/quotes.ts';
import type {
  CodedAnswer,
  CodedMeasure,
  CodedOutcome,
  CodedProblem,
  CodedTarget,
  Coding,
} from './coding.ts';
import { matchItems } from './match-items.ts';
import type { Matched } from './match-items.ts';

/** An item with its place in its coding. */
type Placed<Item> = Item & { at: number };

/** What two codings have in common, and what one of them has alone. */
export type MatchedCodings = {
  measures: Matched<Placed<CodedMeasure>>;
  outcomes: Matched<Placed<CodedOutcome>>;
  targets: Matched<Placed<CodedTarget>>;
  problems: Matched<Placed<CodedProblem>>;
  /** Of problems and measures of both, in the one's places. */
  answers: Matched<CodedAnswer & { words: string }>;
};

/** Joins the items of two codings, of the stretches that both coded. */
export function matchCodings(one: Coding, other: Coding): MatchedCodings {
  const isOfBoth = ({ spans }: { spans: readonly Span[] }) =>
    [one, other].every(({ coded }) =>
      spans.some(({ start }) => coded.some((each) => start >= each.start && start < each.end)),
    );
  const placed = <Item extends { spans: readonly Span[] }>(items: readonly Item[]) =>
    items.map((item, at) => ({ ...item, at })).filter(isOfBoth);
  const measures = matchItems(placed(one.measures), placed(other.measures));
  const problems = matchItems(placed(one.problems), placed(other.problems));
  return {
    measures,
    problems,
    outcomes: matchItems(placed(one.outcomes), placed(other.outcomes)),
    targets: matchItems(placed(one.targets), placed(other.targets)),
    answers: matchAnswers(one, other, { measures, problems }),
  };
}

/** Answers of problems that both found: one that leads to a measure of one coder alone is his alone. */
function matchAnswers(
  one: Coding,
  other: Coding,
  { measures, problems }: Pick<MatchedCodings, 'measures' | 'problems'>,
): MatchedCodings['answers'] {
  const problemOf = partnersOf(problems);
  const measureOf = partnersOf(measures);
  const isOfBoth = new Set(problems.pairs.map((pair) => pair.one.at));
  const named = (answer: CodedAnswer, { problems: some, measures: all }: Coding) => ({
    ...answer,
    words: `${some[answer.problem]?.words ?? ''} ← ${all[answer.measure]?.words ?? ''}`,
  });
  const ours = one.answers
    .filter(({ problem }) => isOfBoth.has(problem))
    .map((answer) => named(answer, one));
  const theirs = other.answers.flatMap((answer) => {
    const problem = problemOf.get(answer.problem);
    if (problem === undefined) return [];
    return [{ ...named(answer, other), problem, measure: measureOf.get(answer.measure) ?? -1 }];
  });
  const isSame = (a: CodedAnswer, b: CodedAnswer) =>
    a.problem === b.problem && a.measure === b.measure;
  return {
    pairs: ours.flatMap((mine) => {
      const partner = theirs.find((each) => isSame(mine, each));
      return partner ? [{ one: mine, other: partner, overlap: 1 }] : [];
    }),
    onlyOne: ours.filter((mine) => !theirs.some((each) => isSame(mine, each))),
    onlyOther: theirs.filter((each) => !ours.some((mine) => isSame(mine, each))),
  };
}

/** By the place of an item of the other coder: that of the one's that it is. */
export const partnersOf = ({ pairs }: Matched<{ at: number }>): ReadonlyMap<number, number> =>
  new Map(pairs.map((pair) => [pair.other.at, pair.one.at]));
