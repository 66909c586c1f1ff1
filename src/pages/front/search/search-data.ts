import type { Ask } from '../../../table/fetch-pages.ts';
import { Unanswered, askOne, readQuery } from '../../ask-all.ts';
import type { Answer } from '../../ask-all.ts';
import { languageArgument } from '../../language/language.ts';
import type { Language } from '../../language/language.ts';
import { askWindow, windowArguments } from '../window.ts';
import type { Window } from '../window.ts';
import type { LeftOut } from '../../address/left-out.ts';
import { askFound, askHints, isSmall } from './search-hints.ts';
import type { Instead, SearchHints } from './search-hints.ts';
import { askPieces } from './search-pieces.ts';
import { searchVariables } from './search-state.ts';
import type { SearchNarrowed, SearchState } from './search-state.ts';

/** What a search found and leads to; where it found nothing, what it would find with less said. */
export type SearchData =
  | {
      kind: 'found';
      search: Answer<'find/search'>['search'];
      instead: readonly Instead[];
      hints: SearchHints;
      /** The page that is shown, and what of the one that was asked for was left out. */
      window: Window;
      leftOut: readonly LeftOut[];
    }
  | { kind: 'refused'; messages: readonly string[] }
  | { kind: 'nothing asked' };

const query = readQuery('find/search');

/** Of more words it is not told what each finds alone. */
const mostWords = 4;

/**
 * Asks the API what holds the words; what is wrong with them is told in its words.
 * @throws Unanswered where that helps nobody who searches
 */
export async function askSearch(
  ask: Ask,
  state: SearchState,
  language: Language,
): Promise<SearchData> {
  const { text, narrowed } = state;
  if (text === '') return { kind: 'nothing asked' };
  try {
    const asked = await askWindow(
      state.window,
      (window) =>
        askOne(ask, query, {
          text,
          ...searchVariables(narrowed),
          language: languageArgument[language],
          ...windowArguments(window),
        }),
      ({ search }) => search.totalCount,
    );
    const { window, leftOut } = asked;
    const { search } = asked.answer;
    const [apart, hints] = await Promise.all([
      search.totalCount > 0 ? [] : askInstead(ask, state, language),
      askHints(ask, { ...state, window }, language),
    ]);
    const isFound = search.totalCount + hints.meant.length + hints.coded.length > 0;
    const less = isFound ? [] : await askLess(ask, state, hints, language);
    const instead = eachOnce([...less, ...apart]);
    return { kind: 'found', search, instead, hints, window, leftOut };
  } catch (error) {
    if (!(error instanceof Unanswered) || error.status >= 422) throw error;
    return { kind: 'refused', messages: error.messages };
  }
}

const eachOnce = (all: readonly Instead[]): Instead[] => [
  ...new Map(all.map((one) => [JSON.stringify([one.text, one.narrowed]), one])).values(),
];

/** What pieces of the words find: where they were meant, else anywhere. */
async function askLess(
  ask: Ask,
  { text, narrowed }: SearchState,
  { missed }: SearchHints,
  language: Language,
): Promise<Instead[]> {
  const meant = missed[0] ?? { text, narrowed };
  const pieces = await askPieces(ask, meant, language);
  const isNarrowed = Object.keys(meant.narrowed).length > 0;
  if (pieces.length > 0 || !isNarrowed) return pieces;
  return askPieces(ask, { text, narrowed: {} }, language);
}

/** What is found without each thing that the search is narrowed to, and what each word finds alone. */
async function askInstead(
  ask: Ask,
  { text, narrowed }: SearchState,
  language: Language,
): Promise<Instead[]> {
  const words = text.split(/\s+/).filter((word) => !isSmall(word));
  const telling = words.join(' ');
  const wider = Object.keys(narrowed).map((name) => {
    const rest: SearchNarrowed = { ...narrowed };
    delete rest[name as keyof SearchNarrowed];
    return { text, narrowed: rest };
  });
  const together = telling === text || words.length < 2 ? [] : [{ text: telling, narrowed }];
  const apart =
    words.length > 1 ? words.slice(0, mostWords).map((word) => ({ text: word, narrowed: {} })) : [];
  const asked = await Promise.all(
    [...wider, ...together, ...apart].map((other) => askFound(ask, other, language)),
  );
  return asked.filter(({ count }) => count > 0);
}
