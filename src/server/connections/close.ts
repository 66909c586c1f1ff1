import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import type { OpenConnections, Patience } from './open-connections.ts';

/** How often connections that have fallen quiet are looked for, in milliseconds. */
const pace = 50;

/**
 * Milliseconds for which nothing is answered before and after no new connections are taken: whoever
 * waits for an answer opens none, and none is lost between the last that was taken and the end.
 */
const holding = 100;

/** In a turn of the event loop that takes no longer, next to nothing can come unread, in milliseconds. */
const shortTurn = 10;

/** How long such a turn is waited for, in milliseconds. */
const maximumTurning = 1000;

/** Where others keep coming, it is not waited longer than so many milliseconds for them to pause. */
const maximumHolding = 1000;

/** Requests wait here while the server stops to listen. */
export type Gate = {
  /** What to wait for; null while it is open. */
  passing: () => Promise<void> | null;
  /** Shuts it; what it gives opens it again. */
  shut: () => () => void;
};

export function createGate(): Gate {
  let passing: Promise<void> | null = null;
  return {
    passing: () => passing,
    shut() {
      const { promise, resolve } = Promise.withResolvers<void>();
      passing = promise;
      return () => {
        passing = null;
        resolve();
      };
    },
  };
}

export type Closing = {
  connections: OpenConnections;
  gate: Gate;
  /** How long new connections are still taken. */
  drainMilliseconds: number;
  /** After so many more, a client that has not finished is not waited for any longer. */
  stopMilliseconds: number;
} & Patience;

/**
 * Goes on for a while for those who have not heard yet that the server stops, then takes no new
 * connections, lets the running requests finish, and gives back once all is closed.
 */
export async function closeServer(server: Server, closing: Closing): Promise<void> {
  const { connections, gate, drainMilliseconds, quietMilliseconds, stopMilliseconds } = closing;
  const stopSweeping = sweep(connections, closing);
  // A client that always has one more under way would else never be told.
  const insisting = setTimeout(connections.insist, quietMilliseconds);
  let closed: Promise<void>;
  if (drainMilliseconds > 0) {
    await wait(drainMilliseconds);
    const reopen = gate.shut();
    await untilNobodyComes(connections);
    closed = stopListening(server);
    await wait(holding);
    reopen();
  } else closed = stopListening(server);
  const patience = setTimeout(() => {
    server.closeAllConnections();
  }, stopMilliseconds);
  await closed;
  stopSweeping();
  clearTimeout(insisting);
  clearTimeout(patience);
  // All is closed; this ends Node's own looking for connections that are late.
  server.close(() => {});
}

/** Ends idle connections again and again, until what it gives is called. */
function sweep(connections: OpenConnections, patience: Patience): () => void {
  const sweeping = new AbortController();
  async function look(): Promise<void> {
    while (!sweeping.signal.aborted) {
      const now = performance.now();
      // oxlint-disable-next-line no-await-in-loop -- one look after the other
      await readWhatHasCome();
      connections.endIdle(now, patience);
      // oxlint-disable-next-line no-await-in-loop -- the same
      await wait(pace);
    }
  }
  void look();
  return () => {
    sweeping.abort();
  };
}

/**
 * Lets the event loop read what has come before this was called and, if it was busy with that for
 * long, what has come meanwhile.
 * @param openedAt given where connections are to be taken as well: one turn takes one of them
 */
async function readWhatHasCome(openedAt = () => 0): Promise<void> {
  // This may come still in the turn of whoever calls; between it and the next, all is read.
  await setImmediate();
  const begun = performance.now();
  for (let before = begun; before - begun < maximumTurning;) {
    // oxlint-disable-next-line no-await-in-loop -- one turn after the other
    await setImmediate();
    const turned = performance.now();
    if (turned - before <= shortTurn && openedAt() < before) return;
    before = turned;
  }
}

/** Waits until no connection was opened for a while, and none is waiting to be taken. */
async function untilNobodyComes({ openedAt }: OpenConnections): Promise<void> {
  const begun = performance.now();
  for (let since = begun; ;) {
    // oxlint-disable-next-line no-await-in-loop -- there is nothing else to do
    await wait(holding);
    const isOver = performance.now() - begun >= maximumHolding;
    // oxlint-disable-next-line no-await-in-loop -- the same
    await readWhatHasCome(openedAt);
    if (isOver || openedAt() <= since) return;
    since = performance.now();
  }
}

/** As any server does: an HTTP server would cut idle connections off as well. */
function stopListening(server: Server): Promise<void> {
  return new Promise((done) => {
    NetServer.prototype.close.call(server, () => {
      done();
    });
  });
}
