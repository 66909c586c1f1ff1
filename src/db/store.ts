import type { SQL } from 'drizzle-orm';
import type { ReadBytes } from './client.ts';
import type { Database } from './database.ts';
import type { Dialect } from './postgres/dialects.ts';

/** Something that is there, or will be. */
export type MaybeLater<Value> = Value | Promise<Value>;

/** What the query builder reads by: SQLite answers at once, a server when it has. */
export type ReadDatabase = Pick<Database, 'query'> & {
  all: <Row>(statement: SQL) => MaybeLater<Row[]>;
  get: <Row>(statement: SQL) => MaybeLater<Row>;
};

/** What questions are answered from: a snapshot that is open, or a server that holds what one does. */
export type Store = {
  /** In which words it is asked. */
  dialect: Dialect;
  db: ReadDatabase;
  readBytes: ReadBytes;
  /** How it would run a statement, a line each step. */
  explain: (sql: string, values: readonly unknown[]) => MaybeLater<string[]>;
};
