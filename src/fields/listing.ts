import { sql } from 'drizzle-orm';
import type { RelationsFilter, SQL } from 'drizzle-orm';
import { withCodes } from '../db/codes/rows-of-codes.ts';
import type { FacetColumn } from '../db/facet.ts';
import { asWords } from '../db/found-sets.ts';
import { EnumRef } from '@pothos/core';
import { sayingUnusual } from '../db/relations/unusual-words.ts';
import { boundSteps } from '../db/relations/step-forms.ts';
import { relationOf, targetOf } from '../db/relations/relation-of.ts';
import { relations } from '../db/relations.ts';
import type { TableName } from '../db/relations.ts';
import { limits } from '../limits.ts';
import { badUserInput } from '../validation/bad-user-input.ts';
import { countCodePoints } from '../text/code-points.ts';
import { bindParameters, givenIn } from './field-arguments.ts';
import type { BoundValue } from './field-arguments.ts';
import { tooComplex } from '../validation/too-complex.ts';

type Relations = typeof relations;

/** A drizzle filter over the rows of a table. */
export type Filter<Name extends TableName> = RelationsFilter<Relations[Name], Relations>;

/** What a page's arguments hold for its filter, if anything; only rules read it. */
export type FilterValue = Readonly<Record<string, unknown>> | null | undefined;

/** One field of a filter: its type in the API, and what its values must be. */
type FilterInputField = {
  description: string;
  /** `type` is a Pothos input type; `other` is the filter of the listing at the end of a relation. */
  input: { type: unknown } | { other: () => Listing };
  /** Whether it asks for words. */
  isText?: boolean;
  /** The table whose codes its values are. */
  codesOf?: TableName;
  /** Whether none of the values may hold, so that an empty list lets all pass. */
  isNoneOf?: boolean;
  /** Why a value cannot be taken, if it cannot: what it must be. */
  validate?(value: unknown): string | null;
};

/** The fields of a filter, whatever they mean. */
export type FilterShape = {
  typename: string;
  /** What passes the filter or does not, where that is no row of a table. */
  rows?: string;
  rules: Readonly<Record<string, FilterInputField>>;
};

/** One field of a filter with what it means as a drizzle filter. */
export type FilterField = FilterInputField & { where(value: unknown): object };

/** How many rows of a list have each value of one of their columns. */
export type Facet = FacetColumn & {
  description: string;
  /** The field of the filter whose effect it does not feel. */
  ignores?: string;
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
  rules: Readonly<Record<string, FilterField>>;
  /** The order that is taken where none is asked for stands first. */
  orders: Readonly<Record<string, Order>>;
  /** By what people ask how many there are of each; none where that says little. */
  facets?: Readonly<Record<string, Facet>>;
  /** A field of its filter that a list goes by where the filter has none of `unless`. */
  usual?: { field: string; value: unknown; unless: readonly string[] };
};

const listings = new Map<TableName, Listing>();

/** Declares how the rows of a table are listed, so that the filters of others find it. */
export function declareListing(listing: Listing): Listing {
  listings.set(listing.table, listing);
  return listing;
}

/** How the rows of a table are listed; undefined for a table that nobody can list. */
export const listingOf = (table: string): Listing | undefined => listings.get(table as TableName);

/** All that are declared, in the order of their declaration. */
export const allListings = (): Listing[] => [...listings.values()];

/** The listing of the rows that a relation leads to. Not before all are declared. */
function listingAcross(table: TableName, relation: string): Listing {
  const listing = listingOf(targetOf(relationOf(table, relation)));
  if (!listing)
    throw new Error(
      `no listing of what ${table}.${relation} leads to: declare one (declareListing) in the file of its type in src/schema`,
    );
  return listing;
}

/** What a value means as a filter over the rows of a table. */
type Where<Name extends TableName, Value = BoundValue> = (value: Value) => Filter<Name>;

const byCodes = (
  codesOf: TableName,
  description: string,
  where: FilterField['where'],
): FilterField => ({ description, input: { type: ['String'] }, where, codesOf });

