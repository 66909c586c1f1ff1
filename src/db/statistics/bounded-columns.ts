import { Column, getColumns, is } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { tableConfigOf } from '../columns/table-config.ts';
import { leftOut } from '../columns/word-columns.ts';
import type { TableName } from '../relations.ts';
import { relations } from '../relations.ts';

/** A column by which rows are found. */
type BoundedColumn = {
  name: string;
  column: SQLiteColumn;
  /** Whether bounds are kept of each value, and not only of all that have any. */
  hasWords: boolean;
  /** The index that finds the rows of any value, by its name; null where none does. */
  index: string | null;
};

/** A step from a row to another table: to rows that have one of few words in a column or, without one, to any. */
type BoundedStep = {
  relation: string;
  column?: string;
  /** Whether it leads to rows of other reports. */
  isAcross?: true;
};

/** By which columns and steps rows are found, and the keys by which they are ordered, by their properties. */
export type BoundedTable = {
  columns: readonly BoundedColumn[];
  steps: readonly BoundedStep[];
  keys: readonly string[];
};

const byOrigin: BoundedStep = { relation: 'origin', column: 'kind' };
const byBasis: BoundedStep = { relation: 'links', column: 'basis' };

/** The steps that filters ask most that no column of the row tells. None but those that say so lead from one report to another. */
const boundedSteps: Readonly<Partial<Record<TableName, readonly BoundedStep[]>>> = {
  outcomes: [byBasis, byOrigin, { relation: 'parts' }],
  measures: [
    byBasis,
    byOrigin,
    { relation: 'continuation' },
    { relation: 'continuations', isAcross: true },
  ],
  targets: [byOrigin],
  problems: [byOrigin, { relation: 'figures' }],
};

/**
 * What bounds are kept of: each column that leads an index, and some steps, in the order of each other key. Such
 * is the first column of an index whose second tells any two rows apart.
 */
export function boundedIn(name: TableName): BoundedTable {
  const { table } = relations[name];
  const { indexes } = tableConfigOf(table);
  const own = Object.entries<SQLiteColumn>(getColumns(table));
  const propertyOf = (column: unknown) =>
    is(column, Column) ? own.find(([, { name: held }]) => held === column.name)?.[0] : undefined;
  const codeOrder = own.find(([property]) => property === 'codeOrder')?.[1];
  const keys = new Set<string>();
  const leading = new Map<string, string | null>();
  for (const { config } of indexes) {
    const [first, second] = config.columns;
    const isKey = is(second, Column) && second.name === codeOrder?.name;
    const present = config.where?.queryChunks.find((chunk) => is(chunk, Column));
    const [key, column] = [propertyOf(first), propertyOf(present ?? first)];
    if (isKey && key !== undefined) keys.add(key);
    else if (column !== undefined) {
      const isOfAny = !config.where || leftOut(config.where) === undefined;
      leading.set(column, (isOfAny ? config.name : leading.get(column)) ?? null);
    }
  }
  const columns = [...leading].flatMap(([property, index]) => {
    const column = own.find(([each]) => each === property)?.[1];
    if (!column || column.primary || column.isUnique || keys.has(property)) return [];
    return [{ name: property, column, hasWords: column.getSQLType() !== 'real', index }];
  });
  const hasKeys = keys.size > 0;
  const steps = boundedSteps[name] ?? [];
  return { columns: hasKeys ? columns : [], steps: hasKeys ? steps : [], keys: [...keys] };
}
