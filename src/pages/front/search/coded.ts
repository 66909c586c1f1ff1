import type { PagedKind } from '../../../http/addresses.ts';
import type { SearchType } from '../../../vocabulary.ts';
import type { Ask } from '../../../table/fetch-pages.ts';
import { askOne, readQuery } from '../../ask-all.ts';
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

const query = readQuery('find/coded');

/** A code by itself, within an id, or at the end of an address; of a thing in a report with the report's. */
const typedCode =
  /^(?:(?:https?:\/\/[^/\s]+)?\/[a-z]+\/|[a-z]+:)?(?<code>[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?)$/i;

/** The codes that words typed may be: where the search is narrowed to a report, those of a thing in it too. */
function codesIn({ text, narrowed }: SearchState): string[] {
  const code = typedCode.exec(text)?.groups?.['code']?.toLowerCase();
  if (code === undefined) return [];
  const { report } = narrowed;
  return report === undefined || code.includes('/') ? [code] : [code, `${report}/${code}`];
}

/** The things whose code was typed; nothing is asked where no code can be. */
export async function askCoded(
  ask: Ask,
  state: SearchState,
  language: Language,
): Promise<readonly Coded[]> {
  const codes = codesIn(state);
  if (codes.length === 0) return [];
  const found = await askOne(ask, query, { codes, language: languageArgument[language] });
  return kinds.flatMap((kind) =>
    found[kind].nodes.map(({ code, label }) => {
      const type = kind.toUpperCase() as Uppercase<typeof kind>;
      return { kind, type, code, label };
    }),
  );
}
