import type { Ask } from '../../../table/fetch-pages.ts';
import { askOne, readQuery } from '../../ask-all.ts';
import type { Answer } from '../../ask-all.ts';
import { languageArgument } from '../../language/language.ts';
import type { Language } from '../../language/language.ts';
import { askCoded } from './coded.ts';
import type { Coded } from './coded.ts';
import { searchVariables } from './search-state.ts';
import type { SearchNarrowed, SearchState } from './search-state.ts';

/** Another search, how much it finds, and the name of the place that it is narrowed to. */
export type Instead = {
  /** The words; none stands for the reports themselves. */
  text: string;
  narrowed: SearchNarrowed;
  count: number;
  place: string | null;
};

/** Things with pages of their own that a search names, and how it may have been meant. */
export type SearchHints = {
  shared: Answer<'find/shared'> | null;
  /** Those whose code was typed. */
  coded: readonly Coded[];
  meant: readonly Instead[];
  /** What it may have meant as well, of which there is nothing. */
  missed: readonly Instead[];
};

const queries = {
  shared: readQuery('find/shared'),
  called: readQuery('find/called'),
  found: readQuery('find/found'),
  counted: readQuery('find/counted'),
};

/** Of more words it is not looked up whether each is a place. */
const mostWords = 4;

/**
 * What a search leads to beside its hits: what reports share stands behind all that they tell, and a place
 * or a year that is typed with other words stands in no fact, but tells of which report it is.
 */
export async function askHints(
  ask: Ask,
  state: SearchState,
  language: Language,
): Promise<SearchHints> {
  const { text, narrowed, window } = state;
  if (window.page !== 1) return { shared: null, coded: [], meant: [], missed: [] };
  const [shared, coded, asked] = await Promise.all([
    narrowed.type === undefined
      ? askOne(ask, queries.shared, { text, language: languageArgument[language] })
      : null,
    askCoded(ask, state, language),
    askMeant(ask, state, language),
  ]);
  const [meant, missed] = [true, false].map((isThere) =>
    asked.filter(({ count }) => count > 0 === isThere),
  ) as [Instead[], Instead[]];
  return { shared, coded, meant, missed };
}

/** How much another search finds. */
export async function askFound(
  ask: Ask,
  { text, narrowed }: Pick<Instead, 'text' | 'narrowed'>,
  language: Language,
): Promise<Instead> {
  const { places, years, ...others } = searchVariables(narrowed);
  const chosenPlaces = narrowed.place === undefined ? [] : [narrowed.place];
  const variables = { places, years, chosen: chosenPlaces, language: languageArgument[language] };
  const { counted, chosen } = await (text === ''
    ? askOne(ask, queries.counted, variables)
    : askOne(ask, queries.found, { text, ...others, ...variables }));
  return { text, narrowed, count: counted.totalCount, place: chosen.nodes[0]?.name ?? null };
}

const smallWords = new Set(
  'a an and are at by did do does for from how in is it of on or the their to was were what which with'.split(
    ' ',
  ),
);

/** A word that says how others hang together: it stands in no title for what it means. */
export const isSmall = (word: string): boolean => smallWords.has(word.toLowerCase());

const aYear = /^((?:19|20)\d\d)(?:年度?)?$/;

/** The words of a search, a place at its start and a year in it apart from what stands beside them. */
const wordsOf = (text: string): string[] =>
  text
    .replaceAll(/(?:19|20)\d\d(?!\d)(?:年度?)?/g, ' $& ')
    .replace(/^(\s*\p{Script=Han}{1,7}?[省市县区旗盟州])(?=\p{Script=Han}{2})/u, '$1 ')
    .split(/\s+/)
    .filter((word) => word !== '');

/** Words that ask for the reports of a place and a year, not for words in them. */
const ofReports = /^(?:年度)?报告$|^reports?$/i;

/** The search with the places and the year of which it speaks as what it is narrowed to. */
async function askMeant(
  ask: Ask,
  { text, narrowed }: SearchState,
  language: Language,
): Promise<Instead[]> {
  const words = wordsOf(text);
  if (words.length < 2) return [];
  const year = words.map((word) => aYear.exec(word)?.[1]).find((found) => found !== undefined);
  const others = words.filter((word) => !aYear.test(word) && !isSmall(word));
  const places = narrowed.place === undefined ? await askCalled(ask, others, language) : [];
  const meant = (places.length > 0 ? places : [null]).flatMap((place) => {
    const rest = others.filter((word) => !place?.names.includes(word.toLowerCase()));
    if (!place && (rest.length === 0 || year === undefined)) return [];
    return {
      text: place && rest.every((word) => ofReports.test(word)) ? '' : rest.join(' '),
      narrowed: {
        ...narrowed,
        ...(place && { place: place.code }),
        ...(year !== undefined && { year }),
      },
    };
  });
  return Promise.all(meant.map((other) => askFound(ask, other, language)));
}

/** The places that one of the words names, with all that they are called; a word of many names none. */
async function askCalled(ask: Ask, words: readonly string[], language: Language) {
  const asked = await Promise.all(
    words.slice(0, mostWords).map(async (text) => {
      const { places } = await askOne(ask, queries.called, {
        text,
        language: languageArgument[language],
      });
      const { totalCount, nodes } = places;
      return totalCount > nodes.length
        ? []
        : nodes.map(({ code, name }) => ({ code, names: `${name} ${text}`.toLowerCase() }));
    }),
  );
  const byCode = new Map(asked.flat().map((place) => [place.code, place]));
  return [...byCode.values()].slice(0, mostPlaces);
}

/** A search is narrowed to no more places, one after the other. */
const mostPlaces = 3;
