import type pg from 'pg';
import { postgresBounds } from '../../limits.ts';
import { originSetting } from '../dialect.ts';
import { connect } from './connect.ts';
import type { PostgresAddress } from './connect.ts';
import { quoteName } from './create-tables.ts';
import { isLostConnection, isLostSight } from './failures.ts';

type Settings = PostgresAddress & {
  /** Milliseconds after which the server ends a statement. */
  statementMilliseconds: number;
  /** By what readers call this server. */
  origin: string;
  connections?: number;
};

/** What is asked of one connection. */
export type PostgresQuery = pg.QueryConfig | pg.QueryArrayConfig;

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
  readonly #idle: pg.Client[] = [];
  readonly #waiting: ((client: pg.Client | null) => void)[] = [];
  readonly #all = new Set<pg.Client>();
  #opening = 0;
  #isLost = false;
  #isClosed = false;

  private constructor(settings: Settings, first: pg.Client, snapshot: string) {
    this.#settings = settings;
    this.first = first;
    this.#snapshot = snapshot;
    first.once('end', () => {
      this.#isLost = true;
    });
  }

  /** @throws PostgresError where no connection can be had */
  static async open(settings: Settings): Promise<PinnedConnections> {
    const first = await connect(settings);
    try {
      await first.query(`set idle_in_transaction_session_timeout = 0; ${begin}`);
      const { rows } = await first.query<{ name: string }>('select pg_export_snapshot() as name');
      return new PinnedConnections(settings, first, rows[0]?.name ?? '');
    } catch (error) {
      await first.end().catch(() => {});
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

  /** Runs one statement, when a connection is free. @throws what the server or the driver says */
  async query<Result extends pg.QueryResult | pg.QueryArrayResult>(
    asked: PostgresQuery,
  ): Promise<Result> {
    const client = await this.#take();
    try {
      const result = (await client.query(asked as pg.QueryConfig)) as unknown as Result;
      this.#give(client);
      return result;
    } catch (error) {
      if (isLostSight(error)) this.#isLost = true;
      if (isLostConnection(error)) this.#drop(client);
      else await this.#renew(client);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const waiting of this.#waiting.splice(0)) waiting(null);
    await Promise.all([this.first, ...this.#all].map((client) => client.end().catch(() => {})));
  }

  async #take(): Promise<pg.Client> {
    if (this.#isClosed) throw new Error('Connection terminated');
    const idle = this.#idle.pop();
    if (idle) return idle;
    const { connections = postgresBounds.connections } = this.#settings;
    if (this.#all.size + this.#opening < connections) return this.#join();
    const client = await new Promise<pg.Client | null>((resolve) => this.#waiting.push(resolve));
    return client ?? this.#take();
  }

  #give(client: pg.Client): void {
    if (!this.#all.has(client)) return;
    const waiting = this.#waiting.shift();
    if (waiting) waiting(client);
    else this.#idle.push(client);
  }

  /** A further connection, which sees what the first one does. */
  async #join(): Promise<pg.Client> {
    this.#opening += 1;
    try {
      const client = await connect(this.#settings);
      client.once('end', () => this.#forget(client));
      await client.query(this.#setUp());
      await client.query(this.#begin());
      this.#all.add(client);
      return client;
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
    const own = origin.replaceAll("'", "''");
    return [
      `set search_path = ${quoteName(this.#schema ?? 'public')}`,
      `set statement_timeout = ${statementMilliseconds}`,
      'set idle_in_transaction_session_timeout = 0',
      // To compile a statement takes longer than to run it.
      'set jit = off',
      `set ${originSetting} = '${own}'`,
    ].join('; ');
  }

  #begin = (): string => `${begin}; set transaction snapshot '${this.#snapshot}'`;

  /** A statement that has failed ends the transaction: another takes its place, which sees the same. */
  async #renew(client: pg.Client): Promise<void> {
    try {
      await client.query('rollback');
      await client.query(this.#begin());
      this.#give(client);
    } catch {
      this.#isLost = true;
      this.#drop(client);
    }
  }

  #drop(client: pg.Client): void {
    this.#forget(client);
    client.end().catch(() => {});
  }

  #forget(client: pg.Client): void {
    if (!this.#all.delete(client)) return;
    const at = this.#idle.indexOf(client);
    if (at >= 0) this.#idle.splice(at, 1);
    // Whoever waits opens another in its place, or hears why not.
    this.#waiting.shift()?.(null);
  }
}
