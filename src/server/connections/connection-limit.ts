import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { clientOf, plainAddress } from '../guard/client.ts';
import { createConcurrencyLimit } from '../guard/concurrency-limit.ts';
import type { Exceeded } from '../guard/concurrency-limit.ts';
import { rawRefusal } from '../../http/refusal.ts';
import { unavailable } from '../../http/unavailable.ts';

/** How long a refused client is given to read why, in milliseconds. */
const farewellMilliseconds = 500;

/** How many refused clients may be told why at once; those beyond are closed without a word. */
const farewells = 100;

/** What Node keeps of a connection: the answer that is under way on it. */
type HttpSocket = Socket & { _httpMessage?: { req: IncomingMessage } | null };

/**
 * Bounds the connections of each client and in all. Where all places are taken, the client with the
 * most connections gives one up to a newcomer who has fewer: its oldest one that waits for the client
 * and not for us. Node’s own `maxConnections` would drop newcomers, whoever they are.
 */
export function limitConnections(
  server: Server,
  options: {
    total: number;
    /** Null where a proxy stands before the server: the connections are then all its own. */
    perClient: number | null;
    onRefused: (client: string) => void;
  },
): void {
  const { total, perClient, onRefused } = options;
  const places = createConcurrencyLimit({ total, ...(perClient !== null && { perClient }) });
  /** The connections of each client, the oldest first. */
  const connections = new Map<string, Set<HttpSocket>>();
  const turnAway = createFarewell();

  function keep(socket: HttpSocket, client: string): void {
    const ofClient = connections.get(client) ?? new Set();
    connections.set(client, ofClient.add(socket));
    socket.once('close', () => {
      forget(socket, client);
    });
  }

  function forget(socket: HttpSocket, client: string): void {
    const ofClient = connections.get(client);
    if (!ofClient?.delete(socket)) return;
    if (ofClient.size === 0) connections.delete(client);
    places.leave(client);
  }

  /** Ends a connection of the client that has the most, where that is more than the newcomer has. */
  function makeRoomFor(newcomer: string): boolean {
    let most: [client: string, ofClient: Set<HttpSocket>] | null = null;
    for (const entry of connections) if (entry[1].size > (most?.[1].size ?? 0)) most = entry;
    if (!most || most[1].size <= places.countOf(newcomer)) return false;
    const [client, ofClient] = most;
    const oldest = [...ofClient].find(isWaitingForClient);
    if (!oldest) return false;
    forget(oldest, client);
    oldest.destroy();
    return true;
  }

  function enter(client: string): Exceeded | null {
    const exceeded = places.enter(client);
    return exceeded === 'total' && makeRoomFor(client) ? places.enter(client) : exceeded;
  }

  const accepts = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', (socket: HttpSocket) => {
    const client = perClient === null ? 'proxy' : clientOf(plainAddress(socket.remoteAddress));
    const exceeded = enter(client);
    if (exceeded) {
      onRefused(client);
      turnAway(
        socket,
        exceeded === 'client'
          ? { limit: 'connectionsPerClient', maximum: perClient ?? 0 }
          : { limit: 'connections', maximum: total },
      );
      return;
    }
    keep(socket, client);
    for (const accept of accepts) accept.call(server, socket);
  });
}

/** Whether a connection is idle, or its request has not come whole. */
const isWaitingForClient = ({ _httpMessage: answer }: HttpSocket) =>
  !(answer?.req.complete ?? false);

/** Says why and closes; what the client sends is read, as a reset would take the words from it. */
function createFarewell() {
  let under = 0;
  return (socket: Socket, bound: { limit: keyof typeof farewellWords; maximum: number }) => {
    if (under >= farewells) {
      socket.destroy();
      return;
    }
    under += 1;
    const timer = setTimeout(() => socket.destroy(), farewellMilliseconds);
    socket.on('error', () => {});
    socket.once('end', () => socket.destroy());
    socket.once('close', () => {
      under -= 1;
      clearTimeout(timer);
    });
    socket.resume();
    socket.end(rawRefusal(unavailable(farewellWords[bound.limit](bound.maximum), bound)));
  };
}

const farewellWords = {
  connections: () => 'All connections of this server are taken (connections).',
  connectionsPerClient: (most: number) =>
    `More than ${most} connections came from your address (connectionsPerClient); keep some open and use them again.`,
} as const;
