import type { Ask } from '../../table/fetch-pages.ts';
import type { IndicatorDirection } from '../../vocabulary.ts';
import { askAll, askOne, readQuery } from '../ask-all.ts';
import { languageArgument } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import type { Change, Quantity } from '../reading/report-data.ts';

type ComparedPlace = { code: string; name: string };

export type Observation = {
  code: string;
  label: string;
  year: number | null;
  quantity: Quantity | null;
  baseline: { value: number; text: string } | null;
  change: Pick<Change, 'absolute' | 'percent' | 'text' | 'unit'> | null;
  report: { code: string; year: number | null; place: ComparedPlace };
};

export type Compared = {
  indicator: { code: string; name: string; direction: IndicatorDirection; unit: ComparedPlace };
  silent: {
    totalCount: number;
    nodes: { code: string; year: number | null; place: ComparedPlace }[];
  };
  telling: { totalCount: number };
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
  const { indicator, ...counts } = await askOne<
    Omit<Compared, 'indicator' | 'observations'> & { indicator: Compared['indicator'] | null }
  >(ask, queries.indicator, variables);
  if (!indicator) return null;
  const observations = await askAll<Observation>(ask, queries.observations, variables, mostPages);
  return { indicator, ...counts, observations };
}

/** More than a thousand observations no page shows well: they are there as CSV. */
const mostPages = 10;
