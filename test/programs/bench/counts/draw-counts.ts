import { eq, sql } from 'drizzle-orm';
import { isEnumType } from 'graphql';
import type { Database } from '../../../../src/db/database.ts';
import { storedGroupings } from '../../../../src/db/groups/groupings.ts';
import { placeAncestors, places } from '../../../../src/db/tables/vocabulary.ts';
import { allListings, listingOf } from '../../../../src/fields/listing.ts';
import type { Listing } from '../../../../src/fields/listing.ts';
import { schema } from '../../../../src/schema/schema.ts';
import { groupsQuery } from '../../../support/random/group-questions.ts';
import type { Asked } from '../in-process/asking.ts';
import { drawSingles, wordsOf } from '../in-process/draw-values.ts';
import { listed } from '../plans/draw-questions.ts';

/** What an import counts, so that it need not be counted when it is asked for. */
export const storedKinds = ['groups', 'facets', 'totals'] as const;

export const countKinds = [...storedKinds, 'searches'] as const;

export type CountKind = (typeof countKinds)[number];

/** A question for how many there are, or for where words stand. */
export type CountQuestion = Asked & {
  kind: CountKind;
  /** Those of its kind that it is told with. */
  part: string;
  /** The listing whose rows are counted, where one is. */
  listing?: Listing;
};

type Filter = Readonly<Record<string, unknown>>;

/** By what outcomes are asked for in groups and facets: the fields of their filter that ask for a stored dimension. */
const fieldsOfGroups = ['places', 'placesWithin', 'years', 'levels', 'units', 'indicators'];
const fieldsOfFacets = ['years', 'levels', 'units', 'indicators', 'placesWithin'];

/** All questions for groups, facets and totals, and searches for some words. */
export const drawCounts = (
  db: Database,
  searchQuery: string,
  random: () => number,
): Record<CountKind, CountQuestion[]> => ({
  groups: drawGroups(db),
  facets: drawFacets(db),
  totals: drawTotals(db),
  searches: drawSearches(db, searchQuery, random),
});

function drawGroups(db: Database): CountQuestion[] {
  const listing = listingNamed('outcomes');
  const filters = [{}, ...singleFilters(db, listing, fieldsOfGroups)];
  return groupings().flatMap((by) =>
    filters.flatMap((filter) =>
      ordersOfGroups().map((orderBy) => ({
        kind: 'groups' as const,
        part: `by ${orderBy.field}`,
        listing,
        title: `groups by ${by.join('+') || 'none'} ${JSON.stringify(filter)} in order of ${orderBy.field} ${orderBy.direction}`,
        query: groupsQuery,
        variables: { by, filter, orderBy },
      })),
    ),
  );
}

/** None, each and each two of the dimensions that groups are stored by, the two in either order. */
const groupings = (): string[][] =>
  storedGroupings
    .filter((names) => names.length < 3 && !names.includes('WITHIN'))
    .flatMap((names) => (names.length === 2 ? [[...names], names.toReversed()] : [[...names]]));

function ordersOfGroups() {
  const fields = schema.getType('OutcomeGroupOrderField');
  if (!isEnumType(fields)) throw new Error('no orders of groups');
  return fields
    .getValues()
    .flatMap(({ name: field }) => ['ASC', 'DESC'].map((direction) => ({ field, direction })));
}

function drawFacets(db: Database): CountQuestion[] {
  const under = singleFilters(db, listingNamed('outcomes'), fieldsOfFacets);
  return rootListings().flatMap((listing) => {
    const filters = [{}, ...(listing.table === 'outcomes' ? under : [])];
    return Object.keys(listing.facets ?? {}).flatMap((facet) =>
      filters.map((filter) =>
        countQuestion('facets', listing, {
          filter,
          of: facet,
          asked: `facets { ${facet}(first: 100) { value label count } }`,
        }),
      ),
    );
  });
}

function drawTotals(db: Database): CountQuestion[] {
  return rootListings().flatMap((listing) =>
    [{}, ...singleFilters(db, listing, Object.keys(listing.rules))].map((filter) =>
      countQuestion('totals', listing, { filter, of: 'totalCount', asked: 'totalCount' }),
    ),
  );
}

function countQuestion(
  kind: CountKind,
  listing: Listing,
  { filter, of, asked }: { filter: Filter; of: string; asked: string },
): CountQuestion {
  const { table, typename } = listing;
  const under = kind === 'facets' ? Object.keys(filter).map((field) => ` under ${field}`) : [];
  return {
    kind,
    part: [table, ...under].join(''),
    listing,
    title: `${of} of ${table} ${JSON.stringify(filter)}`,
    query: `query ($filter: ${typename}Filter) { ${table}(filter: $filter) { ${asked} } }`,
    variables: { filter },
  };
}

/** From how many texts of each list words are drawn, and of how many characters. */
const textsDrawn = 25;
const lengths = [1, 2, 4];

function drawSearches(db: Database, query: string, random: () => number): CountQuestion[] {
  const words = listed.flatMap((table) => {
    const parts = Array.from({ length: textsDrawn }, random);
    return wordsOf(db, table, { lengths, parts });
  });
  return [...new Set(words)].map((text) => ({
    kind: 'searches',
    part: `of ${text.length}`,
    title: `search for ${text}`,
    query,
    variables: { text },
  }));
}

/** Lists that can be asked for at the root. */
function rootListings(): Listing[] {
  const roots = schema.getQueryType()?.getFields() ?? {};
  return allListings().filter(({ table }) => table in roots);
}

function listingNamed(name: string): Listing {
  const listing = listingOf(name);
  if (!listing) throw new Error(`no listing of ${name}`);
  return listing;
}

/** Filters by one of the fields, under one value each. */
const singleFilters = (db: Database, listing: Listing, fields: readonly string[]): Filter[] =>
  fields.flatMap((field) => {
    const values = drawSingles(db, listing, field);
    const all = field === 'placesWithin' ? [...values, ...around(db, values)] : values;
    return all.map((value) => ({ [field]: value }));
  });

/** The places that those of a list lie in, each as a list of its own: few outcomes are of these themselves. */
function around(db: Database, values: readonly unknown[]): string[][] {
  const known = values.flat() as string[];
  const own = sql`(select ${places.id} from ${places} where ${places.code} in ${known})`;
  const codes = db
    .selectDistinct({ code: places.code })
    .from(placeAncestors)
    .innerJoin(places, eq(places.id, placeAncestors.ancestorId))
    .where(sql`${placeAncestors.placeId} in ${own}`)
    .orderBy(places.code)
    .all();
  return codes.flatMap(({ code }) => (known.includes(code) ? [] : [[code]]));
}
