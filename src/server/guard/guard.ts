import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OpenTo } from '../http/headers.ts';
import type { Refusal } from '../http/refusal.ts';
import { guardAddress } from './address.ts';
import { createBusy } from './busy.ts';
import { clientOf } from './client.ts';
import { guardAnswerType, guardBodyType } from './media-type.ts';
import { guardMethod } from './method.ts';
import type { Weigh } from './rate.ts';

/** Stands before everything: what it refuses costs next to nothing. */
export type Guard = {
  /** Takes a request in hand, and says why it is not to be answered; null where it is. */
  weigh: (
    request: IncomingMessage,
    response: ServerResponse,
    client: string,
  ) => Promise<Refusal | null> | Refusal | null;
  /** Lets go of a request that was taken in hand. */
  release: () => void;
  /** The headers of every answer. */
  headersFor: (request: IncomingMessage) => Readonly<Record<string, string>>;
};

export function createGuard(options: {
  /** How many requests may be in hand at once. */
  requests: number;
  rate: Weigh | null;
  open: OpenTo;
}): Guard {
  const { requests, rate, open } = options;
  const busy = createBusy({ most: requests });

  async function weighRate(weigh: Weigh, response: ServerResponse, client: string) {
    const { headers, refusal } = await weigh(clientOf(client));
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    return refusal;
  }

  return {
    weigh(request, response, client) {
      const refusal = busy.enter() ?? guardHead(request);
      return refusal || !rate ? refusal : weighRate(rate, response, client);
    },
    release: busy.leave,
    headersFor: ({ headers }) => open(headers.origin),
  };
}

/** What is wrong with a request that can be seen from its head; null for nothing. */
function guardHead(request: IncomingMessage, endpoint = '/graphql'): Refusal | null {
  const address = guardAddress(request);
  if (address) return address;
  const { url = '', method } = request;
  const isApi = url.startsWith(endpoint) && /^\/?(?:\?|$)/.test(url.slice(endpoint.length));
  const refusal = guardMethod(request, isApi);
  if (refusal || !isApi || method === 'OPTIONS') return refusal;
  return (method === 'POST' ? guardBodyType(request) : null) ?? guardAnswerType(request);
}
