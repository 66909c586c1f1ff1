import { retiredKinds } from '../../db/codes/retired-codes.ts';
import type { Path } from './parse-source.ts';
import type { ReportSource } from './read-seed.ts';
import type { OutcomeFacts } from './shapes/facts.ts';

/** Where the facts of a report give each id that people cite. */
export function factPlaces({
  code,
  facts,
}: Pick<ReportSource, 'code' | 'facts'>): [string, Path][] {
  const given = (kind: keyof typeof retiredKinds, own: string, at: Path): [string, Path] => [
    `${retiredKinds[kind].typename}:${code}/${own}`,
    at,
  ];
  const all = (kind: keyof typeof retiredKinds, list: readonly { code: string }[], at: Path) =>
    list.map((each, nth) => given(kind, each.code, [...at, nth]));
  const outcomesIn = (outcomes: readonly OutcomeFacts[], list: Path): [string, Path][] =>
    outcomes.flatMap((outcome, nth) => {
      const at = [...list, nth];
      return [given('OUTCOME', outcome.code, at), ...outcomesIn(outcome.parts, [...at, 'parts'])];
    });
  return [
    ...all('DOCUMENT', facts.documents, ['documents']),
    ...facts.sections.flatMap(({ measures, targets, problems }, index) => [
      ...measures.flatMap((measure, nth) => {
        const at = ['sections', index, 'measures', nth];
        return [
          given('MEASURE', measure.code, at),
          ...outcomesIn(measure.outcomes, [...at, 'outcomes']),
          ...all('TARGET', measure.targets, [...at, 'targets']),
        ];
      }),
      ...all('TARGET', targets, ['sections', index, 'targets']),
      ...all('PROBLEM', problems, ['sections', index, 'problems']),
    ]),
  ];
}