/** The kinds of rules that filters over one table are made of. */
export const filterFieldsOf = <Name extends TableName>(table: Name) => ({
  /** Several values, any of which may hold; an empty list matches nothing. */
  anyOf: (type: unknown, description: string, where: Where<Name>): FilterField => ({
    description,
    input: { type: [type] },
    where,
  }),

  /** Several codes of rows of a table, any of which may hold; one that is not there is warned of. */
  codes: (codesOf: TableName, description: string, where: Where<Name>) =>
    byCodes(codesOf, description, where),

  /** Several codes of rows of a table, none of which may hold; an empty list lets all pass. */
  noneOfCodes: (codesOf: TableName, description: string, where: Where<Name>) => ({
    ...byCodes(codesOf, description, where),
    isNoneOf: true,
  }),

  /** The codes of the rows themselves. */
  ownCodes: (description: string): FilterField => ({
    description,
    input: { type: ['String'] },
    where: (codes: BoundValue) => withCodes(relations[table].table, codes as unknown as SQL),
    codesOf: table,
  }),

  /** A fact that holds or does not. */
  boolean: (description: string, where: Where<Name, boolean>): FilterField => ({
    description,
    input: { type: 'Boolean' },
    where,
  }),

  /** Words that must all stand in the row's texts, wherever and however they are written. */
  text: (description: string, where: Where<Name>): FilterField => ({
    description: `${description} Chinese words of one, two or more characters, Latin words and digits, in any width; punctuation counts to the letter, and none of it is syntax; several words, parted by spaces, must all stand there. A figure is found as a whole: 43 does not find 243. Only white space matches nothing.`,
    input: { type: 'String' },
    where,
    isText: true,
    validate: validateText,
  }),

  /**
   * A range, both ends included, either of which may be left open; its ends in the wrong order are refused. `from` bounds one column and `to` one,
   * the same or another that is never below it. What has no value passes no range, open at both ends or not.
   */
  range: (
    type: unknown,
    description: string,
    columns: Readonly<Record<'from' | 'to', keyof Filter<Name> & string>>,
  ): FilterField => ({
    description,
    input: { type },
    where: (ends: Partial<Record<'from' | 'to', BoundValue | null>>) => insideRange(columns, ends),
    validate: validateRange,
  }),

  /**
   * Those that a relation leads to rows which pass that other listing's filter.
   * @param known by a field of that filter: what else holds of every row that it leads to, so that no others are looked up by that field
   */
  relation: (
    relation: keyof Filter<Name> & string,
    description: string,
    known: Readonly<Record<string, object>> = {},
  ): FilterField => {
    // Found when it is needed: the listings of two types may lead to each other.
    const other = () => listingAcross(table, relation);
    return {
      description,
      input: { other },
      where: (value: FilterValue) => ({
        [relation]: { AND: [...allOf(other(), value).AND, ...knownWith(value, known)] },
      }),
    };
  },
});

/** What is known beside the fields that a filter gives. */
const knownWith = (value: FilterValue, known: Readonly<Record<string, object>>): object[] =>
  Object.entries(known).flatMap(([name, more]) => (value?.[name] == null ? [] : more));

/** The longest text that is searched for, in code points. */
const longestText = limits.searchCharacters.value;

export function validateText(typed: string): string | null {
  const length = countCodePoints(typed);
  return length <= longestText
    ? null
    : `is ${length} characters long; at most ${longestText} (searchCharacters). Search for fewer words.`;
}

/** Nothing lies between two ends in the wrong order: whoever asks for it has mistaken one for the other. */
function validateRange({ from, to }: Partial<Record<'from' | 'to', number | string | null>>) {
  if (from == null || to == null || from <= to) return null;
  return `goes from ${from} to ${to}, between which nothing lies. Give the lower end as from.`;
}

/** The rows whose values lie between two ends; with neither, those that have a value at all. */
function insideRange(
  columns: Readonly<Record<'from' | 'to', string>>,
  { from, to }: Partial<Record<'from' | 'to', BoundValue | null>>,
): object {
  const bounds: Record<string, object> = {};
  if (from != null) bounds[columns.from] = { gte: from };
  if (to != null) bounds[columns.to] = { ...bounds[columns.to], lte: to };
  // What ends by then begins by then: said of both columns, an index over either finds no more than may pass.
  // Nothing follows for the end from where it begins: what goes on has none.
  if (from != null && to != null) bounds[columns.from] = { gte: from, lte: to };
  if (from != null || to != null) return bounds;
  const both = [...new Set([columns.from, columns.to])];
  return { OR: both.map((column) => ({ [column]: { isNotNull: true } })) };
}

