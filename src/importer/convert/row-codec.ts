import { createHash } from 'node:crypto';
import type { Rows } from '../rows/rows.ts';
import { tableNames } from './table-names.ts';
import type { Fields } from './table-names.ts';

/** A value as SQLite stores it. */
export type StoredValue = string | number | null;

/** Rows as they are sent and written: table by table, one value after the other. */
export type EncodedRows = Map<keyof Rows, StoredValue[]>;

export function encodeRows(rows: Rows, fields: Fields): EncodedRows {
  const packed: EncodedRows = new Map();
  for (const name of tableNames) {
    const list: readonly Record<string, unknown>[] = rows[name];
    if (list.length === 0) continue;
    const own = fields.get(name) ?? [];
    const values: StoredValue[] = [];
    for (const row of list) for (const { field } of own) values.push(storedOf(row[field]));
    packed.set(name, values);
  }
  return packed;
}

function storedOf(value: unknown): StoredValue {
  switch (typeof value) {
    case 'string':
    case 'number':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    default:
      return null;
  }
}

/**
 * SHA-256 of packed rows. Where they refer to the vocabulary, its codes count and not its numbers, so
 * that rows that say the same have the same.
 */
export function digestRows(
  packed: EncodedRows,
  fields: Fields,
  codes: Partial<Record<keyof Rows, ReadonlyMap<number, string>>>,
): string {
  const hash = createHash('sha256');
  for (const [name, values] of packed) {
    const own = fields.get(name) ?? [];
    const named = own.map(({ of }) => (of === null ? undefined : codes[of]));
    const said = values.map((value, at) => {
      const names = named[at % own.length];
      return names && typeof value === 'number' ? (names.get(value) ?? value) : value;
    });
    hash.update(`${name} ${JSON.stringify(said)}\n`);
  }
  return hash.digest('hex');
}

export type TableCounts = Record<string, number>;

/** Adds to counts, or takes from them with −1. */
export function addCounts(counts: TableCounts, others: Readonly<TableCounts>, sign: 1 | -1): void {
  for (const [name, count] of Object.entries(others)) {
    counts[name] = (counts[name] ?? 0) + sign * count;
  }
}
