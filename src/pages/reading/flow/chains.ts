import type { Placed } from '../placed.ts';
import type { Measure, Outcome, Problem, Section, Target } from '../report-data.ts';
import type { ReportView } from '../view.ts';

/** What a measure came from and what came of it; without a measure what stands alone. */
export type Chain = {
  problems: readonly Problem[];
  measure: Measure | null;
  targets: readonly Target[];
  outcomes: readonly Outcome[];
};

/** So many outcomes are seen at once; the rest unfold. */
const shownOutcomes = 8;

/** The measures carried out, section by section, each with all outcomes that are linked to it. */
export function outcomeChains(
  { report, measures, links, outcomeOf }: ReportView,
  placed: Placed,
): { section: Section; chains: Chain[] }[] {
  const ofMeasure = Map.groupBy(links, ({ measure }) => measure.code);
  const known = new Set(measures.map(({ code }) => code));
  return report.sections
    .map((section) => ({
      section,
      chains: placed
        .measuresOf(section.code)
        .filter(({ code, stage }) => known.has(code) && stage !== 'PLANNED')
        .map((measure): Chain => {
          const outcomes = (ofMeasure.get(measure.code) ?? []).flatMap(
            ({ outcome }) => outcomeOf(outcome.code) ?? [],
          );
          return { problems: [], measure, targets: [], outcomes };
        }),
    }))
    .filter(({ chains }) => chains.length > 0);
}

/** The outcomes that tell most: those that moved from one figure to another, then those that moved, then figures; none where all are told in words. */
export function tellingChains(all: readonly { chains: readonly Chain[] }[]): Chain[] {
  const chains = all.flatMap((section) => section.chains);
  const telling = chains
    .flatMap((chain) => chain.outcomes)
    .filter((outcome) => rankOf(outcome) > 0)
    .toSorted((a, b) => rankOf(b) - rankOf(a));
  const shown = new Set(telling.slice(0, shownOutcomes));
  return chains
    .map((chain) => ({ ...chain, outcomes: chain.outcomes.filter((each) => shown.has(each)) }))
    .filter((chain) => chain.outcomes.length > 0);
}

function rankOf({ quantity, baseline, change }: Outcome): number {
  if (quantity && baseline) return 3;
  if (change) return 2;
  return quantity ? 1 : 0;
}

/** Each problem with what is planned against it, what that is to reach and what came of it; then plans without one. */
export function planChains(view: ReportView, placed: Placed): Chain[] {
  const { measures, problems, targets } = view;
  const planned = measures.filter(({ stage }) => stage === 'PLANNED');
  const answers = (problem: Problem, { code }: Measure) =>
    problem.answeredBy.edges.some(({ node }) => node.code === code);
  const chains = planned.map((measure): Chain => ({
    problems: problems.filter((problem) => answers(problem, measure)),
    measure,
    targets: placed.targetsOf(measure.code),
    outcomes: [],
  }));
  const answered = new Set(chains.flatMap((chain) => chain.problems));
  const tied = new Set(chains.flatMap((chain) => chain.targets));
  const alone = { problems: [], measure: null, targets: [], outcomes: [] };
  return [
    ...chains.filter((chain) => chain.problems.length + chain.targets.length > 0),
    ...problems
      .filter((each) => !answered.has(each))
      .map((each) => ({ ...alone, problems: [each] })),
    ...targets.filter((each) => !tied.has(each)).map((each) => ({ ...alone, targets: [each] })),
  ];
}