/** The fields of a filter that are given, each with its value. */
function fieldsIn<Field>(
  { typename, rules }: { typename: string; rules: Readonly<Record<string, Field>> },
  value: FilterValue,
): { name: string; item: never; field: Field }[] {
  return Object.entries(value ?? {}).flatMap(([name, item]) => {
    if (item === undefined || item === null) return [];
    const field = rules[name];
    if (!field) throw new Error(`no rule for ${typename} by ${name}`);
    return { name, item: item as never, field };
  });
}

/** A field of a filter that is given: where it stands, as `filter.measures.reports`, and its value. */
type GivenField = { path: string; name: string; item: never; field: FilterInputField };

/** All that are given, those of the filters in a filter among them. */
export const fieldsWithin = (
  shape: FilterShape,
  value: FilterValue,
  path = 'filter',
): GivenField[] =>
  fieldsIn(shape, value).flatMap((given) => {
    const own = { ...given, path: `${path}.${given.name}` };
    const { input } = given.field;
    return 'other' in input ? [own, ...fieldsWithin(input.other(), given.item, own.path)] : [own];
  });

/** Where a filter asks for words in texts, as `filter.measures.text`. */
export const wordsAskedAt = (shape: FilterShape, value: FilterValue): string[] =>
  fieldsWithin(shape, value).flatMap(({ path, field }) => (field.isText ? [path] : []));

/**
 * Looks at the values of a filter argument before anything is asked, and tells of all that is wrong with them at once.
 * @throws BAD_USER_INPUT where one of them cannot be taken, QUERY_TOO_COMPLEX for too many steps
 */
export function checkFilter(shape: FilterShape, value: FilterValue): void {
  const given = fieldsWithin(shape, value);
  const steps = given.filter(({ field }) => 'other' in field.input).length;
  if (steps > limits.relationSteps.value) {
    throw tooComplex('relationSteps', steps, 'Filter in fewer steps from one thing to the next.');
  }
  const faults = given.flatMap(({ path, item, field }) => {
    const reason = field.validate?.(item) ?? null;
    return reason === null ? [] : [{ told: `${path} ${reason}`, isText: field.isText === true }];
  });
  if (faults.length === 0) return;
  const limit = faults.some(({ isText }) => isText) ? 'searchCharacters' : undefined;
  throw badUserInput(faults.map(({ told }) => told).join(' '), limit);
}

/** A filter argument as a facet feels it: without the field whose effect it ignores. */
export function feltBy(value: FilterValue, { ignores }: Pick<Facet, 'ignores'>): FilterValue {
  if (value == null || ignores === undefined || !(ignores in value)) return value;
  const { [ignores]: _ignored, ...felt } = value;
  return felt;
}

/** Whether nothing can pass a filter: somewhere any of several values may hold, and there are none. */
export const passesNothing = (shape: FilterShape, value: FilterValue): boolean =>
  fieldsWithin(shape, value).some(
    ({ item, field }) => !field.isNoneOf && valuesGiven(item)?.length === 0,
  );

/** The values of a list, lifted or not; undefined for what is none. */
const valuesGiven = (item: unknown): readonly unknown[] | undefined =>
  Array.isArray(item) ? item : givenIn(item as BoundValue);

/**
 * The drizzle filter that a filter argument asks for: all of its fields together, and no relation
 * step correlated below another. Where nothing can pass, the database is told that and not asked to find it out.
 */
export function filterOf(listing: Listing, value: FilterValue): { AND: object[] } {
  if (passesNothing(listing, value)) return { AND: [{ RAW: () => sql`false` }] };
  const { AND: all } = allOf(listing, withUsual(listing, value));
  return { AND: all.flatMap((rule) => boundSteps(listing.table, rule)) };
}

/** A filter argument with what a list leaves out unless it is asked for. */
export function withUsual({ usual }: Listing, value: FilterValue): FilterValue {
  if (!usual || usual.unless.some((name) => value?.[name] != null)) return value;
  return { ...value, [usual.field]: usual.value };
}

/** The same as the rules give it. */
export function allOf(listing: Listing, value: FilterValue): { AND: object[] } {
  const all = fieldsIn(listing, value).map(({ item, field }) =>
    whereOf(listing.table, field, item),
  );
  return { AND: all };
}

function whereOf(table: TableName, { input, where }: FilterField, item: unknown): object {
  if ('other' in input) return where(item);
  const list = bindParameters(item) as BoundValue;
  const [type] = Array.isArray(input.type) ? (input.type as unknown[]) : [];
  const words = type instanceof EnumRef ? givenIn(list) : undefined;
  if (!words) return where(list);
  asWords(list, words);
  return sayingUnusual(table, where(list), { list, words });
}
