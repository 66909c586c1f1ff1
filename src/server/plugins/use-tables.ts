import type { Plugin } from 'graphql-yoga';
import { wantsPage } from '../../http/accept.ts';
import { tagOfAnswer } from '../../http/entity-tag.ts';
import { noStore } from '../../http/headers.ts';
import { isRead, notModifiedResponse } from '../../http/reply.ts';
import { Unanswered, messagesOf } from '../../pages/ask-all.ts';
import { exampleAt } from '../../pages/examples/known-examples.ts';
import { refusalPage } from '../../pages/refused/refusal-page.ts';
import { safe } from '../../pages/send-page.ts';
import { NotATable } from '../../table/fetch-pages.ts';
import type { AskParams } from '../../table/fetch-pages.ts';
import { negotiateFormat } from '../../table/negotiate-format.ts';
import { cacheableFor } from '../http/caching.ts';
import type { Caching } from '../http/caching.ts';
import { checkTableAddress } from '../pages/refuse-address.ts';
import { createExamples } from '../tables/send-example.ts';
import type { ExampleSource } from '../tables/send-example.ts';
import { thingAt } from '../../pages/things/kinds.ts';
import { sendThingTable } from '../tables/send-thing-table.ts';
import { sendTable } from '../tables/send-table.ts';
import type { FromNode } from '../tables/send-table.ts';

type Options = ExampleSource & {
  /** What caches are told. */
  caching?: Caching;
  endpoint?: string;
};

/**
 * Tables: the answer to any query with one list as CSV or JSON Lines, from the API's own address
 * and, for the examples, from one of their own. Every page of a table comes from one snapshot.
 */
export function useTables({
  caching = () => cacheableFor(),
  endpoint = '/graphql',
  ...source
}: Options): Plugin<object, FromNode> {
  const sendExample = createExamples(source);

  async function answer(request: Request, url: URL, node: FromNode): Promise<Response | null> {
    if (url.pathname.startsWith('/examples/') && !exampleAt(url.pathname))
      return sendExample({ request, url, node });
    const thing = thingAt(url.pathname);
    if (thing?.form === 'csv' || thing?.form === 'jsonl') {
      const asked = { request, url, node };
      return sendThingTable({ ...source, caching }, asked, { ...thing, form: thing.form });
    }
    if (url.pathname !== endpoint) return null;
    checkTableAddress(url);
    const format = negotiateFormat(url, request.method, request.headers.get('accept'));
    const params = format && (await paramsOf(request, url));
    if (!format || !params) return null;
    const all = url.searchParams.get('all') === '1';
    const wanted = { format, params, url, all, node };
    if (request.method !== 'GET') return sendTable(source, wanted);
    const headersOf = (version: string) => ({
      etag: tagOfAnswer(version, [format, url.search]),
      ...caching(version),
    });
    const unchanged = notModifiedResponse(request, headersOf(source.snapshots.current().version));
    return unchanged ?? sendTable(source, { ...wanted, headersOf });
  }

  return {
    async onRequest({ request, url, serverContext, endResponse }) {
      const answering = answer(request, url, serverContext ?? {});
      const response = await answering.catch((error: unknown) => refusal(error, request, url));
      if (response) endResponse(response);
    },
  };
}

/** The query of a request; null where there is none that can be read, which the API then tells. */
async function paramsOf(request: Request, url: URL): Promise<AskParams | null> {
  try {
    if (request.method === 'GET') {
      const query = url.searchParams.get('query');
      const variables = url.searchParams.get('variables');
      const operationName = url.searchParams.get('operationName');
      if (query === null) return null;
      return { query, operationName, variables: variables === null ? null : JSON.parse(variables) };
    }
    if (request.method !== 'POST') return null;
    const params = (await request.clone().json()) as Partial<AskParams>;
    return typeof params.query === 'string' ? (params as AskParams) : null;
  } catch {
    return null;
  }
}

/** Why there is no table: to a browser that shows it to a reader, as a page. */
function refusal(error: unknown, request: Request, url: URL): Response {
  if (!(error instanceof NotATable || error instanceof Unanswered)) throw error;
  const { status, retryAfter } = error;
  const body =
    error instanceof NotATable
      ? error.body
      : { errors: error.messages.map((message) => ({ message })) };
  const later = retryAfter !== null && { 'retry-after': retryAfter };
  const headers = { ...noStore, ...later };
  if (!isRead(request.method) || !wantsPage(request.headers.get('accept')))
    return Response.json(body, { status, headers });
  const reason = { status, code: '', message: messagesOf(body).join(' '), headers: { ...later } };
  return new Response(refusalPage(reason, url.search), {
    status,
    headers: { ...headers, ...safe, 'content-type': 'text/html; charset=utf-8' },
  });
}
