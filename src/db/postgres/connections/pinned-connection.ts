import pg from 'pg';
import { originSetting } from '../../dialect.ts';
import { isQuick, noteTime } from './statement-names.ts';
import type { KnownStatement } from './statement-names.ts';

/** What is asked of one connection. */
export type PostgresQuery = pg.QueryConfig | pg.QueryArrayConfig;

/** A statement and how it is to be asked. */
export type Asked = {
  query: PostgresQuery;
  /** What is known of it, and the name under which it is prepared; none where it is asked for the first time. */
  statement: KnownStatement;
  name: string | undefined;
  /** Under which path the addresses in its answer stand. */
  base: string;
  /** Whether its values name all that it reads: it is planned once for all values, and takes about as long each time. */
  isOfNamed: boolean;
};

/** So many statements one connection prepares; each takes PostgreSQL some hundred thousand bytes. */
const mostPrepared = 100;

/**
 * So many statements one connection has to answer at the most, where each reads what its values name and no more.
 * Several together spare PostgreSQL to be woken for each, but have not been tried enough beside publications: one.
 */
const mostTogether: number = 1;

const isPlannedOnce = ({ isOfNamed, name }: Asked) => isOfNamed && name !== undefined;

/** A connection in a transaction that only reads, what it was told, and the statements that it has not answered yet. */
export class PinnedConnection {
  readonly client: pg.Client;
  readonly #origin: string;
  readonly #prepared = new Set<string>();
  #base = '';
  #isPlannedOnce = false;
  #running = 0;
  /** Whether what it has to answer is quick. */
  #isQuick = false;
  #isBroken = false;
  #isRenewing = false;

  /** @param origin by what readers call this server, as it has been told */
  constructor(client: pg.Client, origin: string) {
    this.client = client;
    this.#origin = origin;
  }

  /** Whether it has nothing to answer. */
  get isFree(): boolean {
    return this.#running === 0;
  }

  /** Whether a statement has failed, and with it the transaction. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** Whether it has, and all that was asked behind it is answered. */
  get isToRenew(): boolean {
    return this.#isBroken && this.isFree && !this.#isRenewing;
  }

  /** Whether it need not be told otherwise for a statement. */
  isTold(asked: Asked): boolean {
    return this.#isPlannedOnce === isPlannedOnce(asked) && this.#base === asked.base;
  }

  /** Whether a statement may be asked before those under way are answered: it and they take little and are alike. */
  takesBeside(asked: Asked): boolean {
    const isOpen = this.#isQuick && this.#running < mostTogether && !this.#isBroken;
    if (this.isFree || !isOpen || !isQuick(asked.statement)) return false;
    const isLight = isPlannedOnce(asked) && this.#prepared.has(asked.name ?? '');
    return isLight && this.isTold(asked);
  }

  /** Notes what is about to be asked. */
  begin({ statement }: Asked): this {
    if (this.isFree) this.#isQuick = isQuick(statement);
    this.#running += 1;
    return this;
  }

  /** Asks what was begun. @throws what the server or the driver says */
  async ask<Result>(asked: Asked): Promise<Result> {
    const isAlone = this.#running === 1;
    try {
      await this.#tell(asked);
      const begun = performance.now();
      const result = await this.client.query(this.#named(asked));
      if (isAlone) noteTime(asked.statement, performance.now() - begun);
      return result as unknown as Result;
    } catch (error) {
      this.#isBroken = true;
      throw error;
    } finally {
      this.#running -= 1;
    }
  }

  /** Begins another transaction in place of one that has failed. @param begin the statement that begins it */
  async renew(begin: string): Promise<void> {
    this.#isRenewing = true;
    await this.client.query('rollback');
    // What was set since the transaction began is as it was before.
    [this.#base, this.#isPlannedOnce] = ['', false];
    await this.client.query(begin);
    [this.#isBroken, this.#isRenewing] = [false, false];
  }

  async #tell(asked: Asked): Promise<void> {
    if (this.isTold(asked)) return;
    const origin = pg.escapeLiteral(this.#origin + asked.base);
    const mode = isPlannedOnce(asked) ? 'force_generic_plan' : 'auto';
    await this.client.query(`set ${originSetting} = ${origin}; set plan_cache_mode = ${mode}`);
    [this.#base, this.#isPlannedOnce] = [asked.base, isPlannedOnce(asked)];
  }

  /** What is asked under a name if it is asked often, as long as there is not too much prepared. */
  #named({ query, name }: Asked): pg.QueryConfig {
    const isKept =
      name !== undefined && (this.#prepared.has(name) || this.#prepared.size < mostPrepared);
    if (!isKept) return query as pg.QueryConfig;
    this.#prepared.add(name);
    return { ...query, name } as pg.QueryConfig;
  }
}
