import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { addressOf, clientOf } from '../guard/client.ts';
import type { Guard } from '../guard/guard.ts';
import type { ClientTurns } from '../guard/turns.ts';
import { isOfOperators } from '../guard/unmetered.ts';
import type { Hold, UnreadAnswers } from '../guard/unread-answers.ts';
import { refusalPage } from '../../pages/refused/refusal-page.ts';
import { safe } from '../../pages/send-page.ts';
import { wantsPage } from '../../http/accept.ts';
import type { Gate } from '../connections/close.ts';
import type { FastPath } from './fast-path.ts';
import { leavingSignal } from '../connections/leaving.ts';
import type { OpenConnections } from '../connections/open-connections.ts';
import { readSimpleRequest } from './simple-request.ts';
import type { SimpleRequest } from './simple-request.ts';
import { bodyTooLong, readBody } from './read-body.ts';
import { refuse, refuseReader } from '../../http/refusal.ts';
import type { Refusal } from '../../http/refusal.ts';
import { isRead } from '../../http/reply.ts';
import type { RequestContext } from './request-context.ts';

/** What answers everything. */
export type OrdinaryHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  server: RequestContext,
) => unknown;

/** A request that has been answered. It holds nothing that only who asked may know. */
export type AnsweredRequest = {
  method: string;
  /** Its address without what stands after the `?`. */
  path: string;
  status: number;
  seconds: number;
  /** Whether it took the short way. */
  short: boolean;
  /** The address of whoever asked. */
  client: string;
};

/** A request whose body was read: whoever takes it over finds the body here. */
type WithBody = IncomingMessage & { body?: Buffer };

type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  client: string;
  /** Whether it has a place among the requests that are being answered. */
  isInHand: boolean;
};

