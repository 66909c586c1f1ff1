import { getTableName } from 'drizzle-orm';
import type { Client } from '../client.ts';
import { valueBounds } from '../statistics/value-bounds.ts';

/** A column as PostgreSQL has it; one that SQLite works out of others holds what SQLite makes of them. */
export type CatalogColumn = {
  name: string;
  /** `tsvector` is of no column of SQLite: see `search-rows.ts`. */
  type: 'bigint' | 'double precision' | 'text' | 'bytea' | 'tsvector';
  isNotNull: boolean;
};

type CatalogIndex = { name: string; sql: string };

/** A table of a snapshot, as PostgreSQL has it. */
export type CatalogTable = {
  name: string;
  columns: readonly CatalogColumn[];
  /** Whether nothing tells its rows apart: each then has a number of PostgreSQL's own, as `rowid`. */
  isUnnumbered: boolean;
  primaryKey: readonly string[];
  unique: readonly (readonly string[])[];
  indexes: readonly CatalogIndex[];
  /** Expressions in the conditions of indexes: how many rows meet such a one is reckoned right only where it was looked at. */
  reckoned: readonly string[];
};

/** A table that stands beside those of a snapshot: of its columns none is null, and one tells the rows apart. */
export const tableBeside = <Name extends string>(
  name: string,
  key: NoInfer<Name>,
  columns: Readonly<Record<Name, CatalogColumn['type']>>,
): CatalogTable => ({
  name,
  columns: Object.entries<CatalogColumn['type']>(columns).map(([column, type]) => ({
    name: column,
    type,
    isNotNull: true,
  })),
  isUnnumbered: false,
  primaryKey: [key],
  unique: [],
  indexes: [],
  reckoned: [],
});

const types: Readonly<Record<string, CatalogColumn['type']>> = {
  integer: 'bigint',
  real: 'double precision',
  numeric: 'double precision',
  text: 'text',
  blob: 'bytea',
};

type TableRow = { name: string; wr: 0 | 1 };
type ColumnRow = { name: string; type: string; notnull: 0 | 1; pk: number };
type IndexRow = { name: string; origin: 'c' | 'u' | 'pk'; unique: 0 | 1; sql: string | null };

/**
 * The tables of a snapshot, as SQLite itself tells of them: whatever the migrations say is derived from here
 * and nowhere written twice. The full-text indexes are none of them (see `search-rows.ts`), nor are bounds of values,
 * by which only SQLite is told its ways.
 */
export function readCatalog(client: Client): CatalogTable[] {
  const tables = client
    .prepare<[], TableRow>(
      `select name, wr from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`,
    )
    .all();
  return tables
    .filter(({ name }) => name !== getTableName(valueBounds))
    .map((table) => describeTable(client, table));
}

function describeTable(client: Client, { name, wr }: TableRow): CatalogTable {
  const columns = client
    .prepare<[string], ColumnRow>('select name, type, "notnull", pk from pragma_table_xinfo(?)')
    .all(name);
  const indexes = client
    .prepare<[string], IndexRow>(
      `select l.name, l.origin, l."unique", s.sql from pragma_index_list(?) l left join sqlite_schema s on s.type = 'index' and s.name = l.name order by l.name`,
    )
    .all(name);
  const primaryKey = columns
    .filter(({ pk }) => pk > 0)
    .toSorted((one, other) => one.pk - other.pk)
    .map((column) => column.name);
  const described = columns.map((column) => describeColumn(name, column));
  const conditions = indexes.flatMap(({ sql }) => (sql === null ? [] : conditionsOf(sql)));
  return {
    name,
    columns: described,
    reckoned: [...new Set(conditions.flatMap(expressionIn))],
    isUnnumbered: primaryKey.length === 0 && wr === 0,
    primaryKey,
    unique: indexes
      .filter(({ origin }) => origin === 'u')
      .map((index) => columnsOf(client, index.name)),
    indexes: indexes.flatMap(({ name: index, origin, unique, sql }) =>
      origin === 'c' && sql !== null
        ? [
            {
              name: index,
              sql: packNumbers(indexStatement(sql, unique === 1, primaryKey), described),
            },
          ]
        : [],
    ),
  };
}

function describeColumn(table: string, { name, type, notnull, pk }: ColumnRow): CatalogColumn {
  const found = types[type.toLowerCase().split(' ')[0] ?? ''];
  if (!found)
    throw new Error(
      `${table}.${name} is of the type ${type}, for which none of PostgreSQL is known`,
    );
  return { name, type: found, isNotNull: notnull === 1 || pk > 0 };
}

const columnsOf = (client: Client, index: string): string[] =>
  client
    .prepare<[string], string>('select name from pragma_index_info(?) order by seqno')
    .pluck()
    .all(index);

/**
 * The statement of an index as PostgreSQL takes it. Where several rows may have equal columns, the number of the
 * row is the last one, as it stands behind every index of SQLite.
 */
function indexStatement(
  sql: string,
  isUnique: boolean,
  [key, ...others]: readonly string[],
): string {
  const statement = sql.replaceAll('`', '"');
  const start = statement.indexOf('(') + 1;
  const { parts, end } = partsFrom(statement, start);
  const isNumbered = !isUnique && key === 'id' && others.length === 0 && !parts.includes('"id"');
  const columns = parts.map((part) => (isColumn.test(part) ? part : `(${part})`));
  const list = [...columns, ...(isNumbered ? ['"id"'] : [])].join(', ');
  return `${statement.slice(0, start)}${list}${statement.slice(end)}`;
}

/** Says whole numbers as a column holds them that is compared with them and holds what is packed. */
const packNumbers = (statement: string, columns: readonly CatalogColumn[]): string =>
  columns
    .filter(({ type }) => type === 'bytea')
    .reduce((text, { name }) => text.replaceAll(comparisonOf(name), '$1packed($2)'), statement);

const comparisonOf = (column: string) => new RegExp(`("${column}" (?:[<>]=?|=|<>) )(-?\\d+)`, 'g');

const isColumn = /^"?\w+"?( asc| desc)?$/i;

/** What must hold for the rows of an index, where that is not all of them. */
const conditionsOf = (sql: string): string[] =>
  (/ where (.*)$/is.exec(sql)?.[1] ?? '').replaceAll('`', '"').split(/ and /i);

/** What is worked out of a row and compared, in a condition. */
const expressionIn = (condition: string): string[] => {
  const [, compared = ''] = /^(.+) (?:[<>]=?|=|<>) \S+$/.exec(condition) ?? [];
  return compared === '' || isColumn.test(compared) ? [] : [compared];
};

/** What stands between commas, up to the bracket that closes the list. */
function partsFrom(statement: string, start: number): { parts: string[]; end: number } {
  const parts: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < statement.length; at += 1) {
    const character = statement[at];
    if (depth === 0 && (character === ',' || character === ')')) {
      parts.push(statement.slice(from, at).trim());
      from = at + 1;
      if (character === ')') return { parts, end: at };
    }
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
  }
  throw new Error(`the columns of an index have no end: ${statement}`);
}
