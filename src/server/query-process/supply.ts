import type { Logger } from 'pino';
import type { SnapshotName } from './messages.ts';
import { startQueryProcess } from './query-process.ts';
import type { QueryProcess } from './query-process.ts';

/** Where processes come from. */
export type Supply = {
  /** A process to be kept; the one that stands ready, where there is one. */
  take: () => QueryProcess;
  /** Has one stand ready, with the snapshot open that was asked last. */
  prepareSpare: (snapshot: SnapshotName) => void;
  /**
   * Whether processes let others have the processor before them. They do, so that whoever asks little is answered at
   * once; but only a little for a while after one was left next to nothing: then they are to have their part.
   */
  mayYield: () => boolean;
  /** Says that one was. */
  noteLeftLittle: () => void;
  /** Milliseconds to wait before another try, where processes end before they are ready. */
  patience: () => number;
  alive: () => number;
  /** Ends all of them. */
  close: () => void;
};

/** Milliseconds for which processes do not yield after one was left next to nothing. */
const notYielding = 60_000;

/** Starts processes, keeps one ready once any is at work, and ends all of them at the end. */
export function createSupply({ data, log }: { data: string; log: Logger }): Supply {
  const alive = new Set<QueryProcess>();
  let spare: { process: QueryProcess; version: string | null } | null = null;
  let inVain = 0;
  let leftLittleAt = -Infinity;
  let closed = false;

  function start(): QueryProcess {
    const started = startQueryProcess(data);
    alive.add(started);
    let wasReady = false;
    void started.ready.then(() => {
      wasReady = true;
      return (inVain = 0);
    });
    void started.ended.then(() => forget(started, wasReady));
    return started;
  }

  function forget(ended: QueryProcess, wasReady: boolean): void {
    alive.delete(ended);
    if (spare?.process === ended) spare = null;
    if (wasReady || closed) return;
    inVain += 1;
    log.error({ inVain }, 'a query process ended before it was ready');
  }

  return {
    take() {
      const taken = spare?.process ?? start();
      spare = null;
      return taken;
    },
    prepareSpare(snapshot) {
      if (closed || (!spare && inVain > 0)) return;
      spare ??= { process: start(), version: null };
      if (spare.version === snapshot.version) return;
      spare.version = snapshot.version;
      spare.process.open(snapshot);
    },
    mayYield: () => performance.now() - leftLittleAt > notYielding,
    noteLeftLittle() {
      leftLittleAt = performance.now();
    },
    patience: () => (inVain === 0 ? 0 : Math.min(100 * 2 ** inVain, 10_000)),
    alive: () => alive.size,
    close() {
      closed = true;
      for (const queryProcess of alive) queryProcess.end();
    },
  };
}
