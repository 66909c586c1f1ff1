import pg from 'pg';
import { limits, postgresBounds } from '../../../limits.ts';
import { originSetting } from '../../dialect.ts';
import { connect, disconnect } from './connect.ts';
import type { PostgresAddress } from './connect.ts';
import { quoteName } from '../create-tables.ts';
import { isInFailed, isLostConnection, isLostSight } from './failures.ts';
import { PinnedConnection } from './pinned-connection.ts';
import type { Asked, PostgresQuery } from './pinned-connection.ts';
import { createStatementNames } from './statement-names.ts';

type Settings = PostgresAddress & {
  /** Milliseconds after which the server ends a statement. */
  statementMilliseconds: number;
  /** By what readers call this server. */
  origin: string;
  connections?: number;
  /** Milliseconds for which a statement may wait for a connection. */
  waitMilliseconds?: number;
};

/** A process that is hung, or whose machine is lost, keeps neither locks nor what was seen. */
const endWhereSilent = `set idle_in_transaction_session_timeout = ${postgresBounds.silentMilliseconds}`;

/** A statement that waits for a connection, and what gives it one: null where another can be opened. */
type Waiting = { asked: Asked; give: (connection: PinnedConnection | null) => void };

const begin = 'begin isolation level repeatable read read only';

/**
 * Connections that all see the same: what was there when the first of them looked. Each is in a transaction that
 * reads only, for as long as it is open; so no answer mixes two versions, whatever is published meanwhile.
 */
export class PinnedConnections {
  readonly #settings: Settings;
  /** Looks for what is published, and lends its sight to the others as long as it lives. */
  readonly first: pg.Client;
  readonly #snapshot: string;
  #schema: string | null = null;
  readonly #all = new Set<PinnedConnection>();
  /** Those that have nothing to answer. */
  readonly #idle: PinnedConnection[] = [];
  readonly #waiting = new Set<Waiting>();
  readonly #knownOf = createStatementNames();
  readonly #beat: NodeJS.Timeout;
  #opening = 0;
  #lastUsed = performance.now();
  #isLost = false;
  #isClosed = false;
  #isRetired = false;

  private constructor(settings: Settings, first: pg.Client, snapshot: string) {
    this.#settings = settings;
    this.first = first;
    this.#snapshot = snapshot;
    first.once('end', () => {
      this.#isLost = true;
    });
    this.#beat = setInterval(() => this.#showLife(), postgresBounds.silentMilliseconds / 4).unref();
  }

  /** @throws PostgresError where no connection can be had */
  static async open(settings: Settings): Promise<PinnedConnections> {
    const first = await connect(settings);
    try {
      await first.query(`${endWhereSilent}; ${begin}`);
      const { rows } = await first.query<{ name: string }>('select pg_export_snapshot() as name');
      return new PinnedConnections(settings, first, rows[0]?.name ?? '');
    } catch (error) {
      void disconnect(first);
      throw error;
    }
  }

  /** In which schema the tables are that are asked for. */
  useSchema(schema: string): void {
    this.#schema = schema;
  }

  /** Whether what was seen can be seen no longer: another must be opened. */
  isLost(): boolean {
    return this.#isLost;
  }

  /** Whether statements run, or have run within so many milliseconds. */
  isInUse(milliseconds: number): boolean {
    const isIdle = this.#idle.length === this.#all.size + this.#opening;
    return !isIdle || performance.now() - this.#lastUsed < milliseconds;
  }

