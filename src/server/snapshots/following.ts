import type { Logger } from 'pino';
import type { OnStatement } from '../../db/client.ts';
import { openPublishedMeanwhile } from '../../db/snapshot/open-published.ts';
import type { Opened, SnapshotOpening } from '../../db/snapshot/open-published.ts';
import { lookUpPointer, markOf } from '../../db/snapshot/pointer.ts';
import type { Pointer } from '../../db/snapshot/pointer.ts';
import type { PublishedEntry } from '../../db/snapshot/published-entry.ts';
import { createLastResort } from './last-resort.ts';
import { createRetired } from './retired.ts';
import type { ServedFile } from './served.ts';
import { watchFile } from './watch-file.ts';

type Options = {
  data: string;
  log: Logger;
  /** How snapshots are opened. */
  opening: { onStatement?: OnStatement; readAtOnceBytes?: number };
};

const isUsable = ({ watch }: ServedFile) => watch.fault() === null;
const lossOf = ({ watch }: ServedFile) => watch.fault() ?? watch.lostName();

/** Equal data may be published again, as another file. */
const isSame = (entry: PublishedEntry, { version, file }: Opened) =>
  entry.version === version && entry.file === file;

const doubtOf = ({ file, doubt }: PublishedEntry) =>
  doubt === undefined ? null : `${file} ${doubt}`;

/** Follows what a data folder publishes, and what becomes of the file that is served. */
export class Following {
  current: ServedFile;
  /** Why the newest published snapshot is not the one that is served; null when it is. */
  problem: string | null = null;
  /** What is under way; null where nothing is. */
  running: Promise<void> | null = null;
  readonly retired = createRetired();
  readonly #options: Options;
  readonly #lastResort = createLastResort();
  /** Which one has failed its check: a large file is not read every second to fail again. */
  #refused: string | null = null;
  /** The last pointer that could be understood. */
  #pointer: Pointer | null = null;
  /** Those whose content was found to be wrong: what they say of themselves is not believed again. */
  readonly #spoiled = new Set<string>();
  #closed = false;

  /** @param problem why `first` is not the newest one; null where it is */
  constructor(first: Opened, problem: string | null, options: Options) {
    this.#options = options;
    this.current = this.#serve(first);
    const lookedUp = lookUpPointer(options.data);
    if (lookedUp.ok) this.#pointer = lookedUp.pointer;
    if (problem === null) return;
    this.#refused = markOf(options.data, this.#pointer);
    this.#tell(problem);
  }

  isServable = (): boolean => isUsable(this.current);

  /** Looks once what is published and what is left of it. */
  follow(): Promise<void> {
    this.running ??= this.#followOnce().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  close(): void {
    this.#closed = true;
    this.retired.close();
    this.current.watch.close();
    this.current.close();
    this.#lastResort.close();
  }

  #serve(opened: Opened): ServedFile {
    this.#lastResort.keep(opened);
    const watch = watchFile(opened, {
      onFault: (reason) => {
        if (this.current.watch !== watch) return;
        this.#options.log.error({ reason }, 'the file that is served was changed');
        this.#spoiled.add(markOf(this.#options.data, opened.published));
        // What is under way may be about to open the next one; whatever it finds, this is over.
        void (this.running ?? Promise.resolve()).then(() => this.follow());
      },
      onTouched: () => void this.follow(),
    });
    return { ...opened, watch };
  }

  #tell(reason: string): void {
    if (this.problem === reason) return;
    this.problem = reason;
    this.#options.log.error(
      { reason },
      'the newest snapshot is not served, or not to be relied on',
    );
  }

  async #followOnce(): Promise<void> {
    let reason: string | null;
    try {
      reason = await this.#followPointer();
      const loss = this.#closed ? null : lossOf(this.current);
      if (loss !== null && !this.#lastResort.hasFailed(this.current))
        reason = await this.#fallBack(loss);
    } catch (error) {
      const { code = 'unknown' } = error as NodeJS.ErrnoException;
      reason = `the data folder cannot be followed (${code})`;
      this.#options.log.error(error);
    }
    if (this.#closed) return;
    if (reason !== null) return this.#tell(reason);
    this.problem = null;
    this.#refused = null;
  }

  /** Goes by the pointer; says why the snapshot that it names is not served, if it is not. */
  async #followPointer(): Promise<string | null> {
    const { data } = this.#options;
    const lookedUp = lookUpPointer(data);
    if (!lookedUp.ok) return lookedUp.reason;
    const { pointer } = lookedUp;
    this.#pointer = pointer;
    const isNewest = isSame(pointer, this.current);
    const isPublished = isNewest && !this.#lastResort.isServing(this.current);
    if (isPublished && lossOf(this.current) === null) return doubtOf(pointer);
    const mark = markOf(data, pointer);
    if (mark === this.#refused) return this.problem;
    const next = await this.#tryEntry(pointer);
    if (next.ok) return doubtOf(pointer);
    // What the system alone refuses may go well the next time.
    this.#refused = next.error ? null : mark;
    return next.reason;
  }

  /** Opens a snapshot and lets it take over; says why it cannot. */
  async #tryEntry(entry: PublishedEntry): Promise<SnapshotOpening> {
    const { data, log, opening } = this.#options;
    const wholly = this.#spoiled.has(markOf(data, entry));
    const next = await openPublishedMeanwhile(data, entry, { ...opening, wholly });
    if (!next.ok) return next;
    // Nobody's question has to wait until its statement is prepared for the new data.
    if (this.isServable()) {
      await next.snapshot.prepareAsIn(this.current).catch((error: unknown) => log.warn(error));
    }
    this.#take(next.snapshot);
    return next;
  }

  #take(opened: Opened): void {
    if (this.#closed) return opened.close();
    const { version: from } = this.current;
    this.#options.log.info({ from, to: opened.version }, 'a new snapshot is served');
    this.retired.add(this.current);
    this.current = this.#serve(opened);
  }

  /** Replaces a snapshot whose file is lost by the one before it, or by what is left of it. */
  async #fallBack(reason: string): Promise<string> {
    const before = this.#pointer?.before;
    const isOther = before && !isSame(before, this.current);
    if (isOther && (await this.#tryEntry(before)).ok) return reason;
    const copy = await this.#lastResort.open(this.current, this.#options.opening);
    if (copy.ok) {
      this.#take(copy.snapshot);
      return `${reason}; a private copy is served`;
    }
    const rest = this.isServable() ? 'it goes on from the open file' : 'nothing is left to serve';
    return `${reason}; ${rest}: ${copy.reason}`;
  }
}
