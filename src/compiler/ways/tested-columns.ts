import { getColumns } from 'drizzle-orm';
import type { Column, Table } from 'drizzle-orm';
import { columnsOfStep } from '../../db/relations/relation-steps.ts';

/**
 * The columns of the rows themselves that a filter tests, by their names in the database; null where
 * that cannot be told.
 */
export function testedColumns(table: Table, part: object): string[] | null {
  const columns: Record<string, Column> = getColumns(table);
  const ofStep = columnsOfStep(part);
  if (ofStep) return [...ofStep];
  const all = Object.entries(part).map(([key, asked]: [string, unknown]): string[] | null => {
    if (key === 'AND' || key === 'OR') {
      const inner = (asked as object[]).map((each) => testedColumns(table, each));
      return inner.every((each) => each !== null) ? inner.flat() : null;
    }
    if (key === 'NOT') return testedColumns(table, asked as object);
    const column = columns[key];
    return column ? [column.name] : null;
  });
  return all.every((each) => each !== null) ? all.flat() : null;
}
