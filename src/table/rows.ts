import type { ColumnShape } from './table-shape.ts';

/** A cell: what GraphQL gives for a leaf; absent where something above it is null or empty. */
export type Cell = string | number | boolean | null | undefined | readonly unknown[];
export type TableRow = Readonly<Record<string, Cell>>;

/** The rows of an answer that hold anything. */
export function tableRows(shape: ColumnShape, data: unknown): TableRow[] {
  return rowsOf(shape, data).filter((row) => Object.keys(row).length > 0);
}

/** The rows of a place in an answer: one for each item of the innermost list, and one for an empty list. */
function rowsOf(shape: ColumnShape, value: unknown): TableRow[] {
  switch (shape.kind) {
    case 'cell':
      return [{ [shape.column]: value as Cell }];
    case 'list': {
      const items = (value ?? []) as readonly unknown[];
      // A gap is shown: what has no items keeps its own row.
      return items.length === 0 ? [{}] : items.flatMap((item) => rowsOf(shape.items, item));
    }
    case 'object': {
      if (value === null || value === undefined) return [{}];
      let rows: TableRow[] = [{}];
      for (const [name, field] of shape.fields) {
        const inner = rowsOf(field, (value as Record<string, unknown>)[name]);
        const [only] = inner;
        // Only one field of an object holds a list, so this multiplies once at most.
        rows =
          inner.length === 1 && only
            ? rows.map((row) => withCells(row, only))
            : rows.flatMap((row) => inner.map((other) => withCells(row, other)));
      }
      return rows;
    }
  }
}

/** Two branches of a union may share a column: what is there stays. */
function withCells(row: TableRow, cells: TableRow): TableRow {
  const present = Object.entries(cells).filter(([, cell]) => cell !== undefined);
  return { ...row, ...Object.fromEntries(present) };
}
