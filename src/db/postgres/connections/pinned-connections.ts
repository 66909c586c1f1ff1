import pg from 'pg';
import { limits, postgresBounds } from '../../../limits.ts';
import { originSetting } from '../../dialect.ts';
import { connect, disconnect } from './connect.ts';
import type { PostgresAddress } from './connect.ts';
import { quoteName } from '../create-tables.ts';
import { isCut, isLostConnection, isLostSight } from './failures.ts';
import { askForValue } from './one-value.ts';
import type { ValueQuery } from './one-value.ts';
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

/** What is asked of one connection. */
export type PostgresQuery = pg.QueryConfig | pg.QueryArrayConfig;

/** How it is asked. */
export type Asking = {
  /** Under which path the addresses in the answer stand. */
  base?: string | undefined;
  /** Whether its values name all that it reads. */
  isOfNamed?: boolean | undefined;
};

/** Asks it by a connection. */
type Ask<Asked, Result> = (client: pg.Client, asked: Asked) => Promise<Result>;

/** What PostgreSQL is told of what is asked next. */
type Told = {
  /** Under which path the addresses in its answers stand. */
  base: string;
  /** Whether a statement is planned once for all values, and not for those that it is asked with. */
  isPlannedOnce: boolean;
};

/** What a connection was told, and the statements that it has prepared. */
type Connected = Told & { prepared: Set<string> };

const toldAtFirst: Told = { base: '', isPlannedOnce: false };

/** A process that is hung, or whose machine is lost, keeps neither locks nor what was seen. */
const endWhereSilent = `set idle_in_transaction_session_timeout = ${postgresBounds.silentMilliseconds}`;

