import type { Rows } from '../../../src/importer/rows/rows.ts';
import { namesOf, outcomeDimensions, outcomeLevels } from '../../../src/vocabulary.ts';
import type { OutcomeDimension } from '../../../src/vocabulary.ts';
import type { Random } from '../corpus-rows.ts';
import { typed } from '../filter-argument.ts';

/** Pages of groups, with all that is told of them. */
export const groupsQuery = `query Q($by: [OutcomeDimension!]!, $filter: OutcomeFilter, $orderBy: OutcomeGroupOrder, $first: Int, $after: String) {
  outcomeGroups(groupBy: $by, filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { cursor node { report { code } section { code } level unit { code } indicator { code } place { code } year period dimension population
      outcomeCount figureCount isExact sum sumLow sumHigh mean minimum maximum withheld } } } }`;

/** What is asked of groups, but for the place from which on. */
export type GroupsAsked = {
  by: OutcomeDimension[];
  filter: Record<string, unknown>;
  orderBy: { field: string; direction: string };
  first: number;
};

const stored: readonly OutcomeDimension[] = ['PLACE', 'YEAR', 'LEVEL', 'UNIT', 'INDICATOR'];

/** Questions for groups: mostly by the dimensions that are stored and under values of these or words, now and then by and under others. */
export function groupQuestions(rows: Rows, { below, chance, pick }: Random): () => GroupsAsked {
  const codes = (list: readonly { code: string }[]) => ['none', ...list.map(({ code }) => code)];
  const values: Record<string, readonly unknown[]> = {
    places: codes(rows.places),
    placesWithin: codes(rows.places),
    years: [1066, ...new Set(rows.outcomes.flatMap(({ year }) => year ?? []))],
    levels: namesOf(outcomeLevels),
    units: codes(rows.units),
    indicators: codes(rows.indicators),
  };
  const some = (list: readonly unknown[]) =>
    Array.from({ length: chance(0.6) ? 1 : below(5) }, () => pick(list));
  const conditions: readonly (() => Record<string, unknown>)[] = [
    ...Object.entries(values).map(([field, all]) => () => ({ [field]: some(all) })),
    () => ({ hasFigure: chance(0.5) }),
    () => ({ hasIndicator: chance(0.5) }),
    () => ({ reviewStates: ['CURATED'] }),
    () => ({ text: pick(typed) }),
    () => ({ measures: { text: pick(typed) } }),
  ];
  return () => {
    const dimensions = chance(0.8) ? stored : namesOf(outcomeDimensions);
    const by = Array.from({ length: below(4) }, () => pick(dimensions));
    const filter = Array.from({ length: below(3) }, () => pick(conditions)());
    return {
      by,
      filter: Object.assign({}, ...filter) as Record<string, unknown>,
      orderBy: {
        field: pick(['KEYS', 'KEYS', 'COUNT', 'SUM', 'MEAN']),
        direction: pick(['ASC', 'DESC']),
      },
      first: pick([1, 3, 20, 200]),
    };
  };
}
