import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import type { OpenConnections } from './open-connections.ts';

/** How often connections that have fallen quiet are looked for, in milliseconds. */
const pace = 50;

/**
 * Milliseconds for which nothing is answered before and after no new connections are taken: whoever
 * waits for an answer opens none, and none is lost between the last that was taken and the end.
 */
const holding = 100;

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
  /** How long a connection must have been quiet to be ended. */
  quietMilliseconds: number;
  /** After so many more, a client that has not finished is not waited for any longer. */
  stopMilliseconds: number;
};

/**
 * Goes on for a while for those who have not heard yet that the server stops, then takes no new
 * connections, lets the running requests finish, and gives back once all is closed.
 */
export async function closeServer(server: Server, closing: Closing): Promise<void> {
  const { connections, gate, drainMilliseconds, quietMilliseconds, stopMilliseconds } = closing;
  const look = () => connections.endQuiet(quietMilliseconds);
  const sweep = setInterval(look, pace);
  look();
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
  clearInterval(sweep);
  clearTimeout(patience);
  // All is closed; this ends Node's own looking for connections that are late.
  server.close(() => {});
}

/** Waits until no connection was opened for a while, and none is waiting to be taken. */
async function untilNobodyComes({ openedAt }: OpenConnections): Promise<void> {
  const begun = performance.now();
  for (let since = begun; ;) {
    // oxlint-disable-next-line no-await-in-loop -- there is nothing else to do
    await wait(holding);
    // A timer comes before the connections that have queued up meanwhile; this comes after them.
    // oxlint-disable-next-line no-await-in-loop -- the same
    await setImmediate();
    const isOver = performance.now() - begun >= maximumHolding;
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