/** So many statements one connection prepares; each takes PostgreSQL some hundred thousand bytes. */
const mostPrepared = 100;

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
  readonly #waiting = new Set<(client: pg.Client | null) => void>();
  readonly #all = new Map<pg.Client, Connected>();
  readonly #nameOf = createStatementNames();
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
    for (const client of this.#idle.splice(0)) this.#drop(client);
  }

  /** Gives up whatever is under way: PostgreSQL does not answer. */
  interrupt(): void {
    this.#isLost = true;
    const clients = [this.first, ...this.#all.keys()];
    this.#idle.length = 0;
    this.#all.clear();
    for (const client of clients) client.connection.stream.destroy();
    this.#wakeAll();
  }

  /**
   * Runs one statement, when a connection is free. Where that is cut meanwhile it is run once more by another, which
   * sees the same.
   * @throws what the server or the driver says
   */
  query<Result extends pg.QueryResult | pg.QueryArrayResult>(
    asked: PostgresQuery,
    asking: Asking = {},
  ): Promise<Result> {
    const ask: Ask<PostgresQuery, Result> = async (client, named) =>
      (await client.query(named as pg.QueryConfig)) as unknown as Result;
    return this.#askTwice(asked, asking, ask);
  }

  /** The same of a statement that gives one value, as PostgreSQL writes it; null where it gives none. */
  readValue(asked: ValueQuery, asking: Asking = {}): Promise<string | null> {
    return this.#askTwice(asked, asking, askForValue);
  }

  async #askTwice<Asked extends { text: string }, Result>(
    asked: Asked,
    asking: Asking,
    ask: Ask<Asked, Result>,
  ): Promise<Result> {
    try {
      return await this.#ask(asked, asking, ask);
    } catch (error) {
      if (this.#isLost || this.#isClosed || !isCut(error)) throw error;
      return this.#ask(asked, asking, ask);
    }
  }

  async #ask<Asked extends { text: string }, Result>(
    asked: Asked,
    { base = '', isOfNamed = false }: Asking,
    ask: Ask<Asked, Result>,
  ): Promise<Result> {
    const client = await this.#take(isOfNamed);
    try {
      const name = this.#nameFor(client, asked.text);
      await this.#tell(client, { base, isPlannedOnce: isOfNamed && name !== undefined });
      const result = await ask(client, name === undefined ? asked : { ...asked, name });
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
    clearInterval(this.#beat);
    this.#wakeAll();
    await Promise.all([this.first, ...this.#all.keys()].map(disconnect));
  }

  /** @param isPlannedOnce what one of several that are free is to be told already */
  async #take(isPlannedOnce: boolean): Promise<pg.Client> {
    // Of one that is lost no further connection can be had, but those that are there see what they saw.
    const isOver = this.#isClosed || (this.#isLost && this.#all.size === 0);
    if (isOver) throw new Error('Connection terminated');
    this.#lastUsed = performance.now();
    const fit = this.#idle.findLastIndex(
      (client) => this.#all.get(client)?.isPlannedOnce === isPlannedOnce,
    );
    const [idle] = this.#idle.splice(fit, 1);
    if (idle) return idle;
    const { connections = postgresBounds.connections } = this.#settings;
    if (!this.#isLost && this.#all.size + this.#opening < connections) return this.#join();
    return (await this.#wait()) ?? this.#take(isPlannedOnce);
  }

  /** The next connection that is free; null where another can be opened. @throws where none is in time */
  #wait(): Promise<pg.Client | null> {
    const { waitMilliseconds = limits.waitMilliseconds.value } = this.#settings;
    return new Promise((resolve, reject) => {
      const take = (client: pg.Client | null) => {
        clearTimeout(timer);
        this.#waiting.delete(take);
        resolve(client);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(take);
        reject(new Error('Connection timeout: none is free'));
      }, waitMilliseconds);
      this.#waiting.add(take);
    });
  }

  #give(client: pg.Client): void {
    if (!this.#all.has(client)) return;
    this.#lastUsed = performance.now();
    const [waiting] = this.#waiting;
    if (waiting) waiting(client);
    else if (this.#isRetired) this.#drop(client);
    else this.#idle.push(client);
  }

  /** A further connection, which sees what the first one does. */
  async #join(): Promise<pg.Client> {
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
      client.once('end', () => this.#forget(client));
      this.#all.set(client, { ...toldAtFirst, prepared: new Set() });
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
    return [
      `set search_path = ${quoteName(this.#schema ?? 'public')}`,
      `set statement_timeout = ${statementMilliseconds}`,
      endWhereSilent,
      // To compile a statement takes longer than to run it.
      'set jit = off',
      // A question has one processor, so that it leaves others theirs. A process that is begun for a part of it would also
      // have to be shown all memory that it reads, page by page, which takes longer than to read it.
      'set max_parallel_workers_per_gather = 0',
      // Of a word that very many entries hold it is known which, and not only on which pages they lie.
      `set work_mem = ${postgresBounds.workKilobytes}`,
      `set ${originSetting} = ${pg.escapeLiteral(origin)}`,
    ].join('; ');
  }

  async #tell(client: pg.Client, { base, isPlannedOnce }: Told): Promise<void> {
    const own = this.#all.get(client);
    if (!own || (own.base === base && own.isPlannedOnce === isPlannedOnce)) return;
    const origin = pg.escapeLiteral(this.#settings.origin + base);
    await client.query(
      `set ${originSetting} = ${origin}; set plan_cache_mode = ${isPlannedOnce ? 'force_generic_plan' : 'auto'}`,
    );
    Object.assign(own, { base, isPlannedOnce });
  }

  /** The name of a statement that is asked often, as long as a connection has not prepared too much. */
  #nameFor(client: pg.Client, text: string): string | undefined {
    const prepared = this.#all.get(client)?.prepared;
    const name = this.#nameOf(text);
    if (name === undefined || !prepared) return undefined;
    if (!prepared.has(name) && prepared.size >= mostPrepared) return undefined;
    prepared.add(name);
    return name;
  }

  #begin = (): string => `${begin}; set transaction snapshot '${this.#snapshot}'`;

  /** A statement that has failed ends the transaction: another takes its place, which sees the same. */
  async #renew(client: pg.Client): Promise<void> {
    try {
      await client.query('rollback');
      // What was set since the transaction began is as it was before.
      const own = this.#all.get(client);
      if (own) Object.assign(own, toldAtFirst);
      await client.query(this.#begin());
      this.#give(client);
    } catch {
      this.#isLost = true;
      this.#drop(client);
    }
  }

  #drop(client: pg.Client): void {
    this.#forget(client);
    void disconnect(client);
  }

  #wakeAll(): void {
    for (const waiting of this.#waiting) waiting(null);
  }

  /** Asks something on every connection that nothing is asked on, so that PostgreSQL does not take us for hung. */
  #showLife(): void {
    for (const client of [this.first, ...this.#idle.splice(0)]) {
      client.query('select 1').then(
        () => this.#give(client),
        () => this.#drop(client),
      );
    }
  }

  #forget(client: pg.Client): void {
    if (!this.#all.delete(client)) return;
    const at = this.#idle.indexOf(client);
    if (at >= 0) this.#idle.splice(at, 1);
    // Whoever waits opens another in its place, or hears why not.
    const [waiting] = this.#waiting;
    if (this.#isLost) this.#wakeAll();
    else waiting?.(null);
  }
}
