import { ServerResponse } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, Server } from 'node:http';
import type { Socket } from 'node:net';

type State = {
  /** Requests whose answer is not finished. */
  pending: number;
  /** Bytes that had come when the last answer was finished: more are the next request's. */
  bytes: number;
  /** Since when nothing has come, by the clock of `performance`. */
  quietSince: number;
};

/** The connections of a server, and what each still waits for. */
export type OpenConnections = {
  /** To be called for each request; what it gives, when its answer is finished or given up. */
  begin: (socket: Socket) => () => void;
  /** Whether no other request of the connection waits behind the one that is answered. */
  isLast: (socket: Socket | null) => boolean;
  /** When the last one was opened, by the clock of `performance`. */
  openedAt: () => number;
  /** Ends connections that have nothing to wait for and were quiet for so many milliseconds. */
  endQuiet: (milliseconds: number) => void;
};

export function trackConnections(): OpenConnections & { watch: (server: Server) => void } {
  const states = new Map<Socket, State>();
  let openedAt = performance.now();

  function enter(socket: Socket): State {
    const known = states.get(socket);
    if (known) return known;
    const state = { pending: 0, bytes: 0, quietSince: performance.now() };
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
    begin(socket) {
      const state = enter(socket);
      state.pending += 1;
      return () => {
        state.pending -= 1;
        state.bytes = socket.bytesRead;
        state.quietSince = performance.now();
      };
    },
    openedAt: () => openedAt,
    isLast: (socket) => socket === null || (states.get(socket)?.pending ?? 1) <= 1,
    endQuiet(milliseconds) {
      const now = performance.now();
      for (const [socket, { pending, bytes, quietSince }] of states) {
        // Of what has begun to come, Node itself says when it takes too long.
        if (pending > 0 || socket.bytesRead > bytes) continue;
        if (now - quietSince >= milliseconds) socket.destroySoon();
      }
    },
  };
}

type Announced = { _last: boolean };
type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

/**
 * Answers that say, while the server stops, that the connection ends with them. The last one of those
 * that a client has sent in a row says so, and the connection stays open for a moment: what was on
 * its way before the client could know is still answered.
 */
export function announcingResponse(
  connections: Pick<OpenConnections, 'isLast'>,
  isStopping: () => boolean,
): typeof ServerResponse {
  return class<Request extends IncomingMessage> extends ServerResponse<Request> {
    override writeHead(status: number, reason?: string | Headers, headers?: Headers): this {
      // Node takes the headers in either place.
      const head = [status, reason as string | undefined, headers] as const;
      const { httpVersionMajor, httpVersionMinor } = this.req;
      const isPersistent = this.shouldKeepAlive && httpVersionMajor === 1 && httpVersionMinor > 0;
      if (!isPersistent || !isStopping() || !connections.isLast(this.req.socket)) {
        return super.writeHead(...head);
      }
      this.shouldKeepAlive = false;
      super.writeHead(...head);
      // Node would end the connection with this answer, whatever has come meanwhile.
      (this as unknown as Announced)._last = false;
      return this;
    }
  };
}
