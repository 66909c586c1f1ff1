import { namesOf, retiredTypes, searchableTypes } from '../../vocabulary.ts';
import type { RetiredType } from '../../vocabulary.ts';
import type { Path } from './parse-source.ts';
import type { ReportSource } from './read-seed.ts';
import type { Facts, OutcomeFacts } from './shapes/facts.ts';

/** Where the facts of a report give each id that people cite. */
export function factPlaces({
  code,
  facts,
}: Pick<ReportSource, 'code' | 'facts'>): [string, Path][] {
  return namesOf(retiredTypes).flatMap((type) =>
    givenIn[type](facts).map(([own, at]): [string, Path] => [
      `${searchableTypes[type].typename}:${code}/${own}`,
      at,
    ]),
  );
}

type Given = readonly (readonly [code: string, at: Path])[];

/** What the facts give codes to, and where. */
const givenIn: Readonly<Record<RetiredType, (facts: Facts) => Given>> = {
  MEASURE: (facts) => measuresOf(facts).map(([{ code }, at]) => [code, at]),
  OUTCOME: (facts) =>
    measuresOf(facts).flatMap(([{ outcomes }, at]) => outcomesIn(outcomes, [...at, 'outcomes'])),
  TARGET: (facts) => [
    ...measuresOf(facts).flatMap(([{ targets }, at]) => codesIn(targets, [...at, 'targets'])),
    ...facts.sections.flatMap(({ targets }, index) =>
      codesIn(targets, ['sections', index, 'targets']),
    ),
  ],
  PROBLEM: ({ sections }) =>
    sections.flatMap(({ problems }, index) => codesIn(problems, ['sections', index, 'problems'])),
  DOCUMENT: ({ documents }) => codesIn(documents, ['documents']),
};

const codesIn = (list: readonly { code: string }[], at: Path): Given =>
  list.map(({ code }, nth) => [code, [...at, nth]]);

const measuresOf = ({ sections }: Facts) =>
  sections.flatMap(({ measures }, index) =>
    measures.map((measure, nth) => [measure, ['sections', index, 'measures', nth]] as const),
  );

const outcomesIn = (outcomes: readonly OutcomeFacts[], list: Path): Given =>
  outcomes.flatMap(({ code, parts }, nth): Given => {
    const at = [...list, nth];
    return [[code, at], ...outcomesIn(parts, [...at, 'parts'])];
  });
