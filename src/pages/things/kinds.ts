import { codeIn, pagePaths } from '../../http/addresses.ts';
import { documentPage } from './kinds/document-page.ts';
import { indicatorPage } from './kinds/indicator-page.ts';
import type { KindPage } from './kind-page.ts';
import { measurePage } from './kinds/measure-page.ts';
import { organizationPage } from './kinds/organization-page.ts';
import { outcomePage } from './kinds/outcome-page.ts';
import { placePage } from './kinds/place-page.ts';
import { problemPage } from './kinds/problem-page.ts';
import { reportFile } from './kinds/report-file.ts';
import { targetPage } from './kinds/target-page.ts';
import type { ThingKind } from './thing.ts';

/** How the pages of each kind are made. */
export const kindPages = {
  measure: measurePage,
  outcome: outcomePage,
  target: targetPage,
  problem: problemPage,
  indicator: indicatorPage,
  document: documentPage,
  organization: organizationPage,
  place: placePage,
  report: reportFile,
} as const satisfies Record<ThingKind, KindPage>;

/** What of a thing stands at an address: its page, or the same as data. */
export type ThingAddress = { kind: ThingKind; code: string; form: ThingForm };

const thingForms = ['json', 'csv', 'jsonl', 'bib', 'ris'] as const;
type ThingForm = (typeof thingForms)[number] | 'page';

/** The thing that an address names, whether it is there or not; null for other addresses. */
export function thingAt(pathname: string): ThingAddress | null {
  for (const kind of Object.keys(kindPages) as ThingKind[]) {
    const start = pagePaths[kind];
    if (!pathname.startsWith(start)) continue;
    const rest = codeIn(pathname.slice(start.length));
    if (!rest) return null;
    const form = thingForms.find((ending) => rest.endsWith(`.${ending}`));
    return { kind, code: form ? rest.slice(0, -form.length - 1) : rest, form: form ?? 'page' };
  }
  return null;
}
