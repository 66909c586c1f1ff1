import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Does something to a connection once the requests that came whole on it have been answered. */
export type OnceAnswered = (socket: Duplex, then: () => void) => void;

/**
 * Follows the answers that are under way on each connection. Requests may be sent one behind the other
 * without waiting, and Node tells of one that it cannot read while those before it are still being
 * answered: they are owed their answers first, and in order (RFC 9112, 9.3.2).
 */
export function followAnswers(server: Server): OnceAnswered {
  const pending = new WeakMap<Duplex, Set<ServerResponse>>();
  /** Connections on which something waits for the answers; whatever else goes wrong there is the same. */
  const waiting = new WeakSet<Duplex>();

  function follow(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    const responses = pending.get(socket) ?? new Set();
    pending.set(socket, responses.add(response));
    const forget = () => responses.delete(response);
    response.once('finish', forget);
    response.once('close', forget);
  }

  server.prependListener('request', follow);
  server.prependListener('checkExpectation', follow);

  return (socket, then) => {
    if (waiting.has(socket)) return;
    waiting.add(socket);
    // One that did not come whole is what cannot be read: nothing else will answer it.
    const owed = [...(pending.get(socket) ?? [])].filter(({ req }) => req.complete);
    const last = owed.at(-1);
    if (!last) {
      then();
      return;
    }
    // The answer stands before what is written now: a connection keeps the order of its writes.
    last.once('finish', then);
    last.once('close', () => {
      if (!last.writableFinished) then();
    });
  };
}
