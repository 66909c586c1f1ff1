import type { CheckFacts, LinkFacts, OutcomeFacts, SectionFacts } from './facts.ts';

/** What must agree in a report that tells all of it. */
const wanted: readonly CheckFacts[] = [
  { kind: 'RATIO', rate: 'filing-rate', count: 'documents-filed', base: 'documents-examined' },
  { kind: 'RATIO', rate: 'officers-pass-rate', count: 'officers-passed', base: 'officers-trained' },
  { kind: 'RATIO', rate: 'heads-in-court-rate', count: 'heads-in-court', base: 'lawsuits' },
  {
    kind: 'RATIO',
    rate: 'mediation-success-rate',
    count: 'disputes-mediated',
    base: 'disputes-screened',
  },
  { kind: 'SUBSET', part: 'documents-filed', whole: 'documents-examined' },
  { kind: 'SUBSET', part: 'officers-passed', whole: 'officers-trained' },
  { kind: 'SUBSET', part: 'reconsideration-concluded', whole: 'reconsideration-received' },
  { kind: 'SUBSET', part: 'disputes-mediated', whole: 'disputes-screened' },
  {
    kind: 'SAME_FACT',
    code: 'townships',
    outcomes: ['platform-townships', 'service-centre-townships', 'townships-with-adviser'],
  },
  {
    kind: 'SAME_FACT',
    code: 'villages',
    outcomes: ['service-centre-villages', 'mediation-committees'],
  },
  {
    kind: 'SAME_FACT',
    code: 'departments',
    outcomes: ['tasks-departments', 'departments-with-adviser', 'education-list-departments'],
  },
];

/** Links from a measure to what another one's point tells. */
const drawn: readonly LinkFacts[] = [
  {
    measure: 'supervise-enforcement',
    outcome: 'officers-awareness',
    basis: 'CURATED',
    note: {
      zh: '监督检查与执法意识的提高见于同一部分。',
      en: 'The same section tells of the inspections and of the growing awareness.',
    },
  },
  {
    measure: 'education-plans',
    outcome: 'public-awareness',
    basis: 'CURATED',
    note: {
      zh: '普法责任制与群众法律意识见于同一部分。',
      en: 'The same section tells of the duty to teach the law and of the people’s awareness.',
    },
  },
];

/** The links of which both ends are there. */
export function linksOf(sections: readonly SectionFacts[]): LinkFacts[] {
  const measures = sections.flatMap((section) => section.measures);
  return drawn.filter(
    ({ measure, outcome }) =>
      measures.some(({ code }) => code === measure) &&
      measures.some(({ outcomes }) => outcomes.some(({ code }) => code === outcome)),
  );
}

/** The checks whose outcomes are all there; of one fact told several times, two tellings suffice. */
export function checksOf(sections: readonly SectionFacts[]): CheckFacts[] {
  const told = new Set(
    sections.flatMap(({ measures }) =>
      measures.flatMap(({ outcomes }) => outcomes.map(({ code }: OutcomeFacts) => code)),
    ),
  );
  return wanted.flatMap((check): CheckFacts[] => {
    switch (check.kind) {
      case 'RATIO':
        return told.has(check.rate) && told.has(check.count) && told.has(check.base) ? [check] : [];
      case 'SUBSET':
        return told.has(check.part) && told.has(check.whole) ? [check] : [];
      case 'SAME_FACT': {
        const outcomes = check.outcomes.filter((code) => told.has(code));
        return outcomes.length > 1 ? [{ ...check, outcomes }] : [];
      }
    }
  });
}
