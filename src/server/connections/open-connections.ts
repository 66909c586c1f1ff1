import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

type State = {
  /** Requests whose answer is not finished. */
  pending: number;
  /** The request that came last. */
  newest: IncomingMessage | null;
  /** Bytes that had come when the last answer was finished: more are the next request's. */
  bytes: number;
  /** Since when nothing has come, by the clock of `performance`, as all times here. */
  quietSince: number;
  /** When the first answer was finished that said that the connection ends. */
  toldAt: number | null;
  /** Whether requests are still taken. */
  isTaking: boolean;
  /** When its writing side was closed. */
  endedAt: number | null;
};

/** How long the connections of a server that stops are still of use, in milliseconds. */
export type Patience = {
  /** How long a connection must have been quiet to be ended. */
  quietMilliseconds: number;
  /** How long requests are still taken on one that was told to end. */
  graceMilliseconds: number;
  /** How long one that was ended is still read. */
  lingerMilliseconds: number;
};

/** The connections of a server, and what each still waits for. */
export type OpenConnections = {
  /**
   * To be called for each request; what it gives, when its answer is finished or given up.
   * Gives null where the connection takes no more requests: this one must not be answered.
   */
  begin: (request: IncomingMessage) => (() => void) | null;
  /** Whether the answer to this request is to say that the connection ends, if the server stops. */
  isLast: (request: IncomingMessage) => boolean;
  /** From now on each answer is to say so, whatever waits behind it. */
  insist: () => void;
  /** To be called when an answer that said so is finished. */
  tell: (socket: Socket) => void;
  /** When the last one was opened. */
  openedAt: () => number;
  /**
   * Ends connections that have nothing to wait for: first the writing side alone, for as long as
   * there is unread data, closing the other makes the system reset the connection, and answers
   * that the client has not read yet are lost (RFC 9112, 9.6).
   * @param now a time until which everything that has come was read
   */
  endIdle: (now: number, patience: Patience) => void;
};

export function trackConnections(): OpenConnections & { watch: (server: Server) => void } {
  const states = new Map<Socket, State>();
  let openedAt = performance.now();
  let isInsisting = false;

  function enter(socket: Socket): State {
    const present = states.get(socket);
    if (present) return present;
    const state = newState();
    states.set(socket, state);
    socket.once('close', () => states.delete(socket));
    return state;
  }

  return {
    watch(server) {
      server.on('connection', (socket: Socket) => {
        openedAt = performance.now();
        enter(socket);
      });
    },
    begin(request) {
      const { socket } = request;
      const state = enter(socket);
      if (!state.isTaking) return null;
      state.pending += 1;
      state.newest = request;
      return () => {
        state.pending -= 1;
        state.bytes = socket.bytesRead;
        state.quietSince = performance.now();
      };
    },
    openedAt: () => openedAt,
    isLast: (request) => isInsisting || states.get(request.socket)?.newest === request,
    insist() {
      isInsisting = true;
    },
    tell(socket) {
      const state = states.get(socket);
      if (state) state.toldAt ??= performance.now();
    },
    endIdle(now, patience) {
      for (const [socket, state] of states) {
        if (state.endedAt !== null) {
          if (now - state.endedAt >= patience.lingerMilliseconds) socket.destroy();
          continue;
        }
        state.isTaking &&= !isOver(socket, state, now, patience);
        if (state.isTaking || state.pending > 0) continue;
        state.endedAt = performance.now();
        socket.end();
      }
    },
  };
}

const newState = (): State => ({
  pending: 0,
  newest: null,
  bytes: 0,
  quietSince: performance.now(),
  toldAt: null,
  isTaking: true,
  endedAt: null,
});

/** Whether a connection is to take no more requests. */
function isOver(socket: Socket, state: State, now: number, patience: Patience): boolean {
  if (state.toldAt !== null) return now - state.toldAt >= patience.graceMilliseconds;
  // Of what has begun to come, Node itself says when it takes too long.
  if (state.pending > 0 || socket.bytesRead > state.bytes) return false;
  return now - state.quietSince >= patience.quietMilliseconds;
}
