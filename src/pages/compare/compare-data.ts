import type { Ask } from '../../table/fetch-pages.ts';
import { askAll, askOne, readQuery } from '../ask-all.ts';
import type { Answer, Item } from '../ask-all.ts';
import { languageArgument } from '../language/language.ts';
import type { Language } from '../language/language.ts';

export type Observation = Item<'observations'>;

export type Compared = Omit<Answer<'indicator'>, 'indicator'> & {
  indicator: NonNullable<Answer<'indicator'>['indicator']>;
  observations: readonly Observation[];
};

const queries = { indicator: readQuery('indicator'), observations: readQuery('observations') };

/**
 * Asks the API for all that is told of an indicator; null where there is none of that code.
 * @throws Unanswered with the API's errors
 */
export async function askIndicator(
  ask: Ask,
  code: string,
  language: Language,
): Promise<Compared | null> {
  const variables = { code, language: languageArgument[language] };
  const { indicator, ...counts } = await askOne(ask, queries.indicator, variables);
  if (!indicator) return null;
  const observations = await askAll(ask, queries.observations, variables, mostPages);
  return { indicator, ...counts, observations };
}

/** More than a thousand observations no page shows well: they are there as CSV. */
const mostPages = 10;