  /** Keeps no connection any longer than a statement takes, beside the one by which others see what it sees. */
  retire(): void {
    this.#isRetired = true;
    for (const connection of this.#idle.splice(0)) this.#drop(connection);
  }

  /** Gives up whatever is under way: PostgreSQL does not answer. */
  interrupt(): void {
    this.#isLost = true;
    const clients = this.#clients();
    this.#idle.length = 0;
    this.#all.clear();
    for (const client of clients) client.connection.stream.destroy();
    this.#wakeAll();
  }

  /**
   * Runs one statement, when a connection is free.
   * @param base under which path the addresses in its answer stand
   * @param isOfNamed whether its values name all that it reads
   * @throws what the server or the driver says
   */
  async query<Result extends pg.QueryResult | pg.QueryArrayResult>(
    query: PostgresQuery,
    {
      base = '',
      isOfNamed = false,
    }: { base?: string | undefined; isOfNamed?: boolean | undefined } = {},
  ): Promise<Result> {
    const statement = this.#knownOf(query.text);
    const asked: Asked = { query, statement, name: statement.name, base, isOfNamed };
    const connection = await this.#take(asked);
    try {
      const result = await connection.ask<Result>(asked);
      this.#give(connection);
      return result;
    } catch (error) {
      await this.#mend(connection, error);
      // One that was asked before it has failed, and not this one.
      if (isInFailed(error)) return this.query(query, { base, isOfNamed });
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#beat);
    this.#wakeAll();
    await Promise.all(this.#clients().map(disconnect));
  }

  #clients = (): pg.Client[] => [this.first, ...Array.from(this.#all, ({ client }) => client)];

  /** A connection for a statement, which has been begun there. */
  #take(asked: Asked): PinnedConnection | Promise<PinnedConnection> {
    // Of one that is lost no further connection can be had, but those that are there see what they saw.
    const isOver = this.#isClosed || (this.#isLost && this.#all.size === 0);
    if (isOver) throw new Error('Connection terminated');
    this.#lastUsed = performance.now();
    // Whoever waits is not overtaken.
    const beside =
      this.#waiting.size === 0 && this.#all.values().find((each) => each.takesBeside(asked));
    if (beside) return beside.begin(asked);
    const fit = this.#idle.findLastIndex((each) => each.isTold(asked));
    const [idle] = this.#idle.splice(fit, 1);
    if (idle) return idle.begin(asked);
    const { connections = postgresBounds.connections } = this.#settings;
    if (!this.#isLost && this.#all.size + this.#opening < connections) return this.#join(asked);
    return this.#wait(asked).then((connection) => connection ?? this.#take(asked));
  }

  /** The next connection that is free; null where another can be opened. @throws where none is in time */
  #wait(asked: Asked): Promise<PinnedConnection | null> {
    const { waitMilliseconds = limits.waitMilliseconds.value } = this.#settings;
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        asked,
        give: (connection) => {
          clearTimeout(timer);
          this.#waiting.delete(waiting);
          resolve(connection?.begin(asked) ?? null);
        },
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(waiting);
        reject(new Error('Connection timeout: none is free'));
      }, waitMilliseconds);
      this.#waiting.add(waiting);
    });
  }

  /** Has a connection take what waits, in its order. */
  #give(connection: PinnedConnection): void {
    if (!this.#all.has(connection) || connection.isBroken) return;
    this.#lastUsed = performance.now();
    for (const { asked, give } of this.#waiting) {
      if (!connection.isFree && !connection.takesBeside(asked)) break;
      give(connection);
    }
    if (!connection.isFree) return;
    if (this.#isRetired) this.#drop(connection);
    else this.#idle.push(connection);
  }

  /** A further connection, which sees what the first one does. */
  async #join(asked: Asked): Promise<PinnedConnection> {
    this.#opening += 1;
    try {
      const client = await connect(this.#settings);
      try {
        await client.query(this.#setUp());
        await client.query(this.#begin());
      } catch (error) {
        void disconnect(client);
        throw error;
      }
      const connection = new PinnedConnection(client, this.#settings.origin);
      client.once('end', () => this.#forget(connection));
      this.#all.add(connection);
      return connection.begin(asked);
    } catch (error) {
      // What the first one sees cannot be shared any more.
      if ((error as { code?: string }).code !== undefined) this.#isLost = true;
      throw error;
    } finally {
      this.#opening -= 1;
    }
  }

  #setUp(): string {
    const { statementMilliseconds, origin } = this.#settings;
    return [
      `set search_path = ${quoteName(this.#schema ?? 'public')}`,
      `set statement_timeout = ${statementMilliseconds}`,
      endWhereSilent,
      // To compile a statement takes longer than to run it.
      'set jit = off',
      `set ${originSetting} = ${pg.escapeLiteral(origin)}`,
    ].join('; ');
  }

  #begin = (): string => `${begin}; set transaction snapshot '${this.#snapshot}'`;

  /** After a statement that has failed, which ends the transaction for those behind it too. */
  async #mend(connection: PinnedConnection, error: unknown): Promise<void> {
    if (isLostSight(error)) this.#isLost = true;
    if (isLostConnection(error)) this.#drop(connection);
    if (!this.#all.has(connection) || !connection.isToRenew) return;
    try {
      // Another transaction, which sees the same.
      await connection.renew(this.#begin());
      this.#give(connection);
    } catch {
      this.#isLost = true;
      this.#drop(connection);
    }
  }

  #drop(connection: PinnedConnection): void {
    this.#forget(connection);
    void disconnect(connection.client);
  }

  #wakeAll(): void {
    for (const { give } of this.#waiting) give(null);
  }

  /** Asks something on every connection that nothing is asked on, so that PostgreSQL does not take us for hung. */
  #showLife(): void {
    this.first.query('select 1').catch(() => void disconnect(this.first));
    for (const connection of this.#idle.splice(0)) {
      connection.client.query('select 1').then(
        () => this.#give(connection),
        () => this.#drop(connection),
      );
    }
  }

  #forget(connection: PinnedConnection): void {
    if (!this.#all.delete(connection)) return;
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    // Whoever waits opens another in its place, or hears why not.
    const [waiting] = this.#waiting;
    if (this.#isLost) this.#wakeAll();
    else waiting?.give(null);
  }
}
