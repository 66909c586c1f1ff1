import { pagePaths } from '../../http/addresses.ts';
import { documentPage } from './document-page.ts';
import { indicatorPage } from './indicator-page.ts';
import type { KindPage } from './kind-page.ts';
import { measurePage } from './measure-page.ts';
import { organizationPage } from './organization-page.ts';
import { outcomePage } from './outcome-page.ts';
import { placePage } from './place-page.ts';
import { problemPage } from './problem-page.ts';
import { targetPage } from './target-page.ts';
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
    const rest = decoded(pathname.slice(start.length));
    if (!rest) return null;
    const form = thingForms.find((ending) => rest.endsWith(`.${ending}`));
    return { kind, code: form ? rest.slice(0, -form.length - 1) : rest, form: form ?? 'page' };
  }
  return null;
}

/** A code out of an address; null where it is not well-formed. */
function decoded(code: string): string | null {
  try {
    return code.split('/').map(decodeURIComponent).join('/');
  } catch {
    return null;
  }
}
