import type { Logger } from 'pino';
import { wantsPage } from '../../http/accept.ts';
import { noStore } from '../../http/headers.ts';
import { textOf, unexpected } from '../../http/refusal.ts';
import type { Refusal } from '../../http/refusal.ts';
import { isRead } from '../../http/reply.ts';
import { refusalPage } from '../../pages/refused/refusal-page.ts';
import { safe } from '../../pages/send-page.ts';
import { refusalIn } from '../mask-error.ts';

type Hook<Payload> = (payload: Payload) => unknown;

/** What a plugin does beside the execution of a question. */
type Hooks = {
  onRequest?: Hook<{ request: Request; endResponse: (response: Response) => void }>;
  onResponse?: Hook<{ request: Request; setResponse: (response: Response) => void }>;
};

/**
 * Answers for what goes wrong in the hooks of a plugin, before or beside the execution of a question, such as a
 * database that has gone: Yoga itself would tell whoever asked where in the program it was.
 */
export function refuseFailures<One extends object>(plugin: One, log: Logger): One {
  const { onRequest, onResponse } = plugin as Hooks;
  const hooks: Hooks = {
    ...(onRequest && {
      onRequest: (payload) =>
        attempt(
          () => onRequest(payload),
          (error) => payload.endResponse(responseFor(error, payload.request, log)),
        ),
    }),
    ...(onResponse && {
      onResponse: (payload) =>
        attempt(
          () => onResponse(payload),
          (error) => payload.setResponse(responseFor(error, payload.request, log)),
        ),
    }),
  };
  return { ...plugin, ...hooks };
}

/** Runs what may fail, at once or later. */
function attempt(run: () => unknown, onError: (error: unknown) => void): unknown {
  try {
    const running = run();
    return running instanceof Promise ? running.catch(onError) : running;
  } catch (error) {
    return onError(error);
  }
}

function responseFor(error: unknown, request: Request, log: Logger): Response {
  const refusal = refusalFor(error);
  if (refusal === unexpected) log.error(error);
  const { status, headers } = refusal;
  if (isRead(request.method) && wantsPage(request.headers.get('accept') ?? undefined)) {
    const { pathname, search } = new URL(request.url);
    const type = { 'content-type': 'text/html; charset=utf-8' };
    const page = refusalPage(refusal, pathname + search);
    return new Response(page, { status, headers: { ...noStore, ...type, ...safe, ...headers } });
  }
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return new Response(textOf(refusal), { status, headers: { ...noStore, ...type, ...headers } });
}

/** What is said of it: where a store has refused, in its words. */
function refusalFor(error: unknown): Refusal {
  const { message = '', extensions } = refusalIn(error) ?? {};
  const { code, http } = (extensions ?? {}) as {
    code?: string;
    http?: { status: number; headers?: Record<string, string> };
  };
  if (code === undefined || !http) return unexpected;
  return { ...http, code, message };
}
