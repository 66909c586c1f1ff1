import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pg-proxy';
import type pg from 'pg';
import { limits, postgresBounds } from '../../limits.ts';
import { publicOrigin } from '../../public-origin.ts';
import { inDialect } from '../dialect.ts';
import { writeStatement } from '../write-statement.ts';
import { relations } from '../relations.ts';
import type { HistoryEntry } from '../snapshot/history.ts';
import { allBuckets, allValueCounts, statisticsOf } from '../statistics/statistics.ts';
import type { Statistics } from '../statistics/statistics.ts';
import type { Store } from '../store.ts';
import { withoutPassword } from './connections/address.ts';
import { PostgresError } from './connections/connect.ts';
import { isOfDatabase } from './connections/failures.ts';
import type { ValueQuery } from './connections/one-value.ts';
import { PinnedConnections } from './connections/pinned-connections.ts';
import { createKnownAnswers } from './known-answers.ts';
import type { KnownAnswers } from './known-answers.ts';
import { readPublishedHistory } from './publication-history.ts';
import { publishedTables, readPublication } from './publication.ts';
import { insistOnReadable } from './readable.ts';
import { whatRoleMayWrite } from './roles.ts';

/** What is published in PostgreSQL, open to be read. */
export type PostgresStore = Store & {
  version: string;
  /** The schema in which it stands, as `juzheng_3`. */
  file: string;
  /** When it was published. */
  at: string;
  counts: Readonly<Record<string, number>>;
  statistics: Statistics;
  /** What was published until then, the oldest first. */
  history: readonly HistoryEntry[];
  /** The same, with the addresses in answers under a path. */
  within: (base: string) => PostgresStore & { base: string };
  /** Whether it can be read no longer, as the connection was lost. */
  isLost: () => boolean;
  /** Whether statements run, or have run within so many milliseconds. */
  isInUse: (milliseconds: number) => boolean;
  /** Keeps no more connections than it needs to be read on by those who have begun to. */
  retire: () => void;
  /** Gives up whatever is under way: PostgreSQL does not answer. */
  interrupt: () => void;
  close: () => Promise<void>;
};

export type PostgresOptions = {
  /** `postgres://user@host:5432/database` */
  url: string;
  applicationName: string;
  statementMilliseconds?: number;
  connections?: number;
  /** Bytes of answers that are kept, so that nothing is asked for twice. */
  knownBytes?: number;
  /** What is thrown in place of what the driver or the server says. */
  failureOf?: (error: unknown) => unknown;
  /** Told of every statement before it runs. */
  onStatement?: (sql: string, values: readonly unknown[]) => void;
};

/**
 * Opens what is published in PostgreSQL. All that is read through it is of one version.
 * @throws where nothing is published there, or by another version of this program, or where the role may write
 */
export async function openPostgres(options: PostgresOptions): Promise<PostgresStore> {
  const { statementMilliseconds = limits.sqlMilliseconds.value } = options;
  const answerMilliseconds = statementMilliseconds + postgresBounds.answerMilliseconds;
  const origin = publicOrigin();
  const settings = {
    ...options,
    asker: 'SERVER',
    statementMilliseconds,
    answerMilliseconds,
    origin,
  } as const;
  const connections = await PinnedConnections.open(settings);
  try {
    return await openOver(connections, options);
  } catch (error) {
    void connections.close();
    throw isOfDatabase(error)
      ? new PostgresError(error, withoutPassword(options.url), 'SERVER')
      : error;
  }
}

async function openOver(
  connections: PinnedConnections,
  options: PostgresOptions,
): Promise<PostgresStore> {
  const where = withoutPassword(options.url);
  const writes = await whatRoleMayWrite(connections.first);
  if (writes !== null) {
    throw new Error(
      `${where}: ${writes}; a server only reads: take that right from it, or give the server a role that may only select (createuser ROLE, then juzheng publish --reader ROLE)`,
    );
  }
  const published = await readPublication(connections.first);
  if (!published) throw new Error(`nothing is published at ${where}; run juzheng publish`);
  if (published.tables !== publishedTables) {
    throw new Error(
      `${where} holds tables of another version of Juzheng (${published.tables}; this one reads ${publishedTables}); publish with this version, or serve with that one`,
    );
  }
  await insistOnReadable(connections.first, published.schema, where);
  const history = await readPublishedHistory(connections.first);
  connections.useSchema(published.schema);
  const { knownBytes = postgresBounds.knownBytes } = options;
  const known = createKnownAnswers(knownBytes);
  const read = readerOver({ connections, known }, options);
  const counts = JSON.parse(published.counts) as Record<string, number>;
  const store: PostgresStore = {
    dialect: 'postgres',
    ...read,
    version: published.version,
    file: published.schema,
    at: published.at,
    counts,
    history,
    within: (base) => ({
      ...store,
      ...readerOver({ connections, known }, { ...options, base }),
      base,
    }),
    statistics: statisticsOf({
      counts,
      buckets: await read.db.all(allBuckets),
      values: await read.db.all(allValueCounts),
      // Nothing is tried: PostgreSQL chooses its ways by itself.
      probe: () => [],
    }),
    isLost: () => connections.isLost(),
    isInUse: (milliseconds) => connections.isInUse(milliseconds),
    retire: () => connections.retire(),
    interrupt: () => connections.interrupt(),
    close: () => connections.close(),
  };
  return store;
}

/** Writes what the query builder makes of SQLite's tables in the words of PostgreSQL. */
class WordedDialect extends PgDialect {
  override sqlToQuery(statement: SQL, source?: 'indexes') {
    return super.sqlToQuery(inDialect(statement, 'postgres'), source);
  }
}

function readerOver(
  { connections, known }: { connections: PinnedConnections; known: KnownAnswers },
  { onStatement, failureOf = (error) => error, base }: PostgresOptions & { base?: string },
): Pick<PostgresStore, 'db' | 'readBytes' | 'explain'> {
  const ask = async <Row>(text: string, values: readonly unknown[], isArray = false) => {
    onStatement?.(text, values);
    const asked = { text, values: [...values] };
    try {
      const { rows } = await connections.query<pg.QueryResult>(
        isArray ? { ...asked, rowMode: 'array' } : asked,
        { base },
      );
      return rows as Row[];
    } catch (error) {
      throw failureOf(error);
    }
  };
  const all = <Row>(statement: SQL): Promise<Row[]> => {
    const { text, values } = writeStatement(statement, 'postgres');
    return ask<Row>(text, values);
  };
  const read = async (asked: ValueQuery, isOfNamed: boolean | undefined) => {
    onStatement?.(asked.text, asked.values);
    try {
      const value = await connections.readValue(asked, { base, isOfNamed });
      return value === null ? null : Buffer.from(value);
    } catch (error) {
      throw failureOf(error);
    }
  };
  const built = drizzle(
    async (text, values, method) => ({ rows: await ask(text, values, method === 'all') }),
    { relations: relations as never },
    (config) => new WordedDialect(config),
  );
  return {
    db: {
      query: built.query,
      all,
      get: async <Row>(statement: SQL) => (await all<Row>(statement))[0] as Row,
    },
    readBytes(text, values, isOfNamed) {
      const { answer, keep } = known.of({ text, values, base });
      if (answer) return answer;
      return read({ text, values }, isOfNamed).then((bytes) => {
        if (bytes) keep(bytes);
        return bytes;
      });
    },
    async explain(text, values) {
      const rows = await ask<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
      return rows.map((row) => row['QUERY PLAN']);
    },
  };
}
