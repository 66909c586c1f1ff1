import { markOf } from '../../text/search/full-text.ts';
import type { RequiredPart, SearchType } from '../../vocabulary.ts';

/** What the marks of a report's entries tell of it. */
export type MarkedReport = {
  code: string;
  year: number | null | undefined;
  /** Codes of the place that it is of, and of those that this lies in. */
  places: readonly string[];
};

/** The marks that every entry of a report bears. */
export const marksOfReport = ({ code, year, places }: MarkedReport): string[] => [
  markOf('report', code),
  ...(year == null ? [] : [markOf('year', String(year))]),
  ...places.map((place) => markOf('place', place)),
];

/** All marks of an entry, by which searches are limited. */
export const marksOfEntry = (
  type: SearchType,
  ofReport: readonly string[],
  part: RequiredPart | null | undefined,
): string[] => [markOf('type', type), ...ofReport, ...(part == null ? [] : [markOf('part', part)])];
