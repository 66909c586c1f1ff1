import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { applicationId, openClientToWrite, openReader, readerOf } from './client.ts';
import { migrations, tablesVersion } from './snapshot/migrations.ts';
import type { OnStatement, Reader } from './client.ts';
import { relations } from './relations.ts';

export type Database = BetterSQLite3Database<typeof relations>;

/** A file that is open, to be asked by the query builder as well. */
export type Connection = Omit<Reader, 'client'> & { db: Database };

/** Opens a published snapshot to read from, as strictly as SQLite allows. */
export function openSnapshot(
  file: string,
  options: { onStatement?: OnStatement } = {},
): Connection {
  const { client, ...reader } = openReader(file, options);
  const { onStatement: logQuery } = options;
  const db = drizzle({ client, relations, ...(logQuery && { logger: { logQuery } }) });
  return { ...reader, db };
}

/** A database file that nobody serves yet, open to be written. */
export type Writing = Connection & {
  /** Runs a statement that has no parameters. */
  execute: (statement: string) => void;
  /** A statement that is run many times, each time with other values. */
  prepare: (statement: string) => (values: readonly unknown[]) => void;
};

/** Makes a new, empty database file with all tables; fails where the file is there already. */
export function createDatabase(file: string): Writing {
  const writing = openToWrite(file);
  // Not by the query builder's migrator: it notes the time, so that the same seed would give other
  // bytes, and where the disk is full it hides that.
  writing.execute('begin');
  for (const migration of migrations) writing.execute(migration);
  writing.execute('commit');
  writing.execute(`pragma application_id = ${applicationId}`);
  writing.execute(`pragma user_version = ${tablesVersion}`);
  return writing;
}

/** Opens a file to write into it that is published only when it is whole and on the disk. */
export function openToWrite(file: string): Writing {
  const { client, ...reader } = readerOf(openClientToWrite(file));
  return {
    ...reader,
    db: drizzle({ client, relations }),
    execute: (statement) => {
      client.exec(statement);
    },
    prepare: (text) => {
      const statement = client.prepare(text);
      return (values) => {
        statement.run(values);
      };
    },
  };
}
