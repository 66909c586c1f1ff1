import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { addressOf, clientOf } from '../guard/client.ts';
import type { Guard } from '../guard/guard.ts';
import type { ClientTurns } from '../guard/turns.ts';
import { isOfOperators, isUnmetered } from '../guard/unmetered.ts';
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
import { unservable } from './unservable.ts';
import { refuse, refuseReader, unexpected } from '../../http/refusal.ts';
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
  /** Whether the fast path answered it. */
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

type ListenerOptions = {
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
  /** What is said where they are not. */
  unservable?: Refusal;
  onAnswered: (answered: AnsweredRequest) => void;
  /** In which order clients have what takes time. */
  turns: ClientTurns;
  /** Told of the processor time that a client’s request took at once, in milliseconds. */
  charge: ((client: string, milliseconds: number) => void) | null;
  /** Told of each request that is refused before anything is asked. */
  onRefused?: (refusal: Refusal) => void;
  onError: (error: unknown) => void;
};

/** Takes every request: those that the fast path can answer go there, all others to Yoga. */
export function createListener(options: ListenerOptions): RequestListener {
  const { guard, connections, trustProxy, onAnswered, onError } = options;
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
      const answered = await answer(options, exchange);
      if (typeof answered === 'object') turnAway(options, exchange, answered);
      else short = answered;
    } catch (error) {
      // What goes wrong before Yoga has a request at hand must not take the process with it.
      onError(error);
      if (response.headersSent) response.destroy();
      else turnAway(options, exchange, unexpected);
    }
  };
}

/** Says why there is no answer, or whether the fast path answered. */
async function answer(options: ListenerOptions, exchange: Exchange): Promise<Refusal | boolean> {
  const { guard, turns, front } = options;
  const { request, response, client } = exchange;
  const refusal = await admit(options, exchange);
  if (refusal) return refusal;
  const received = await receive(options, exchange);
  if ('refusal' in received) return received.refusal;
  if (response.destroyed) return false;
  const full = guard.inHand.enter(client);
  if (full) return full;
  exchange.isInHand = true;
  const { body } = received;
  const plain = front && readSimpleRequest(request, body);
  const turn = turns.wait(client, plain ? () => front.graceFor(plain) : graceOf(request));
  if (turn) await turn;
  if (response.destroyed) return false;
  if (body) (request as WithBody).body = body;
  return dispatch(options, exchange, plain);
}

/**
 * Milliseconds for which what Yoga answers may wait while others are answered: pages and tables take ten or
 * more, and may wait a hundred times that; whoever watches the server takes one.
 */
const ordinaryGrace = { unmetered: 5, others: 1000 } as const;

const graceOf = ({ url = '' }: IncomingMessage) =>
  isUnmetered(url) ? ordinaryGrace.unmetered : ordinaryGrace.others;

/** Says from the head of a request, and from what is served, why there is no answer; else null. */
async function admit(options: ListenerOptions, exchange: Exchange): Promise<Refusal | null> {
  const { guard, gate, settle = () => null, isServable = () => true } = options;
  const { unservable: refused = unservable.sqlite } = options;
  const { request, response, client } = exchange;
  const passing = gate?.passing();
  if (passing) await passing;
  const refusal = await guard.weigh(request, response, client);
  if (refusal) return refusal;
  const settling = settle();
  if (settling) await settling;
  // Those who look after the server are told what is wrong.
  return isServable() || isOfOperators(request.url ?? '') ? null : refused;
}

/** The body of a POST; null for other methods. */
async function receive(
  { guard, maximumBody }: ListenerOptions,
  { request, response, client }: Exchange,
): Promise<{ body: Buffer | null } | { refusal: Refusal }> {
  if (request.method !== 'POST') return { body: null };
  // Here a place is taken for the time of the body; one to answer is not before it is there.
  const tooMany = guard.receiving.enter(client);
  if (tooMany) return { refusal: refuseBody(response, tooMany) };
  const read = await readBody(request, maximumBody);
  guard.receiving.leave(client);
  return read === 'too long' ? { refusal: bodyTooLong(maximumBody) } : { body: read };
}

/** Answers by the fast path, or else by Yoga; gives whether it was the fast path. */
async function dispatch(
  options: ListenerOptions,
  { request, response, client }: Exchange,
  plain: SimpleRequest | null,
): Promise<boolean> {
  const { front, ordinary, unread, turns, onRefused = () => {} } = options;
  const hold: Hold = (bytes) => {
    const tooMuch = unread.hold(client, response, bytes);
    if (tooMuch) onRefused(tooMuch);
    return tooMuch;
  };
  if (front && plain) {
    const answering = () => front.answer(plain, request, response, { client, hold });
    const atOnce = () => timed(options, client, () => tryFront(answering, response));
    const told = (milliseconds: number) => front.tookAtOnce(plain, milliseconds);
    if (await spending(options, client, { run: atOnce, told })) return true;
    // It was taken for a plain question, and let in as such.
    await turns.resume(client);
    if (response.destroyed) return false;
  } else turns.occupy(client);
  // Asked for its head, the API does as if asked for the whole; Node leaves the body out.
  const headOnly = request.method === 'HEAD';
  if (headOnly && /^\/graphql(?:\?|$)/.test(request.url ?? '')) request.method = 'GET';
  const triedToCompile = plain !== null;
  const signal = leavingSignal(response);
  const context = { client, signal, triedToCompile, headOnly, hold };
  await timed(options, client, () => ordinary(request, response, context));
  return false;
}

/** An error before anything is written is left to Yoga, which answers and logs it. */
async function tryFront(run: () => Promise<boolean>, response: ServerResponse): Promise<boolean> {
  try {
    return await run();
  } catch (error) {
    if (response.headersSent) throw error;
    return false;
  }
}

/** Takes from a client’s turn what is done at once; what comes after that is told by other means. */
function spending<Result>(
  { turns }: Pick<ListenerOptions, 'turns'>,
  client: string,
  { run, told }: { run: () => Result; told: (milliseconds: number) => void },
): Result {
  const begun = performance.now();
  try {
    return run();
  } finally {
    const milliseconds = performance.now() - begun;
    turns.spend(client, milliseconds);
    told(milliseconds);
  }
}

/**
 * Takes from a client’s budget what is done at once, before anything is waited for: beyond that nobody
 * can tell whose time a process spends.
 */
function timed<Result>(
  { charge }: Pick<ListenerOptions, 'charge'>,
  client: string,
  run: () => Result,
): Result {
  const before = charge && process.threadCpuUsage();
  try {
    return run();
  } finally {
    if (charge && before) {
      const now = process.threadCpuUsage();
      charge(client, (now.user - before.user + now.system - before.system) / 1000);
    }
  }
}

/** Says why there is no answer: to a browser that shows it to a reader, as a page. */
function turnAway(
  { guard, onRefused = () => {} }: ListenerOptions,
  { request, response }: Exchange,
  refusal: Refusal,
): void {
  const headers = guard.headersFor(request);
  onRefused(refusal);
  if (isRead(request.method) && refusal.status !== 406 && wantsPage(request.headers.accept)) {
    const text = refusalPage(refusal, request.url ?? '');
    refuseReader(response, refusal, { text, headers: { ...headers, ...safe } });
  } else refuse(response, refusal, headers);
}

/** What is still to come of the body shall not come. */
function refuseBody(response: ServerResponse, refusal: Refusal): Refusal {
  response.shouldKeepAlive = false;
  return refusal;
}
