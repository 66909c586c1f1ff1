import { setImmediate } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import { addFunctions } from './functions/functions.ts';

/** Told of every statement before it runs. */
export type OnStatement = (sql: string, values: unknown[]) => void;

/** `JZKB` in ASCII: tells our snapshots from every other SQLite file. */
export const applicationId = 0x4a_5a_4b_42;

export type Client = BetterSqlite3.Database;

/** A file that is open, as far as that needs no query builder, which takes fifty megabytes. */
export type Reader = {
  client: Client;
  /** The value of a pragma. */
  pragma: (name: string) => unknown;
  /**
   * The one value of a statement, as bytes. The statement is kept prepared. Null for null, and for
   * a statement that is larger or deeper than SQLite takes.
   */
  readBytes: ReadBytesAtOnce;
  /** Prepares what another reader has prepared, statement by statement between other work. */
  prepareAsIn: (other: Pick<Reader, 'prepared'>) => Promise<void>;
  /** The statements that are kept prepared. */
  prepared: () => readonly string[];
  /** How SQLite would run a statement, a line each step, indented by what the step is part of. */
  explain: (sql: string, values: readonly unknown[]) => string[];
  close: () => void;
};

/** @param isOfNamed whether the values name all that is read, so that one plan serves any of them */
export type ReadBytesAtOnce = (
  sql: string,
  values: readonly unknown[],
  isOfNamed?: boolean,
) => Uint8Array | null;

/** The same of whatever questions are answered from: SQLite answers at once, a server when it has. */
export type ReadBytes = (
  sql: string,
  values: readonly unknown[],
  isOfNamed?: boolean,
) => Uint8Array | null | Promise<Uint8Array | null>;

/** How a file is opened to be read. */
export type ReaderOptions = {
  onStatement?: OnStatement;
  /** How many characters the statements have together that are kept prepared. */
  preparedCharacters?: number;
  /** How many KiB of the file are kept in memory of its own; the system keeps it as well. */
  cacheKibibytes?: number;
  /** Under which path of this server the addresses in its answers stand; at the top if not said. */
  base?: string | undefined;
};

/** Opens a published snapshot to read from, as strictly as SQLite allows. */
export function openReader(file: string, options: ReaderOptions = {}): Reader {
  const client = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  client.pragma('query_only = on');
  client.pragma('trusted_schema = off');
  // Never mapped into memory: a mapped file that somebody truncates ends the process by a signal.
  client.pragma('mmap_size = 0');
  if (options.cacheKibibytes) client.pragma(`cache_size = -${options.cacheKibibytes}`);
  addFunctions(client, options.base);
  // One transaction for as long as it is open: the file never changes, and no statement has to
  // lock and unlock it for itself. Its lock, which ends with the process however that ends, tells
  // importers that the file is in use.
  client.exec('begin');
  client.prepare('select 1 from sqlite_schema limit 1').get();
  return readerOf(client, options);
}

/**
 * Opens a file to write into it that is published only when it is whole and on the disk: whatever
 * fails before leaves a file of no use, so no journal is kept. References are checked at the end.
 */
export function openClientToWrite(file: string): Client {
  const client = new BetterSqlite3(file);
  client.pragma('journal_mode = off');
  client.pragma('synchronous = off');
  client.pragma('locking_mode = exclusive');
  client.pragma('foreign_keys = off');
  client.pragma(`cache_size = -${writingCache}`);
  return client;
}

/** For so long it is tried again to take a lock that another has, or only tries to take. */
const raceMilliseconds = 250;

/**
 * Takes a lock file for this process alone. It is the operating system's own lock, through SQLite:
 * however the process ends, the lock ends with it.
 * @returns what gives it back, to be kept for as long, since the lock ends with it too; null where another has it
 */
export function lockFile(file: string): (() => void) | null {
  // Of several that try at the very same time each may see the other's first step: they try again.
  const client = new BetterSqlite3(file, { timeout: raceMilliseconds });
  try {
    // Nothing is written, so nothing is to be left beside it by a process that is killed.
    client.pragma('journal_mode = memory');
    client.exec('begin exclusive');
  } catch (error) {
    client.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return null;
    throw error;
  }
  return () => {
    client.close();
  };
}

/**
 * Whether any process has a snapshot open, by the lock that its readers hold.
 * @param then runs while nobody has it open and nobody can open it
 */
export function whileUnused(file: string, then: () => void): boolean {
  const client = new BetterSqlite3(file, { timeout: 0, fileMustExist: true });
  try {
    client.exec('begin exclusive');
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return false;
    throw error;
  } finally {
    if (!client.inTransaction) client.close();
  }
  try {
    then();
  } finally {
    client.close();
  }
  return true;
}

const damage = /^SQLITE_(CORRUPT|NOTADB)/;

/** What SQLite says of the structure of a whole file: `ok`, or what is wrong first. */
export function readIntegrity(file: string): string {
  const client = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    return String(client.pragma('integrity_check(1)', { simple: true }));
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code !== undefined && damage.test(code)) return message;
    throw error;
  } finally {
    client.close();
  }
}

/** In KiB. */
const writingCache = 96 << 10;

/** What SQLite says of a statement that goes beyond its limits. */
const beyondLimits = /too (large|many|big|deep)|overflow|recursion limit|at most \d+ tables/i;

/** The statement, giving its first value; null where it goes beyond SQLite's limits. */
function prepareWithin(client: Client, sql: string): BetterSqlite3.Statement | null {
  try {
    return client.prepare(sql).pluck();
  } catch (error) {
    if (beyondLimits.test((error as Error).message)) return null;
    throw error;
  }
}

/** What reads by statements that are kept prepared. */
export function readerOf(
  client: Client,
  { onStatement, preparedCharacters = 1_000_000 }: ReaderOptions = {},
): Reader {
  // A prepared statement takes some twelve times the room of its text.
  const prepared = new LRUCache<string, { statement: BetterSqlite3.Statement | null }>({
    maxSize: preparedCharacters,
    sizeCalculation: (_statement, sql) => sql.length,
  });
  function prepare(sql: string): BetterSqlite3.Statement | null {
    const known = prepared.get(sql);
    if (known) return known.statement;
    const statement = prepareWithin(client, sql);
    prepared.set(sql, { statement });
    return statement;
  }
  return {
    client,
    readBytes(sql, values) {
      const statement = prepare(sql);
      if (!statement) return null;
      onStatement?.(sql, [...values]);
      return statement.get(...values) as Uint8Array | null;
    },
    async prepareAsIn(other) {
      for (const sql of other.prepared()) {
        prepare(sql);
        // oxlint-disable-next-line no-await-in-loop -- others have their turn in between
        await setImmediate();
      }
    },
    prepared: () => [...prepared.keys()],
    explain: (sql, values) =>
      indentSteps(
        client.prepare<unknown[], StatementStep>(`explain query plan ${sql}`).all(...values),
      ),
    pragma: (name) => client.pragma(name, { simple: true }),
    close: () => {
      client.close();
    },
  };
}

/** A step of a query plan, as SQLite tells it. */
type StatementStep = { id: number; parent: number; detail: string };

function indentSteps(steps: readonly StatementStep[]): string[] {
  const depths = new Map<number, number>();
  return steps.map(({ id, parent, detail }) => {
    const depth = (depths.get(parent) ?? -1) + 1;
    depths.set(id, depth);
    return `${'  '.repeat(depth)}${detail}`;
  });
}
