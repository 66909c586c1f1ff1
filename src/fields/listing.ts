import type { RelationsFilter } from 'drizzle-orm';
import type { relations } from '../db/relations.ts';
import { lift } from './lift.ts';
import type { Value } from './lift.ts';

type Relations = typeof relations;
export type TableName = keyof Relations;

/** A drizzle filter over the rows of a table. */
export type Filter<Name extends TableName> = RelationsFilter<Relations[Name], Relations>;

/** What a page's arguments hold for its filter; only rules read it. */
export type FilterValue = Readonly<Record<string, unknown>>;

/** One field of a filter: its type in the API, and what it means as a drizzle filter. */
export type Rule = {
  description: string;
  /** `type` is a Pothos input type; `other` is the filter of the listing at the end of a relation. */
  input: { type: unknown } | { other: () => Listing };
  where: (value: never) => object;
};

/** The columns that an order follows in either direction; none may be nullable. */
export type Order = { description: string; ascending: string; descending: string };

/**
 * How the rows of one table are listed: by which filters, in which orders. Declared once per table,
 * used by every page over it, at the root and inside other types.
 */
export type Listing = {
  table: TableName;
  /** Its rows' type in the API. */
  typename: string;
  rules: Readonly<Record<string, Rule>>;
  /** The order that is taken where none is asked for stands first. */
  orders: Readonly<Record<string, Order>>;
};

/** The kinds of rules that filters over one table are made of. */
export const rulesOver = <Name extends TableName>(_table: Name) => ({
  /** Several values, any of which may hold; an empty list matches nothing. */
  anyOf: (type: unknown, description: string, where: (values: Value) => Filter<Name>): Rule => ({
    description,
    input: { type: [type] },
    where,
  }),

  /** A fact that holds or does not. */
  whether: (description: string, where: (holds: boolean) => Filter<Name>): Rule => ({
    description,
    input: { type: 'Boolean' },
    where,
  }),

  /** A range, both ends included, either of which may be left open. */
  range: (type: unknown, description: string, where: (bounds: Bounds) => Filter<Name>): Rule => ({
    description,
    input: { type },
    where: ({ from, to }: { from?: Value | null; to?: Value | null }) =>
      where({ ...(from && { gte: from }), ...(to && { lte: to }) }),
  }),

  /** Those that a relation leads to rows which pass that other listing's filter. */
  thoseWith: (relation: keyof Filter<Name>, other: () => Listing, description: string): Rule => ({
    description,
    input: { other },
    where: (value: FilterValue) => ({ [relation]: filterOf(other(), value) }),
  }),
});

type Bounds = { gte?: Value; lte?: Value };

/** The drizzle filter that a filter argument asks for: all of its fields together. */
export function filterOf(listing: Listing, value: FilterValue | null | undefined): object {
  const all = Object.entries(value ?? {})
    .filter(([, item]) => item !== undefined && item !== null)
    .map(([name, item]) => {
      const rule = listing.rules[name];
      if (!rule) throw new Error(`no rule for ${listing.typename} by ${name}`);
      return rule.where(('other' in rule.input ? item : lift(item)) as never);
    });
  return { AND: all };
}
