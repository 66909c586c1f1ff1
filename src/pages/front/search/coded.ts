import type { PagedKind } from '../../../http/addresses.ts';
import type { SearchType } from '../../../vocabulary.ts';
import type { Ask } from '../../../table/fetch-pages.ts';
import { askAll, askOne, readQuery } from '../../ask-all.ts';
import { languageArgument } from '../../language/language.ts';
import type { Language } from '../../language/language.ts';
import type { SearchState } from './search-state.ts';

/** A thing whose code was typed. */
export type Coded = {
  kind: PagedKind;
  type: SearchType;
  code: string;
  label: string;
};

const kinds = [
  'report',
  'measure',
  'outcome',
  'target',
  'problem',
  'document',
  'indicator',
  'organization',
] as const;

const queries = { coded: readQuery('find/coded'), reports: readQuery('listed') };

/** A code by itself, within an id, or at the end of an address; of a thing in a report with the report's. */
const typedCode =
  /^(?:(?:https?:\/\/[^/\s]+)?\/[a-z]+\/|[a-z]+:)?(?<code>[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?)$/i;

/** So many pages of reports, and so many codes, are looked through for a code that is typed without its report's. */
const mostPages = 1;
const mostCodes = 100;

/** More things of one code are not told. */
const mostCoded = 6;

/**
 * The codes that words typed may be. That of a thing may be typed without its report's: then it is looked for
 * in the report that the search is narrowed to, else in those that the first page of their list holds.
 */
async function codesIn(ask: Ask, { text, narrowed }: SearchState): Promise<string[]> {
  const code = typedCode.exec(text)?.groups?.['code']?.toLowerCase();
  if (code === undefined) return [];
  if (code.includes('/') || !code.includes('-')) return [code];
  const { report } = narrowed;
  const reports =
    report === undefined
      ? (await askAll(ask, queries.reports, {}, mostPages)).map((listed) => listed.code)
      : [report];
  return [code, ...reports.map((one) => `${one}/${code}`)].slice(0, mostCodes);
}

/** The things whose code was typed; nothing is asked where no code can be. */
export async function askCoded(
  ask: Ask,
  state: SearchState,
  language: Language,
): Promise<readonly Coded[]> {
  const codes = await codesIn(ask, state);
  if (codes.length === 0) return [];
  const found = await askOne(ask, queries.coded, { codes, language: languageArgument[language] });
  const things = kinds.flatMap((kind) =>
    found[kind].nodes.map(({ code, label }) => {
      const type = kind.toUpperCase() as Uppercase<typeof kind>;
      return { kind, type, code, label };
    }),
  );
  // What bears the very code stands before what bears it in a report.
  const isExact = ({ code }: Coded) => Number(code === codes[0]);
  return things.toSorted((a, b) => isExact(b) - isExact(a)).slice(0, mostCoded);
}
