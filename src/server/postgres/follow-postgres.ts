import type { Logger } from 'pino';
import { isNoAnswer } from '../../db/postgres/connections/failures.ts';
import { openPostgres } from '../../db/postgres/open-store.ts';
import type { PostgresOptions, PostgresStore } from '../../db/postgres/open-store.ts';
import { createPublicationWatch } from '../../db/postgres/watch-publication.ts';
import type { SeenPublication } from '../../db/postgres/watch-publication.ts';
import type { HistoryEntry } from '../../db/snapshot/history.ts';
import { postgresBounds } from '../../limits.ts';
import type { SnapshotName } from '../query-process/messages.ts';
import type { KeptVersions } from '../snapshots/kept-versions.ts';
import { createRetired } from '../snapshots/retired.ts';
import type { Served } from '../snapshots/served.ts';
import type { Snapshots } from '../snapshots/snapshots.ts';

/** What is served from PostgreSQL, and how far behind that is. */
export type PostgresSnapshots = Snapshots & {
  lag: NonNullable<Snapshots['lag']>;
  /** What holds a version, be it served or not any more, with its addresses under a path; null once it is closed. */
  storeOf: (snapshot: Pick<SnapshotName, 'version' | 'base'>) => PostgresStore | null;
  /** What was published until the version that is served, the oldest first. */
  history: () => readonly HistoryEntry[];
  /** The one version that can be read under an address of its own: the one that is served. */
  kept: KeptVersions;
};

/**
 * Opens what is published in PostgreSQL and follows it: what is newly published is opened beside what is served,
 * and takes over for the requests that start after. Where it cannot be opened, the old version goes on.
 * @throws where there is nothing to start with, or the role may write
 */
export async function followPostgres(
  options: PostgresOptions & {
    log: Logger;
    pollMilliseconds?: number | null;
    /** Under which path a version is served. */
    baseOf?: (version: string) => string;
  },
): Promise<PostgresSnapshots> {
  const { log, pollMilliseconds = postgresBounds.pollMilliseconds, baseOf, ...opening } = options;
  const following = new FollowingPostgres(await openPostgres(opening), { log, opening });
  // What is told of a standby is known from the first answer on.
  await following.follow();
  const poll =
    pollMilliseconds === null
      ? undefined
      : setInterval(() => void following.follow(), pollMilliseconds);
  poll?.unref();
  return {
    current: () => following.current,
    hold: () => following.retired.hold(following.current),
    settle: () => following.settle(),
    isServable: () => !following.current.isLost(),
    problem: () => following.problem,
    lag: () => following.lag(),
    storeOf: ({ version, base }) => following.storeOf(version, base),
    history: () => following.current.history,
    kept: keepServed(following, baseOf),
    close() {
      clearInterval(poll);
      following.close();
    },
  };
}

/** PostgreSQL holds one version: every other one is kept no longer. */
function keepServed(
  following: FollowingPostgres,
  baseOf: (version: string) => string = () => '',
): KeptVersions {
  const within = new WeakMap<PostgresStore, Served>();
  return {
    open: async (prefix) => {
      const { current, retired } = following;
      if (!current.version.startsWith(prefix)) return null;
      const served = within.get(current) ?? current.within(baseOf(current.version));
      within.set(current, served);
      return { served, state: 'CURRENT', hold: () => retired.hold(current).release };
    },
    close: () => {},
  };
}

/** Milliseconds after which those who ask have it tried again to open what is published. */
const betweenTries = 200;

class FollowingPostgres {
  current: PostgresStore;
  problem: string | null = null;
  readonly retired = createRetired<PostgresStore>({
    graceSeconds: postgresBounds.retiredMilliseconds / 1000,
    isInUse: (store) => store.isInUse(postgresBounds.retiredMilliseconds),
  });
  readonly #options: { log: Logger; opening: PostgresOptions };
  readonly #watch: ReturnType<typeof createPublicationWatch>;
  #seen: SeenPublication | null = null;
  #running: Promise<void> | null = null;
  /** When nothing could be had last, by the clock of the process. */
  #failedAt = Number.NEGATIVE_INFINITY;
  /** Whether PostgreSQL was asked last in vain. */
  #isSilent = false;
  #closed = false;
  /** The one that is served, and those that it has taken over from. */
  readonly #open = new Set<PostgresStore>();

  constructor(first: PostgresStore, options: { log: Logger; opening: PostgresOptions }) {
    this.current = this.#serve(first);
    this.#options = options;
    this.#watch = createPublicationWatch(options.opening);
  }

  storeOf(version: string, base?: string): PostgresStore | null {
    const isServed = this.current.version === version;
    const store = isServed ? this.current : this.#lastOf(version);
    return store && base !== undefined ? store.within(base) : store;
  }

  /** Of several that hold the same version the last, since the others are closed before it. */
  #lastOf(version: string): PostgresStore | null {
    return [...this.#open].findLast((store) => store.version === version) ?? null;
  }

  /** Looks once what is published. */
  follow(): Promise<void> {
    this.#running ??= this.#followOnce().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /**
   * Looks again where what is served is lost, as whoever asks would have to be refused; not at once after that was
   * in vain, and not while PostgreSQL does not answer, since nobody is to wait for that.
   */
  settle(): Promise<void> | null {
    if (!this.current.isLost() || this.#isSilent) return null;
    const isTooSoon = performance.now() - this.#failedAt < betweenTries;
    return this.#running ?? (isTooSoon ? null : this.follow());
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
      if (seen && seen.hindrance !== null) {
        // What is under way could not go on, and holds what somebody may want to remove.
        if (seen.schema === this.current.file) this.current.interrupt();
        throw new Error(seen.hindrance);
      }
      const isSame = seen?.version === this.current.version && seen.at === this.current.at;
      if (!isSame || this.current.isLost()) {
        const next = await openPostgres(this.#options.opening);
        this.#take(next);
      }
      if (this.problem !== null) {
        const { version } = this.current;
        this.#options.log.info({ version }, 'what is published is served again');
      }
      this.problem = null;
      this.#isSilent = false;
    } catch (error) {
      this.#failedAt = performance.now();
      this.#isSilent = isNoAnswer(error);
      // Whoever waits for it would wait in vain, and be told nothing.
      if (this.#isSilent) for (const store of this.#open) store.interrupt();
      this.#tell((error as Error).message);
    }
  }

  #take(next: PostgresStore): void {
    if (this.#closed) return void next.close();
    const { version: from } = this.current;
    if (from !== next.version)
      this.#options.log.info({ from, to: next.version }, 'a new version is served');
    this.current.retire();
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
