import {
  SQL,
  and,
  eq,
  getColumns,
  gte,
  inArray,
  is,
  isNotNull,
  isNull,
  lte,
  sql,
} from 'drizzle-orm';
import type { Column, SQLWrapper } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { toldByColumn } from '../../db/columns/derived-columns.ts';
import type { Told } from '../../db/columns/derived-columns.ts';
import { oncePer } from '../../fields/once-per.ts';
import { indexesOf } from './indexes.ts';

/** What an index tells of a column that it does not hold, and by which of its own. */
type ToldInIndex = Told & { by: Column };

const toldInIndexes = oncePer((table: SQLiteTable) => {
  const columns: Column[] = Object.values(getColumns(table));
  return new Map(
    indexesOf(table).map(({ name, columns: held }) => {
      const told = new Map<string, ToldInIndex>();
      for (const by of columns.filter((column) => held.includes(column.name)))
        for (const [of, what] of Object.entries(toldByColumn(by)))
          if (!held.includes(of) && !told.get(of)?.value) told.set(of, { ...what, by });
      return [name, told] as const;
    }),
  );
});

const toldIn = (table: SQLiteTable, index: string | null, column: string) =>
  toldInIndexes(table).get(index)?.get(column);

/** Whether an index tells by others of its columns all that is asked of one that it does not hold. */
export function isToldIn(
  table: SQLiteTable,
  index: string | null,
  { column, asked }: { column: string; asked: object },
): boolean {
  const told = toldIn(table, index, column);
  return told !== undefined && comparable(asked) && (told.value !== null || isOfPresence(asked));
}

/**
 * A part of a filter as it is tested of a row that is come by in an index: by what the index holds
 * wherever that tells it. Where it tells no more than that there is a value, those rows are fetched.
 */
export function askedInIndex(table: SQLiteTable, index: string | null, part: object): object {
  return (toldInIndexes(table).get(index)?.size ?? 0) === 0
    ? part
    : rewrite({ table, index, isOpposite: false }, part);
}

type Rewriting = { table: SQLiteTable; index: string | null; isOpposite: boolean };

function rewrite(given: Rewriting, part: object): object {
  const { table, index, isOpposite } = given;
  const columns: Record<string, Column> = getColumns(table);
  const parts = Object.entries(part).map(([key, asked]: [string, unknown]): object => {
    if (key === 'AND' || key === 'OR')
      return { [key]: (asked as object[]).map((each) => rewrite(given, each)) };
    if (key === 'NOT') return { NOT: rewrite({ ...given, isOpposite: true }, asked as object) };
    const column = columns[key];
    const own = { [key]: asked };
    if (!column || typeof asked !== 'object' || asked === null) return own;
    const told = toldIn(table, index, column.name);
    if (!told || !comparable(asked)) return own;
    const { value, isPresent, by } = told;
    const present = (row: SQLiteTable) => isPresent(columnOf(row, by));
    if (value)
      return { RAW: (row: SQLiteTable) => compare(value(columnOf(row, by)), column, asked) };
    if ('isNull' in asked) return { RAW: (row: SQLiteTable) => sql`not ${present(row)}` };
    if ('isNotNull' in asked) return { RAW: present };
    // What has no value passes neither this nor its opposite.
    return isOpposite ? own : { AND: [{ RAW: present }, own] };
  });
  const [only] = parts;
  return only && parts.length === 1 ? only : { AND: parts };
}

const columnOf = (row: SQLiteTable, { name }: Column) => sql`${row}.${sql.identifier(name)}`;

const isOfPresence = (asked: object) => 'isNull' in asked || 'isNotNull' in asked;

type Compare = (value: SQLWrapper, wanted: SQL) => SQL;

const comparisons: Readonly<Record<string, Compare>> = { in: inArray, eq, gte, lte };

/** Of words that are asked for it is also said which they are not, for indexes that leave those out. */
const isSaidBeside = (name: string, asked: object) => name === 'notIn' && 'in' in asked;

const comparable = (asked: object): boolean =>
  Object.entries(asked).every(
    ([name, value]) =>
      name in comparisons ||
      isSaidBeside(name, asked) ||
      (isOfPresence({ [name]: value }) && value === true),
  );

/** What is asked of a column, asked of what tells its value. */
function compare(value: SQLWrapper, column: Column, asked: object): SQL | undefined {
  const all = Object.entries(asked).map(([name, wanted]: [string, unknown]) => {
    if (name === 'isNull') return isNull(value);
    if (name === 'isNotNull') return isNotNull(value);
    const bound = is(wanted, SQL) ? wanted : sql`${sql.param(wanted, column)}`;
    return comparisons[name]?.(value, bound);
  });
  return and(...all);
}
