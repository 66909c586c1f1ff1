import type { Database } from '../../../../src/db/database.ts';
import type { TableName } from '../../../../src/db/relations.ts';
import { listingOf } from '../../../../src/fields/listing.ts';
import type { Listing } from '../../../../src/fields/listing.ts';
import type { Asked } from '../in-process/asking.ts';
import { drawValues } from '../in-process/draw-values.ts';

/** A page of a list under a filter and an order. */
export type PageQuestion = Asked & {
  table: TableName;
  variables: { filter: Readonly<Record<string, unknown>>; orderBy: Ordered };
};

type Part = { field: string; value: unknown };
type Random = () => number;

const pickOf =
  (random: Random) =>
  <Item>(items: readonly Item[]) =>
    items[Math.floor(random() * items.length)]!;

export const listed: readonly TableName[] = [
  'outcomes',
  'measures',
  'links',
  'targets',
  'problems',
];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** All pairs of a filter and an order, each with several values, over the lists that are asked most. */
export function drawPairs(db: Database): PageQuestion[] {
  return listed.flatMap((table) => {
    const { parts, orders } = partsOf(db, table);
    return parts.flatMap((part) => orders.map((order) => questionOf(table, [part], order)));
  });
}

/** So many questions of two filters and an order, drawn at random. */
export function drawTriples(db: Database, count: number, random: Random): PageQuestion[] {
  const known = listed.map((table) => ({ table, ...partsOf(db, table) }));
  const pick = pickOf(random);
  const drawn: PageQuestion[] = [];
  while (drawn.length < count) {
    const { table, parts, orders } = pick(known);
    const [one, other] = [pick(parts), pick(parts)];
    if (one.field !== other.field) drawn.push(questionOf(table, [one, other], pick(orders)));
  }
  return drawn;
}

/** How often a filter across a relation holds another such, and how often a plain one stands beside it. */
const chances = { deeper: 0.2, beside: 0.3 };

/** So many questions of a filter across a relation and an order, drawn at random. */
export function drawDeep(db: Database, count: number, random: Random): PageQuestion[] {
  const known = listed.map((table) => ({ table, ...partsOf(db, table) }));
  const pick = pickOf(random);
  return Array.from({ length: count }, () => {
    const { table, parts, orders } = pick(
      known.filter(({ table: name }) => stepsOf(name).length > 0),
    );
    const across = drawAcross(db, table, random);
    const beside = random() < chances.beside ? [pick(parts)] : [];
    return questionOf(table, [across, ...beside], pick(orders));
  });
}

const isAcross = ({ input }: Listing['rules'][string]) => 'other' in input;

const stepsOf = (table: TableName) =>
  Object.entries(listingOf(table)?.rules ?? {}).filter(([, rule]) => isAcross(rule));

function drawAcross(db: Database, table: TableName, random: Random): Part {
  const [field, { input }] = pickOf(random)(stepsOf(table));
  const { table: far } = (input as { other: () => Listing }).other();
  const isDeeper = stepsOf(far).length > 0 && random() < chances.deeper;
  const inner = isDeeper ? drawAcross(db, far, random) : pickOf(random)(partsOf(db, far).parts);
  return { field, value: { [inner.field]: inner.value } };
}

type Ordered = { field: string; direction: 'ASC' | 'DESC' };

const drawn = new WeakMap<Database, Map<TableName, { parts: Part[]; orders: Ordered[] }>>();

function partsOf(db: Database, table: TableName): { parts: Part[]; orders: Ordered[] } {
  const known = drawn.get(db) ?? new Map<TableName, { parts: Part[]; orders: Ordered[] }>();
  drawn.set(db, known);
  const parts = known.get(table) ?? drawParts(db, table);
  known.set(table, parts);
  return parts;
}

function drawParts(db: Database, table: TableName): { parts: Part[]; orders: Ordered[] } {
  const listing = listingOf(table);
  if (!listing) throw new Error(`no listing of ${table}`);
  const parts = Object.keys(listing.rules).flatMap((field) =>
    drawValues(db, listing, field).map((value) => ({ field, value })),
  );
  const orders = Object.keys(listing.orders).flatMap((field) =>
    (['ASC', 'DESC'] as const).map((direction) => ({ field, direction })),
  );
  return { parts, orders };
}

function questionOf(table: TableName, parts: readonly Part[], orderBy: Ordered): PageQuestion {
  const { typename } = listingOf(table)!;
  const filter = Object.fromEntries(parts.map(({ field, value }) => [field, value]));
  return {
    table,
    title: `${table} ${JSON.stringify(filter)} by ${orderBy.field} ${orderBy.direction}`,
    query: `query ($filter: ${typename}Filter, $orderBy: ${typename}Order) { ${table}(filter: $filter, orderBy: $orderBy, first: 20) { nodes { code } } }`,
    variables: { filter, orderBy },
  };
}
