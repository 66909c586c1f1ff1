import type { Ask, AskParams } from '../../table/fetch-pages.ts';
import { askWhole } from '../ask-all.ts';
import { dayOf, textAt } from '../origin.ts';
import type { Site } from '../site.ts';
import { citationsOf } from './proof-parts.ts';
import { kindPages } from './kinds.ts';
import type { ThingAddress } from './kinds.ts';
import { tableQueries } from './table-queries.ts';

type ThingData = { type: string; text: string };

/** The citation formats that are files of their own. */
const citationFiles = {
  bib: { name: 'BibTeX', type: 'application/x-bibtex; charset=utf-8' },
  ris: { name: 'RIS', type: 'application/x-research-info-systems; charset=utf-8' },
} as const;

/**
 * A thing as a file: the answer that its page is made of, or a citation; null where there is none of that code.
 * @param at by what this server is called, and the day on which it is asked
 * @throws Unanswered with the API's errors
 */
export async function thingData(
  ask: Ask,
  site: Site,
  { kind, code, form }: ThingAddress & { form: 'json' | 'bib' | 'ris' },
  { origin, now }: { origin: string; now: Date },
): Promise<ThingData | null> {
  const page = kindPages[kind];
  if (form === 'json') {
    const params = { query: page.query, variables: page.variables(code, site.language) };
    const body = await askWhole(ask, params);
    if (body.data[kind] === null) return null;
    return { type: 'application/json; charset=utf-8', text: JSON.stringify(body) };
  }
  const thing = await page.find(ask, site, code);
  if (!thing) return null;
  const { name, type } = citationFiles[form];
  const citation = citationsOf(site, thing).find((format) => format.name === name);
  return citation ? { type, text: `${textAt(citation.text, origin, dayOf(now))}\n` } : null;
}

/** What the table of a thing is asked with; null where there is no such thing. */
export async function thingTable(
  ask: Ask,
  { kind, code }: Pick<ThingAddress, 'kind' | 'code'>,
): Promise<AskParams | null> {
  const query = `query ($code: String!) { ${kind}(by: { code: $code }) { code } }`;
  const { body } = await ask({ query, variables: { code } });
  return body.data?.[kind] ? { query: tableQueries[kind](code) } : null;
}

/** What a thing's file is called where it is saved. */
export const fileOf = ({ kind, code, form }: ThingAddress): string =>
  `${kind}-${code.replaceAll(/[^\w-]+/g, '-')}.${form}`;
