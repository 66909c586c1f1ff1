import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerBounds } from '../http/server-bounds.ts';
import type { CorsHeaders } from '../../http/headers.ts';
import type { Refusal } from '../../http/refusal.ts';
import { unavailable } from '../../http/unavailable.ts';
import { guardAddress } from './address.ts';
import { createConcurrencyLimit } from './concurrency-limit.ts';
import type { ConcurrencyLimit, Exceeded } from './concurrency-limit.ts';
import { guardAnswerType, guardBodyType } from './media-type.ts';
import { guardMethod } from './method.ts';
import type { Weigh } from './minute-limiter.ts';
import { guardTransferCoding } from './transfer-coding.ts';
import { isUnmetered } from './unmetered.ts';

/** Places of which one is taken with `enter` and given back with `leave`. */
type Places = { enter: (client: string) => Refusal | null; leave: (client: string) => void };

/** Stands before everything: what it refuses costs next to nothing. */
export type Guard = {
  /** Says from its head why a request is not to be answered; null where it is. */
  weigh: (
    request: IncomingMessage,
    response: ServerResponse,
    client: string,
  ) => Promise<Refusal | null> | Refusal | null;
  /** The bodies that are under way. */
  receiving: Places;
  /** The requests that have come whole and are being answered. */
  inHand: Places;
  /** The headers of every answer. */
  headersFor: (request: IncomingMessage) => Readonly<Record<string, string>>;
};

export function createGuard(options: {
  bounds: Pick<ServerBounds, 'requests' | 'requestsPerClient' | 'receivingPerClient'>;
  /** What counts the requests of each client by the minute. */
  weighings: readonly Weigh[];
  open: CorsHeaders;
}): Guard {
  const { bounds, weighings, open } = options;
  const { requests, requestsPerClient, receivingPerClient } = bounds;

  async function weighRates(response: ServerResponse, client: string): Promise<Refusal | null> {
    const weighed = await Promise.all(weighings.map((weigh) => weigh(client)));
    for (const [name, value] of Object.entries(joinHeaders(weighed)))
      response.setHeader(name, value);
    return weighed.find(({ refusal }) => refusal)?.refusal ?? null;
  }

  return {
    weigh(request, response, client) {
      const refusal = guardHead(request);
      const isFree = weighings.length === 0 || isUnmetered(request.url ?? '');
      return refusal || isFree ? refusal : weighRates(response, client);
    },
    receiving: placesOf(createConcurrencyLimit({ perClient: receivingPerClient }), {
      client: unavailable(
        `${receivingPerClient} bodies from your address are under way, which is the most that may be (receivingPerClient).`,
        { limit: 'receivingPerClient', maximum: receivingPerClient },
      ),
    }),
    inHand: placesOf(createConcurrencyLimit({ total: requests, perClient: requestsPerClient }), {
      client: unavailable(
        `${requestsPerClient} requests from your address are being answered, which is the most that may be (requestsPerClient).`,
        { limit: 'requestsPerClient', maximum: requestsPerClient },
      ),
      total: unavailable(
        `${requests} requests are being answered, which is the most that may be (requests).`,
        { limit: 'requests', maximum: requests },
      ),
    }),
    headersFor: ({ headers }) => open(headers.origin),
  };
}

function placesOf(
  limit: ConcurrencyLimit,
  refusals: Partial<Record<Exceeded, Refusal>> & { client: Refusal },
): Places {
  return {
    enter(client) {
      const exceeded = limit.enter(client);
      return exceeded && (refusals[exceeded] ?? refusals.client);
    },
    leave: limit.leave,
  };
}

/** Each policy adds its own member to the lists that the headers are. */
function joinHeaders(weighed: readonly { headers: Readonly<Record<string, string>> }[]) {
  const joined: Record<string, string> = {};
  for (const { headers } of weighed) {
    for (const [name, value] of Object.entries(headers)) {
      joined[name] = joined[name] === undefined ? value : `${joined[name]}, ${value}`;
    }
  }
  return joined;
}

/** What is wrong with a request that can be seen from its head; null for nothing. */
function guardHead(request: IncomingMessage, endpoint = '/graphql'): Refusal | null {
  const unread = guardAddress(request) ?? guardTransferCoding(request);
  if (unread) return unread;
  const { url = '', method } = request;
  const isApi = url.startsWith(endpoint) && /^\/?(?:\?|$)/.test(url.slice(endpoint.length));
  const refusal = guardMethod(request, isApi);
  if (refusal || !isApi || method === 'OPTIONS') return refusal;
  return (method === 'POST' ? guardBodyType(request) : null) ?? guardAnswerType(request);
}
