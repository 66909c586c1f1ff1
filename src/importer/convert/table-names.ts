import { emptyRows } from '../rows/rows.ts';
import type { Rows } from '../rows/rows.ts';

/** All tables that an import fills, in an order in which each finds what it refers to. */
export const tableNames = Object.keys(emptyRows()) as (keyof Rows)[];

/** A field of a row, and the table that it refers to. */
type Field = { field: string; of: keyof Rows | null };

/** By table: the fields of its rows in the order in which they are sent and written. */
export type Fields = ReadonlyMap<keyof Rows, readonly Field[]>;
