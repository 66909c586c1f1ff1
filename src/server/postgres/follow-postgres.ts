import type { Logger } from 'pino';
import { openPostgres } from '../../db/postgres/open-store.ts';
import type { PostgresOptions, PostgresStore } from '../../db/postgres/open-store.ts';
import { createPublicationWatch } from '../../db/postgres/watch-publication.ts';
import type { SeenPublication } from '../../db/postgres/watch-publication.ts';
import { postgresBounds } from '../../limits.ts';
import { createRetired } from '../snapshots/retired.ts';
import type { Snapshots } from '../snapshots/snapshots.ts';

/** What is served from PostgreSQL, and how far behind that is. */
export type PostgresSnapshots = Snapshots & {
  lag: NonNullable<Snapshots['lag']>;
  /** What holds a version, be it served or not any more; null once it is closed. */
  storeOf: (version: string) => PostgresStore | null;
};

/**
 * Opens what is published in PostgreSQL and follows it: what is newly published is opened beside what is served,
 * and takes over for the requests that start after. Where it cannot be opened, the old version goes on.
 * @throws where there is nothing to start with, or the role may write
 */
export async function followPostgres(
  options: PostgresOptions & { log: Logger; pollMilliseconds?: number | null },
): Promise<PostgresSnapshots> {
  const { log, pollMilliseconds = postgresBounds.pollMilliseconds, ...opening } = options;
  const following = new FollowingPostgres(await openPostgres(opening), { log, opening });
  const poll =
    pollMilliseconds === null
      ? undefined
      : setInterval(() => void following.follow(), pollMilliseconds);
  poll?.unref();
  return {
    current: () => following.current,
    hold: () => following.retired.hold(following.current),
    settle: () => (following.current.isLost() ? following.follow() : null),
    isServable: () => !following.current.isLost(),
    problem: () => following.problem,
    lag: () => following.lag(),
    storeOf: (version) => following.storeOf(version),
    close() {
      clearInterval(poll);
      following.close();
    },
  };
}

class FollowingPostgres {
  current: PostgresStore;
  problem: string | null = null;
  readonly retired = createRetired();
  readonly #options: { log: Logger; opening: PostgresOptions };
  readonly #watch: ReturnType<typeof createPublicationWatch>;
  #seen: SeenPublication | null = null;
  #running: Promise<void> | null = null;
  #closed = false;
  /** The one that is served, and those that it has taken over from. */
  readonly #open = new Set<PostgresStore>();

  constructor(first: PostgresStore, options: { log: Logger; opening: PostgresOptions }) {
    this.current = this.#serve(first);
    this.#options = options;
    this.#watch = createPublicationWatch(options.opening);
  }

  storeOf(version: string): PostgresStore | null {
    if (this.current.version === version) return this.current;
    return [...this.#open].find((store) => store.version === version) ?? null;
  }

  /** Looks once what is published. */
  follow(): Promise<void> {
    this.#running ??= this.#followOnce().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Which version was seen last, and how many seconds a standby is behind what it follows. */
  lag(): ReturnType<PostgresSnapshots['lag']> {
    const { isStandby = false, secondsBehind = null, version = null } = this.#seen ?? {};
    return { isStandby, secondsBehind, published: version ?? this.current.version };
  }

  close(): void {
    this.#closed = true;
    this.#watch.close();
    this.retired.close();
    void this.current.close();
  }

  async #followOnce(): Promise<void> {
    try {
      const seen = await this.#watch.look();
      this.#seen = seen;
      const isSame = seen?.version === this.current.version && seen.at === this.current.at;
      if (!isSame || this.current.isLost()) {
        const next = await openPostgres(this.#options.opening);
        this.#take(next);
      }
      this.problem = null;
    } catch (error) {
      this.#tell((error as Error).message);
    }
  }

  #take(next: PostgresStore): void {
    if (this.#closed) return void next.close();
    const { version: from } = this.current;
    if (from !== next.version)
      this.#options.log.info({ from, to: next.version }, 'a new version is served');
    this.retired.add(this.current);
    this.current = this.#serve(next);
  }

  /** The same, known as long as it is open. */
  #serve(opened: PostgresStore): PostgresStore {
    const store = {
      ...opened,
      close: () => {
        this.#open.delete(store);
        return opened.close();
      },
    };
    this.#open.add(store);
    return store;
  }

  #tell(reason: string): void {
    if (this.#closed || this.problem === reason) return;
    this.problem = reason;
    this.#options.log.error({ reason }, 'what is published is not served, or not known');
  }
}
