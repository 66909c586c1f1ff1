import type { Link, Measure, Outcome, Problem, ReportData, Target } from './report-data.ts';

type PlacedOutcome = { outcome: Outcome; links: readonly Link[] };

/** Which cards stand where: every measure and every outcome once. */
export type Placed = {
  /** The measures of a section. */
  measuresOf: (section: string) => Measure[];
  /** The outcomes whose card stands under a measure: the first that they are linked to. */
  outcomesOf: (measure: string) => PlacedOutcome[];
  /** The outcomes of a section that are linked to no measure. */
  unlinkedOf: (section: string) => PlacedOutcome[];
  /** The targets of a planned measure, and those of a section that stand alone. */
  targetsOf: (measure: string) => Target[];
  loneTargetsOf: (section: string) => Target[];
  problemsOf: (section: string) => Problem[];
};

export function placeCards(data: ReportData): Placed {
  const { measures, outcomes, links, targets, problems } = data;
  const linksOf = Map.groupBy(links, ({ outcome }) => outcome.code);
  const placed = outcomes.map((outcome) => ({ outcome, links: linksOf.get(outcome.code) ?? [] }));
  const underMeasure = Map.groupBy(placed, ({ links: [first] }) => first?.measure.code ?? null);
  const unlinked = Map.groupBy(underMeasure.get(null) ?? [], (link) => link.outcome.section.code);
  const inSection = Map.groupBy(measures, ({ section }) => section.code);
  const ofMeasure = Map.groupBy(targets, ({ measure }) => measure?.code ?? null);
  const alone = Map.groupBy(ofMeasure.get(null) ?? [], ({ section }) => section.code);
  const short = Map.groupBy(problems, ({ section }) => section.code);
  return {
    targetsOf: (measure) => ofMeasure.get(measure) ?? [],
    loneTargetsOf: (section) => alone.get(section) ?? [],
    problemsOf: (section) => short.get(section) ?? [],
    measuresOf: (section) => inSection.get(section) ?? [],
    outcomesOf: (measure) => underMeasure.get(measure) ?? [],
    unlinkedOf: (section) => unlinked.get(section) ?? [],
  };
}
