import { getColumns, getTableName, sql } from 'drizzle-orm';
import { getNamedType, isEnumType, isInputObjectType } from 'graphql';
import type { GraphQLInputType } from 'graphql';
import type { Database } from '../../../../src/db/database.ts';
import { relations } from '../../../../src/db/relations.ts';
import type { TableName } from '../../../../src/db/relations.ts';
import { bindParameters } from '../../../../src/fields/field-arguments.ts';
import type { FilterField, Listing } from '../../../../src/fields/listing.ts';
import { schema } from '../../../../src/schema/schema.ts';

/** Which ranks of the values of a column are asked for, the commonest being 0 and the rarest 1. */
const ranks = [0, 0.1, 0.5, 1];

/** Ranges by the parts of the values that lie below either end. */
const ranges = [
  { from: 0.9 },
  { to: 0.1 },
  { from: 0.45, to: 0.55 },
  { from: 0.5 },
  { from: 0.995 },
  {},
];

type Asked = { field: FilterField; type: GraphQLInputType };

/**
 * Values for the fields of filters, drawn from the data: all of closed lists, and of others the
 * commonest, the rarest and some between. Filters within filters have none.
 */
export function drawValues(db: Database, listing: Listing, name: string): unknown[] {
  const asked = askedBy(listing, name);
  if ('other' in asked.field.input) return [];
  return valuesOf(db, listing.table, asked);
}

/** A field of a filter: what it means, and its type in the API. */
function askedBy({ typename, rules }: Listing, name: string): Asked {
  const field = rules[name];
  const filter = schema.getType(`${typename}Filter`);
  if (!field || !isInputObjectType(filter)) throw new Error(`no filter ${typename}.${name}`);
  return { field, type: filter.getFields()[name]!.type };
}

/** Drawn likewise for a filter over a column of the table: lists of one value, and true and false; none for others. */
export function drawSingles(db: Database, listing: Listing, name: string): unknown[] {
  const { field } = askedBy(listing, name);
  if (columnOfRule(listing.table, field) === undefined) return [];
  return drawValues(db, listing, name).filter((value) =>
    Array.isArray(value) ? value.length === 1 : typeof value === 'boolean',
  );
}

/** Fields of a filter that leave nothing out: those over columns that always hold a word of a closed list, with all words. */
export function allWords(listing: Listing): Record<string, string[]> {
  const { table, rules } = listing;
  const columns: Record<string, { notNull: boolean }> = getColumns(relations[table].table);
  const words = Object.keys(rules).flatMap((name) => {
    const { field, type } = askedBy(listing, name);
    const named = getNamedType(type);
    if (!isEnumType(named) || columns[columnOfRule(table, field) ?? '']?.notNull !== true)
      return [];
    return [[name, named.getValues().map((value) => value.name)] as const];
  });
  return Object.fromEntries(words);
}

function valuesOf(db: Database, table: TableName, { field, type }: Asked): unknown[] {
  const named = getNamedType(type);
  if (isEnumType(named)) {
    const names = named.getValues().map((value) => value.name);
    return [...names.map((value) => [value]), names.slice(0, 2)];
  }
  if (named.name === 'Boolean') return [true, false];
  if (isInputObjectType(named)) return rangesOf(db, table, field);
  if (field.isText) return wordsOf(db, table);
  const column = columnOfRule(table, field) ?? null;
  const values = column === null ? [] : commonOf(db, table, column);
  const of = field.codesOf;
  const known = of && column !== 'code' ? codesBy(db, of, values) : values;
  const some = of && known.length === 0 ? codesBy(db, of, null) : known;
  return [...new Set(some)]
    .map((value) => [value])
    .concat(some.length > 1 ? [some.slice(0, 2)] : []);
}

/** The column that a field of a filter is about, where it is about one of its table. */
function columnOfRule(table: TableName, { input, where }: FilterField): string | undefined {
  return 'other' in input ? undefined : columnIn(table, where(bindParameters(['x'])));
}

function columnIn(table: TableName, filter: object): string | undefined {
  const columns = getColumns(relations[table].table);
  for (const [key, value] of Object.entries(filter) as [string, unknown][]) {
    if (key in columns) return key;
    const [first] = key === 'OR' || key === 'AND' ? (value as object[]) : [];
    if (first) return columnIn(table, first);
  }
  return undefined;
}

function commonOf(db: Database, table: TableName, name: string): (string | number)[] {
  const from = relations[table].table;
  const column = (getColumns(from) as Record<string, unknown>)[name] as never;
  const values = db
    .values<[string | number]>(
      sql`select ${column} from ${from} where ${column} is not null group by 1 order by count(*) desc, 1`,
    )
    .map(([value]) => value);
  return ranks.flatMap((rank) => values[Math.floor(rank * (values.length - 1))] ?? []);
}

/** The codes of rows by their numbers or, where nobody says which, of some. */
function codesBy(db: Database, of: TableName, ids: readonly unknown[] | null): string[] {
  const from = sql.identifier(getTableName(relations[of].table));
  if (ids) {
    return ids.flatMap((id) =>
      db.values<[string]>(sql`select code from ${from} where id = ${id}`).map(([code]) => code),
    );
  }
  const codes = db.values<[string]>(sql`select code from ${from} order by id`);
  return ranks.flatMap((rank) => codes[Math.floor(rank * (codes.length - 1))]?.[0] ?? []);
}

function rangesOf(db: Database, table: TableName, field: FilterField): object[] {
  const from = relations[table].table;
  const [first, last = first] = Object.keys(field.where({ from: sql`1`, to: sql`1` }));
  const columns = getColumns(from) as Record<string, unknown>;
  const valueAt = (name: string | undefined, part: number) => {
    const column = columns[name ?? ''] as never;
    const known = sql`from ${from} where ${column} is not null`;
    return db.values<[unknown]>(
      sql`select ${column} ${known} order by 1 limit 1 offset (select cast(${part} * (count(*) - 1) as integer) ${known})`,
    )[0]?.[0];
  };
  return ranges.map((range: { from?: number; to?: number }) => ({
    ...(range.from !== undefined && { from: valueAt(first, range.from) }),
    ...(range.to !== undefined && { to: valueAt(last, range.to) }),
  }));
}

/** Which words are drawn: how long, and from texts so far from the first to the last. */
type DrawnWords = { lengths: readonly number[]; parts: readonly number[] };

/** Words that labels or titles begin with: of outcomes where the rows have none. */
export function wordsOf(
  db: Database,
  table: TableName,
  { lengths, parts }: DrawnWords = { lengths: [2, 4], parts: [0.1, 0.6] },
): string[] {
  const columns: Record<string, unknown> = getColumns(relations[table].table);
  const name = columns['labelZh'] ? 'label_zh' : columns['titleZh'] ? 'title_zh' : null;
  const of =
    name === null ? ['outcomes', 'label_zh'] : [getTableName(relations[table].table), name];
  const [from, column] = [sql.identifier(of[0]!), sql.identifier(of[1]!)];
  const texts = db.values<[string]>(sql`select ${column} from ${from} order by id`);
  return parts.flatMap((part) => {
    const text = texts[Math.floor(part * (texts.length - 1))]?.[0] ?? '';
    return lengths.map((length) => text.slice(0, length)).filter(Boolean);
  });
}