/** Takes every request: those that it can answer go to the front, all others the ordinary way. */
export function createListener(options: {
  guard: Guard;
  front: FastPath | null;
  ordinary: OrdinaryHandler;
  unread: UnreadAnswers;
  maximumBody: number;
  /** Whether the address of who asks is what a proxy says. */
  trustProxy: boolean;
  /** Told of each request, so that no connection is ended while one waits. */
  connections?: Pick<OpenConnections, 'begin'>;
  /** Where requests wait for a moment while the server stops. */
  gate?: Pick<Gate, 'passing'>;
  /** What waits, if need be, until it is known that the data are those that were published. */
  settle?: () => Promise<void> | null;
  /** Whether they are. */
  isServable?: () => boolean;
  onAnswered: (answered: AnsweredRequest) => void;
  /** In which order clients have what takes time. */
  turns: ClientTurns;
  /** Told of the processor time that a client’s request took at once, in milliseconds. */
  charge: ((client: string, milliseconds: number) => void) | null;
  /** Told of each request that is refused before anything is asked. */
  onRefused?: (refusal: Refusal) => void;
  onError: (error: unknown) => void;
}): RequestListener {
  const { guard, front, ordinary, unread, maximumBody, trustProxy } = options;
  const { connections, gate, settle = () => null, isServable = () => true } = options;
  const { turns, onAnswered, charge, onRefused = () => {}, onError } = options;

  /** Says why there is no answer, or whether it took the short way. */
  async function answer(exchange: Exchange): Promise<Refusal | boolean> {
    const { request, response, client } = exchange;
    const passing = gate?.passing();
    if (passing) await passing;
    const refusal = await guard.weigh(request, response, client);
    if (refusal) return refusal;
    const settling = settle();
    if (settling) await settling;
    // Those who look after the server are told what is wrong.
    if (!isServable() && !isOfOperators(request.url ?? '')) return spoiled;
    let body: Buffer | null = null;
    if (request.method === 'POST') {
      // Here a place is taken for the time of the body; one to answer is not before it is there.
      const tooMany = guard.receiving.enter(client);
      if (tooMany) return refuseBody(response, tooMany);
      const read = await readBody(request, maximumBody);
      guard.receiving.leave(client);
      if (read === 'too long') return bodyTooLong(maximumBody);
      body = read;
    }
    if (response.destroyed) return false;
    const full = guard.inHand.enter(client);
    if (full) return full;
    exchange.isInHand = true;
    const turn = turns.wait(client);
    if (turn) await turn;
    if (response.destroyed) return false;
    if (body) (request as WithBody).body = body;
    const hold: Hold = (bytes) => {
      const tooMuch = unread.hold(client, response, bytes);
      if (tooMuch) onRefused(tooMuch);
      return tooMuch;
    };
    const plain = front && readSimpleRequest(request, body);
    if (plain && (await timed(client, () => tryFront(plain, exchange, hold)))) return true;
    // Asked for its head, the API does as if asked for the whole; Node leaves the body out.
    const headOnly = request.method === 'HEAD';
    if (headOnly && /^\/graphql(?:\?|$)/.test(request.url ?? '')) request.method = 'GET';
    const triedToCompile = plain !== null;
    const signal = leavingSignal(response);
    const told = { client, signal, triedToCompile, headOnly, hold };
    await timed(client, () => ordinary(request, response, told));
    return false;
  }

  /** What goes wrong before anything is written is the ordinary way's to tell and to log. */
  async function tryFront(
    plain: SimpleRequest,
    { request, response, client }: Exchange,
    hold: Hold,
  ) {
    try {
      return (await front?.(plain, request, response, { client, hold })) ?? false;
    } catch (error) {
      if (response.headersSent) throw error;
      return false;
    }
  }

  /**
   * Takes from a client’s turn and budget what is done at once, before anything is waited for: beyond
   * that nobody can tell whose time a process spends.
   */
  function timed<Result>(client: string, run: () => Result): Result {
    const begun = performance.now();
    const before = charge && process.threadCpuUsage();
    try {
      return run();
    } finally {
      turns.spend(client, performance.now() - begun);
      if (charge && before) {
        const now = process.threadCpuUsage();
        charge(client, (now.user - before.user + now.system - before.system) / 1000);
      }
    }
  }

  /** Says why there is no answer: to a browser that shows it to a reader, as a page. */
  function turnAway({ request, response }: Exchange, refusal: Refusal): void {
    const headers = guard.headersFor(request);
    onRefused(refusal);
    if (isRead(request.method) && refusal.status !== 406 && wantsPage(request.headers.accept)) {
      const text = refusalPage(refusal, request.url ?? '');
      refuseReader(response, refusal, { text, headers: { ...headers, ...safe } });
    } else refuse(response, refusal, headers);
  }

  return async (request, response) => {
    const { method = '', url = '' } = request;
    const address = addressOf(request, trustProxy);
    const exchange = { request, response, client: clientOf(address), isInHand: false };
    const begun = performance.now();
    let short = false;
    // What follows a wish for another protocol Node no longer reads as carefully: nothing follows.
    if (request.headers.upgrade !== undefined) response.shouldKeepAlive = false;
    const finished = connections?.begin(request);
    if (finished === null) {
      // It came after the end of its connection was told; it is only read.
      request.resume();
      return;
    }
    response.once('close', () => {
      finished?.();
      if (exchange.isInHand) guard.inHand.leave(exchange.client);
      const [path = ''] = url.split('?', 1);
      const seconds = (performance.now() - begun) / 1000;
      onAnswered({ method, path, status: response.statusCode, seconds, short, client: address });
    });
    try {
      const answered = await answer(exchange);
      if (typeof answered === 'object') turnAway(exchange, answered);
      else short = answered;
    } catch (error) {
      // What goes wrong before Yoga has a request at hand must not take the process with it.
      onError(error);
      if (response.headersSent) response.destroy();
      else turnAway(exchange, unexpected);
    }
  };
}

/** What is still to come of the body shall not come. */
function refuseBody(response: ServerResponse, refusal: Refusal): Refusal {
  response.shouldKeepAlive = false;
  return refusal;
}

const spoiled: Refusal = {
  status: 503,
  code: 'SERVICE_UNAVAILABLE',
  message:
    'The data were changed on the disk, and nothing is left that is known to be what was published. /health says more.',
  headers: { 'retry-after': '10' },
};

const unexpected: Refusal = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Something went wrong here, and it was written to the log.',
};
