import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { LRUCache } from 'lru-cache';
import { applicationId, openClientToWrite, openReader, readerOf } from './client.ts';
import { migrations, tablesVersion } from './snapshot/migrations.ts';
import type { Client, Reader, ReaderOptions } from './client.ts';
import { relations } from './relations.ts';

export type Database = BetterSQLite3Database<typeof relations>;

/** A file that is open, to be asked by the query builder as well. */
export type Connection = Omit<Reader, 'client'> & { dialect: 'sqlite'; db: Database };

/** How a snapshot is opened to be read. */
export type SnapshotOptions = ReaderOptions & {
  /** Keeps what the query builder asks prepared: for whoever asks the same of many reports. */
  keepsStatements?: boolean;
};

/** Opens a published snapshot to read from, as strictly as SQLite allows. */
export function openSnapshot(file: string, options: SnapshotOptions = {}): Connection {
  const { client, ...reader } = openReader(file, options);
  const { onStatement: logQuery, keepsStatements = false } = options;
  const db = drizzle({
    client: keepsStatements ? keepingStatements(client) : client,
    relations,
    ...(logQuery && { logger: { logQuery } }),
  });
  return { ...reader, dialect: 'sqlite', db };
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
    dialect: 'sqlite',
    db: drizzle({ client: keepingStatements(client), relations }),
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

/** How many characters the statements have together that are kept; each takes some twelve times as much. */
const keptCharacters = 500_000;

/** What the query builder asks of a statement. */
type KeptStatement = Record<'all' | 'get' | 'run', Asked> & {
  raw: () => Record<'all' | 'get', Asked>;
};

type Asked = (...values: unknown[]) => unknown;

/**
 * A client for the query builder, which prepares whatever it is asked anew each time. JavaScript
 * clears prepared statements away only between two turns of its loop: what asks the same of thousands
 * of reports in one turn would hold all of theirs. Here a statement is prepared once.
 */
function keepingStatements(client: Client): Client {
  const kept = new LRUCache<string, KeptStatement>({
    maxSize: keptCharacters,
    sizeCalculation: (_statement, text) => text.length,
  });
  const prepare = (text: string): KeptStatement => {
    const known = kept.get(text);
    if (known) return known;
    const statement = keptStatement(client, text);
    kept.set(text, statement);
    return statement;
  };
  return Object.create(client, { prepare: { value: prepare } }) as Client;
}

/** Whoever asks for rows as arrays must not change what others get of the same statement. */
function keptStatement(client: Client, text: string): KeptStatement {
  const statement = client.prepare(text);
  const as = (isRaw: boolean) => (statement.reader ? statement.raw(isRaw) : statement);
  return {
    all: (...values) => as(false).all(...values),
    get: (...values) => as(false).get(...values),
    run: (...values) => statement.run(...values),
    raw: () => ({
      all: (...values) => as(true).all(...values),
      get: (...values) => as(true).get(...values),
    }),
  };
}
