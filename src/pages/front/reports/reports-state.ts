import { namesOf, reportKinds, requiredParts } from '../../../vocabulary.ts';
import type { ReportKind, RequiredPart } from '../../../vocabulary.ts';
import { aPlace, aYear, oneOf, someText } from '../../address/parts.ts';
import type { ValuesOf } from '../../address/parts.ts';
import { windowParts } from '../window.ts';
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

/** What the address of the list can say. */
export const reportsParts = {
  text: someText,
  place: aPlace(),
  year: aYear,
  kind: oneOf(namesOf(reportKinds)),
  missing: oneOf(namesOf(requiredParts)),
  ...windowParts,
};

/** What an address narrows the list to. */
export function narrowedIn(values: ValuesOf<typeof reportsParts>): ReportsNarrowed {
  const { after: _after, before: _before, page: _page, ...narrowed } = values;
  return narrowed;
}

/** The same as the variables of the page's query; null lets everything pass. */
export const reportVariables = ({ text, place, year, kind, missing }: ReportsNarrowed) => ({
  text: text ?? null,
  places: place === undefined ? null : [place],
  years: year === undefined ? null : [Number(year)],
  kinds: kind ? [kind] : null,
  missing: missing ? [missing] : null,
});
