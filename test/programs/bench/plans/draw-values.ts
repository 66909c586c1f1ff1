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

/**
 * Values for the fields of filters, drawn from the data: all of closed lists, and of others the
 * commonest, the rarest and some between. Filters within filters have none.
 */
export function drawValues(db: Database, { table, typename, rules }: Listing, name: string) {
  const field = rules[name];
  const filter = schema.getType(`${typename}Filter`);
  if (!field || !isInputObjectType(filter)) throw new Error(`no filter ${typename}.${name}`);
  const { type } = filter.getFields()[name]!;
  if ('other' in field.input) return [];
  return valuesOf(db, table, { field, type });
}

type Asked = { field: FilterField; type: GraphQLInputType };

function valuesOf(db: Database, table: TableName, { field, type }: Asked): unknown[] {
  const named = getNamedType(type);
  if (isEnumType(named)) {
    const names = named.getValues().map((value) => value.name);
    return [...names.map((value) => [value]), names.slice(0, 2)];
  }
  if (named.name === 'Boolean') return [true, false];
  if (isInputObjectType(named)) return rangesOf(db, table, field);
  if (field.isText) return wordsOf(db, table);
  const column = columnIn(table, field.where(bindParameters(['x']))) ?? null;
  const values = column === null ? [] : commonOf(db, table, column);
  const of = field.codesOf;
  const known = of && column !== 'code' ? codesBy(db, of, values) : values;
  const some = of && known.length === 0 ? codesBy(db, of, null) : known;
  return [...new Set(some)]
    .map((value) => [value])
    .concat(some.length > 1 ? [some.slice(0, 2)] : []);
}

/** The column that a filter is about, where it is about one of its table. */
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

/** Words of two and of four characters that stand in a label or title. */
function wordsOf(db: Database, table: TableName): string[] {
  const columns: Record<string, unknown> = getColumns(relations[table].table);
  const name = columns['labelZh'] ? 'label_zh' : columns['titleZh'] ? 'title_zh' : null;
  const of =
    name === null ? ['outcomes', 'label_zh'] : [getTableName(relations[table].table), name];
  const [from, column] = [sql.identifier(of[0]!), sql.identifier(of[1]!)];
  const texts = db.values<[string]>(sql`select ${column} from ${from} order by id`);
  return [0.1, 0.6].flatMap((part) => {
    const text = texts[Math.floor(part * (texts.length - 1))]?.[0] ?? '';
    return [text.slice(0, 2), text.slice(0, 4)].filter(Boolean);
  });
}
