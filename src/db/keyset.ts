import { One, sql } from 'drizzle-orm';
import type { AnyRelation, SQL, SQLWrapper, Table } from 'drizzle-orm';
import { hasCode } from './codes/rows-of-codes.ts';
import { columnOf } from './column-of.ts';
import { typed, unlessPostgres } from './dialect.ts';
import { codeOrderAt, isNumberedByText, numbersAt } from './text-number.ts';

export type Direction = 'ASC' | 'DESC';

export const opposite = { ASC: 'DESC', DESC: 'ASC' } as const;

/** Where the ordered row lies: in the listed row itself, or at the far end of its relation. */
export type Through = AnyRelation | null;

/** An end of a page: the row that it lies beyond. */
export type End = 'after' | 'before';

/** A place in a list, each part as a parameter; the key is null where only its row knows it. */
export type Position = { key: SQLWrapper; code: SQLWrapper };

/** The values of the columns in the listed row, or in the one row that its relation leads to. */
export function keysOf(row: Table, columns: readonly string[], through: Through): SQL[] {
  if (!through) return columns.map((name) => sql`${columnOf(row, name)}`);
  const [source] = through.sourceColumns;
  const [target] = through.targetColumns;
  if (!(through instanceof One) || !source || !target) throw new Error('a node is one row');
  const far = through.targetTable as Table;
  return columns.map((name) =>
    columnOf(far, name) === target
      ? sql`${row}.${sql.identifier(source.name)}`
      : sql`(select ${columnOf(far, name)} from ${far} where ${target} = ${row}.${sql.identifier(source.name)})`,
  );
}

/** The order of a page, its last key being unique. */
export function orderOf(keys: readonly SQL[], direction: Direction): SQL {
  const way = direction === 'ASC' ? sql`asc` : sql`desc`;
  return sql.join(
    keys.map((key) => sql`${key} ${way}`),
    sql`, `,
  );
}

/** Where a cursor cuts a list: the listed table, the columns of its order and the place itself. */
export type Cut = { listed: Table; columns: readonly string[]; position: Position };

/** Which rows a cut is about: those inside the end, or the others, its own row among them. */
const signs = {
  inside: { after: { ASC: '>', DESC: '<' }, before: { ASC: '<', DESC: '>' } },
  outside: { after: { ASC: '<=', DESC: '>=' }, before: { ASC: '>=', DESC: '<=' } },
} as const;

export type Side = { side: keyof typeof signs; end: End; direction: Direction };

/**
 * Holds for the rows on one side of a place. One comparison of row values, so that an index over
 * the same columns seeks.
 */
export function beside(
  keys: readonly SQL[],
  { listed, columns, position }: Cut,
  { side, end, direction }: Side,
): SQL {
  const { key, code } = position;
  const sign = signs[side][end][direction];
  const edge = sign === '>' || sign === '<=' ? 'low' : 'high';
  if (columns[0] === 'id' && isNumberedByText(listed)) {
    const number = numbersAt(listed, position, edge);
    return sql`${sql.join([...keys], sql`, `)} ${sql.raw(sign)} ${number}`;
  }
  const values = columns.map((name) =>
    name === 'code'
      ? sql`${code}`
      : name === 'codeOrder'
        ? codeOrderAt(listed, code, edge)
        : sql`coalesce(${key}, (select ${columnOf(listed, name)} from ${listed} where ${hasCode(listed, code)}))`,
  );
  const place = sql.join(values, sql`, `);
  const row = unlessPostgres(sql`(select ${place})`, () => sql`(${place})`);
  return sql`(${sql.join([...keys], sql`, `)}) ${sql.raw(sign)} ${row}`;
}

/** Whether a place can be found: its key is known, or its row is there. */
export const isPlace = (listed: Table, { key, code }: Position): SQL =>
  sql`(${typed(key, 'text')} is not null or exists (select 1 from ${listed} where ${hasCode(listed, code)}))`;
