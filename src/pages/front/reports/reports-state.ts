import { namesOf, reportKinds, requiredParts } from '../../../vocabulary.ts';
import type { ReportKind, RequiredPart } from '../../../vocabulary.ts';
import { readWindow } from '../window.ts';
import type { Window } from '../window.ts';

/** What the list of reports is narrowed to. */
export type ReportsNarrowed = {
  text?: string;
  /** The code of a place: its reports and those of every place in it. */
  place?: string;
  year?: string;
  kind?: ReportKind;
  missing?: RequiredPart;
};

export type ReportsState = { narrowed: ReportsNarrowed; window: Window };

/** Where the reports are listed. */
export const reportsPath = '/reports';

const kinds: ReadonlySet<string> = new Set(namesOf(reportKinds));
const parts: ReadonlySet<string> = new Set(namesOf(requiredParts));

const isKind = (value: string): value is ReportKind => kinds.has(value);
const isPart = (value: string): value is RequiredPart => parts.has(value);

/** What cannot be read is left out, as if nobody had said it. */
export function readReports(search: URLSearchParams): ReportsState {
  const value = (name: string) => search.get(name)?.trim() ?? '';
  const [text, place, year] = [value('text'), value('place'), value('year')];
  const [kind, missing] = [value('kind'), value('missing')];
  return {
    narrowed: {
      ...(text !== '' && { text }),
      ...(place !== '' && { place }),
      ...(/^\d{4}$/.test(year) && { year }),
      ...(isKind(kind) && { kind }),
      ...(isPart(missing) && { missing }),
    },
    window: readWindow(search),
  };
}

/** The same as the variables of the page's query; null lets everything pass. */
export const reportVariables = ({ text, place, year, kind, missing }: ReportsNarrowed) => ({
  text: text ?? null,
  places: place === undefined ? null : [place],
  years: year === undefined ? null : [Number(year)],
  kinds: kind ? [kind] : null,
  missing: missing ? [missing] : null,
});
