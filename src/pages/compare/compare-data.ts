import type { Ask } from '../../table/fetch-pages.ts';
import { Unanswered, askAll, askOne, readQuery } from '../ask-all.ts';
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
 * Asks the API for all that is told of an indicator, in the whole country or within places; null where
 * there is none of that code, or no such place.
 * @throws Unanswered with the API's errors
 */
export async function askIndicator(
  ask: Ask,
  code: string,
  language: Language,
  places: readonly string[] | null = null,
): Promise<Compared | null> {
  const variables = { code, places: places && [...places], language: languageArgument[language] };
  try {
    const { indicator, ...counts } = await askOne(ask, queries.indicator, {
      ...variables,
      chosen: [...(places ?? [])],
    });
    if (!indicator) return null;
    const observations = await askAll(ask, queries.observations, variables, mostPages);
    return { indicator, ...counts, observations };
  } catch (error) {
    if (places !== null && error instanceof Unanswered && error.status < 422) return null;
    throw error;
  }
}

/** More than a thousand observations no page shows well: they are there as CSV. */
const mostPages = 10;
