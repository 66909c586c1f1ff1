import type { Ask } from '../../table/fetch-pages.ts';
import { askOne, readQuery } from '../ask-all.ts';
import type { Answer } from '../ask-all.ts';
import { languageArgument } from '../language/language.ts';
import type { Language } from '../language/language.ts';

export type FrontData = Answer<'front'>;

const query = readQuery('front');

/**
 * What the front page tells, asked of the API.
 * @throws Unanswered with the API's errors
 */
export const askFront = (ask: Ask, language: Language): Promise<FrontData> =>
  askOne(ask, query, { language: languageArgument[language] });
