import { getColumns } from 'drizzle-orm';
import type { Column, Table } from 'drizzle-orm';
import { columnsOfStep } from '../../db/relations/relation-steps.ts';

/** Whether what is asked of a column is told without it. */
type IsTold = (column: string, asked: object) => boolean;

/**
 * The columns of the rows themselves that a filter tests, by their names in the database, but for what is
 * told without them; null where that cannot be said.
 */
export function testedColumns(table: Table, part: object, isTold: IsTold): string[] | null {
  const columns: Record<string, Column> = getColumns(table);
  const ofStep = columnsOfStep(part);
  if (ofStep) return [...ofStep];
  const all = Object.entries(part).map(([key, asked]: [string, unknown]): string[] | null => {
    if (key === 'AND' || key === 'OR') {
      const inner = (asked as object[]).map((each) => testedColumns(table, each, isTold));
      return inner.every((each) => each !== null) ? inner.flat() : null;
    }
    if (key === 'NOT') return testedColumns(table, asked as object, isTold);
    const column = columns[key];
    if (!column) return null;
    return isTold(column.name, Object(asked) as object) ? [] : [column.name];
  });
  return all.every((each) => each !== null) ? all.flat() : null;
}
