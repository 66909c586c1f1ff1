import type { Compared, Observation } from './compare-data.ts';

/** A place with what its reports tell of an indicator, year by year. */
export type PlaceRow = {
  place: { code: string; name: string };
  observations: readonly Observation[];
  /** The years of its reports that say nothing of it; null stands for a report without a year. */
  silent: readonly (number | null)[];
};

type Told = Pick<Compared, 'observations' | 'silent'>;

/** What is told of an indicator by place, in the order of the places' codes. */
export function byPlace({ observations, silent }: Told): PlaceRow[] {
  const places = new Map<string, PlaceRow['place']>();
  const groups = Map.groupBy(observations, ({ report }) => report.place.code);
  const gaps = Map.groupBy(silent.nodes, ({ place }) => place.code);
  for (const { report } of observations) places.set(report.place.code, report.place);
  for (const { place } of silent.nodes) places.set(place.code, place);
  return [...places]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, place]) => ({
      place,
      observations: (groups.get(code) ?? []).toSorted((a, b) => yearOf(a) - yearOf(b)),
      silent: (gaps.get(code) ?? []).map(({ year }) => year),
    }));
}

/** The year of an outcome's own period or, without one, of its report; 0 where neither is known. */
export const yearOf = ({ year, report }: Observation): number => year ?? report.year ?? 0;

const daysOfYear = 365;
const millisecondsOfDay = 86_400_000;

/** Whether the text says that a figure is of another time than one calendar year. */
export function isOfPartOrMore({ period }: Pick<Observation, 'period'>): boolean {
  if (!period || period.start === null || period.end === null) return false;
  const days = (Date.parse(period.end) - Date.parse(period.start)) / millisecondsOfDay + 1;
  return days < daysOfYear || days > daysOfYear + 1;
}

/** Whether a check of a figure does not follow. */
export const isDoubtful = ({ checks }: Pick<Observation, 'checks'>): boolean =>
  checks.totalCount > 0;
