import {
  Column,
  Name,
  Param,
  Placeholder,
  SQL,
  StringChunk,
  getColumnTable,
  getTableName,
  is,
} from 'drizzle-orm';
import type { SQLChunk } from 'drizzle-orm';
import { inDialect } from './dialect.ts';
import type { Dialect } from './postgres/dialects.ts';

/*
 * Drizzle writes a statement from the leaves up, and copies all that it has with every bracket: a statement of
 * 160,000 characters took it 25 milliseconds, in which nobody else is answered. What statements are mostly made of is
 * written here from front to back, and whatever else there is by drizzle itself.
 */

/** How a database writes names and the places of values. */
type Writing = Parameters<SQL['toQuery']>[0] & { paramStartIndex: { value: number } };

const escaping = {
  escapeName: (name: string) => `"${name.replaceAll('"', '""')}"`,
  escapeString: (text: string) => `'${text.replaceAll("'", "''")}'`,
};

// The query builder of PostgreSQL, which writes the same, is loaded only where that is asked.
const writings: Record<Dialect, Omit<Writing, 'paramStartIndex'>> = {
  sqlite: { ...escaping, escapeParam: () => '?' },
  postgres: { ...escaping, escapeParam: (index) => `$${index + 1}` },
};

/** A statement as a text, with the values of its parameters or what stands for them. */
export function writeStatement(
  statement: SQL,
  dialect: Dialect,
): { text: string; values: unknown[] } {
  const written: Written = {
    text: '',
    values: [],
    writing: { ...writings[dialect], paramStartIndex: { value: 0 } },
  };
  writeSQL(inDialect(statement, dialect), written);
  return { text: written.text, values: written.values };
}

type Written = { text: string; values: unknown[]; writing: Writing };

function writeSQL(piece: SQL, written: Written): void {
  if ('shouldInlineParams' in piece && piece.shouldInlineParams) return writeOther(piece, written);
  for (const chunk of piece.queryChunks) writers[kindOf(chunk)](chunk as never, written);
}

/** What is written here; everything else is `other`. */
type Kind = 'text' | 'sql' | 'name' | 'column' | 'placeholder' | 'other';

const writers: Record<Kind, (chunk: never, written: Written) => void> = {
  text: ({ value }: StringChunk, written) => {
    for (const text of value) written.text += text;
  },
  sql: writeSQL,
  name: ({ value }: Name, written) => {
    written.text += written.writing.escapeName(value);
  },
  column: (column: Column, written) => {
    const { escapeName } = written.writing;
    const table = column.isAlias ? '' : `${escapeName(getTableName(getColumnTable(column)))}.`;
    written.text += table + escapeName(column.name);
  },
  placeholder: (placeholder: Placeholder, written) => {
    const { escapeParam, paramStartIndex } = written.writing;
    written.text += escapeParam(paramStartIndex.value++, placeholder);
    written.values.push(placeholder);
  },
  other: writeOther,
};

function writeOther(chunk: SQLChunk, written: Written): void {
  const { sql, params } = new SQL([chunk]).toQuery(written.writing);
  written.text += sql;
  written.values.push(...params);
}

const kinds = new WeakMap<object, Kind>();

/** Drizzle tells what a piece is by looking through its classes; all of one class are the same. */
function kindOf(chunk: unknown): Kind {
  if (typeof chunk !== 'object' || chunk === null) return 'other';
  const { constructor } = chunk;
  let kind = kinds.get(constructor);
  if (!kind) kinds.set(constructor, (kind = kindOfAny(chunk)));
  return kind;
}

function kindOfAny(chunk: object): Kind {
  if (is(chunk, StringChunk)) return 'text';
  if (is(chunk, SQL)) return 'sql';
  if (is(chunk, Name)) return 'name';
  if (is(chunk, Column)) return 'column';
  return is(chunk, Placeholder) && !is(chunk, Param) ? 'placeholder' : 'other';
}
