import type { Ask } from '../../table/fetch-pages.ts';
import { askOne, readQuery } from '../ask-all.ts';
import type { Answer, PageQuery } from '../ask-all.ts';
import type { Queries } from '../queries/query-types.ts';
import { languageArgument } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import type { Site } from '../site.ts';
import type { Thing } from './thing.ts';

type Variables = { code: string; language: (typeof languageArgument)[Language] };

/** The queries that ask for one thing by its code. */
type ThingQuery = {
  [Name in keyof Queries]: Name extends `things/${string}` ? Name : never;
}[keyof Queries];

/** How the pages of a kind are made. */
export type KindPage = {
  /** What a page asks the API. */
  query: string;
  variables: (code: string, language: Language) => Variables;
  /**
   * Asks for a thing; null where there is none of that code.
   * @throws Unanswered with the API's errors
   */
  find: (ask: Ask, site: Site, code: string) => Promise<Thing | null>;
};

export function kindPage<Name extends ThingQuery>({
  name,
  view,
}: {
  name: Name;
  view: (answer: Answer<Name>, site: Site) => Thing | null;
}): KindPage {
  const query: PageQuery<Name> = readQuery(name);
  const variables: KindPage['variables'] = (code, language) => ({
    code,
    language: languageArgument[language],
  });
  return {
    query: query.text,
    variables,
    find: async (ask, site, code) =>
      view(await askOne(ask, query, variables(code, site.language)), site),
  };
}
