import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { Plugin } from 'graphql-yoga';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { readExamples, slugOf } from '../../examples/read-examples.ts';
import type { Example } from '../../examples/read-examples.ts';
import type { ClientTurns } from '../guard/turns.ts';
import { breakingOff } from '../http/break-off.ts';
import { wantsPage } from '../../http/accept.ts';
import { cacheableFor } from '../http/caching.ts';
import type { Caching } from '../http/caching.ts';
import { tagOfAnswer } from '../../http/entity-tag.ts';
import { noStore, varies } from '../../http/headers.ts';
import { isRead, notModifiedResponse } from '../../http/reply.ts';
import { messagesOf } from '../../pages/ask-all.ts';
import { safe } from '../../pages/send-page.ts';
import { refusalPage } from '../../pages/refused/refusal-page.ts';
import type { Snapshots } from '../snapshots/snapshots.ts';
import { mediaTypes, writeTable } from '../../table/format.ts';
import type { Format } from '../../table/format.ts';
import { describeTable } from '../../table/metadata.ts';
import { NotATable } from '../../table/fetch-pages.ts';
import type { Ask, AskingClient, Cuts, AskParams } from '../../table/fetch-pages.ts';
import { tableOf } from '../../table/table.ts';
import { negotiateFormat } from '../../table/negotiate-format.ts';

/** Where a table can be had, as `biggest-cuts.csv`. */
const address = /^\/examples\/(?<slug>[a-z0-9-]+)\.(?<kind>csv|jsonl|graphql|metadata\.json)$/;

type Options = {
  schema: GraphQLSchema;
  snapshots: Snapshots;
  log: Logger;
  /** What caches are told. */
  caching?: Caching;
  /** Asks the API, always of one snapshot. */
  askOf: (snapshot: ReturnType<Snapshots['current']>, asker: AskingClient) => Ask;
  /** In which order clients have what takes time in this process. */
  turns: Pick<ClientTurns, 'run'>;
  endpoint?: string;
};

/** What a request that came over HTTP brings along. */
type FromNode = AskingClient & {
  res?: ServerResponse;
  /** Whether nobody reads the rows; Node would throw them away as fast as they are made. */
  headOnly?: boolean;
};

type AnswerAsked = {
  request: Request;
  url: URL;
  format: Format;
  params: AskParams;
  node: FromNode;
};

type ExampleAsked = {
  request: Request;
  url: URL;
  example: Example;
  kind: string;
  node: FromNode;
};

/**
 * Tables: the answer to any query with one list as CSV or JSON Lines, from the API's own address
 * and, for the examples, from one of their own. Every page of a table comes from one snapshot.
 */
export function useTables({
  schema,
  snapshots,
  log,
  caching = () => cacheableFor(),
  askOf,
  turns,
  endpoint = '/graphql',
}: Options): Plugin<object, FromNode> {
  const examples = new Map(readExamples().map((example) => [slugOf(example), example]));

  async function answer(request: Request, url: URL, node: FromNode): Promise<Response | null> {
    if (url.pathname === endpoint) {
      const format = negotiateFormat(url, request.method, request.headers.get('accept'));
      const params = format && (await paramsOf(request, url));
      if (!format || !params) return null;
      return sendAnswer({ request, url, format, params, node });
    }
    if (!url.pathname.startsWith('/examples/')) return null;
    const { slug = '', kind } = address.exec(url.pathname)?.groups ?? {};
    const example = examples.get(slug);
    if (!example || kind === undefined) return notFound();
    if (!isRead(request.method)) {
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    }
    return sendExample({ request, url, example, kind, node });
  }

  async function sendAnswer(asked: AnswerAsked): Promise<Response> {
    const { request, url, format, params, node } = asked;
    const all = url.searchParams.get('all') === '1';
    const wanted = { format, params, url, all, file: `answer.${format}`, node };
    if (request.method !== 'GET') return send(wanted);
    const headersOf = (version: string) => ({
      etag: tagOfAnswer(version, [format, url.search]),
      ...caching(version),
    });
    const unchanged = notModifiedResponse(request, headersOf(snapshots.current().version));
    if (unchanged) return unchanged;
    return send({ ...wanted, headersOf });
  }

  async function sendExample(asked: ExampleAsked): Promise<Response> {
    const { request, url, example, kind, node } = asked;
    const slug = slugOf(example);
    const { version } = snapshots.current();
    // Of all that may stand after the ?, only this is read.
    const lists = url.searchParams.getAll('list').slice(0, 1);
    const etag = tagOfAnswer(version, [example.query, kind, ...lists]);
    const headers = { etag, 'cache-control': 'public, no-cache', vary: varies };
    const unchanged = notModifiedResponse(request, headers);
    if (unchanged) return unchanged;
    if (kind === 'graphql') {
      return new Response(example.query, {
        headers: { ...headers, 'content-type': 'application/graphql; charset=utf-8' },
      });
    }
    const params = { query: example.query };
    if (kind === 'metadata.json') return describe(params, asked, headers);
    const format = kind as Format;
    const link = `</examples/${slug}.metadata.json>; rel="describedby"; type="application/csvm+json"`;
    return send({
      format,
      params,
      url,
      all: true,
      takesLast: true,
      file: `${slug}.${format}`,
      node: { ...node, headOnly: request.method === 'HEAD' },
      headersOf: () => ({ ...headers, link }),
    });
  }

  async function send(wanted: {
    format: Format;
    params: AskParams;
    url: URL;
    all: boolean;
    file: string;
    node: FromNode;
    takesLast?: boolean;
    headersOf?: (version: string) => Readonly<Record<string, string>>;
  }): Promise<Response> {
    const {
      format,
      params,
      url,
      all,
      file,
      takesLast,
      headersOf = () => ({ vary: 'accept' }),
    } = wanted;
    const { headOnly = false, res, client, signal } = wanted.node;
    const { snapshot, release } = snapshots.hold();
    try {
      const list = url.searchParams.get('list') ?? undefined;
      const { columns, rows, cuts } = await tableOf({
        schema,
        ask: askOf(snapshot, { client, signal }),
        params,
        list,
        all,
        ...(takesLast && { takesLast }),
        inTurn: (work) => turns.run(client ?? '', work),
      });
      const stream = writeTable(format, columns, rows);
      stream.once('close', release);
      stream.once('end', () => logCuts(log, cuts));
      stream.on('error', (error) => log.error(error, 'a table broke off'));
      if (headOnly) stream.destroy();
      const body = headOnly ? null : Readable.toWeb(res ? breakingOff(stream, res) : stream);
      return new Response(body as ReadableStream | null, {
        headers: {
          ...headersOf(snapshot.version),
          'content-type': mediaTypes[format],
          'content-disposition': `inline; filename="${file}"`,
          'juzheng-data-version': snapshot.version,
          ...cutHeader(cuts),
        },
      });
    } catch (error) {
      release();
      throw error;
    }
  }

  async function describe(
    params: AskParams,
    { url, example, node: { client, signal } }: ExampleAsked,
    headers: Record<string, string>,
  ): Promise<Response> {
    const { snapshot, release } = snapshots.hold();
    try {
      const ask = askOf(snapshot, { client, signal });
      const list = url.searchParams.get('list') ?? undefined;
      const { columns, rows, cuts } = await tableOf({
        schema,
        ask,
        params,
        list,
        all: true,
        takesLast: true,
      });
      await rows.return(undefined);
      const file = `${slugOf(example)}.csv`;
      const title = example.description;
      return Response.json(await describeTable({ ask, params, file, title, columns, cuts }), {
        headers: { ...headers, 'content-type': 'application/csvm+json; charset=utf-8' },
      });
    } finally {
      release();
    }
  }

  function notFound(): Response {
    const known = [...examples.keys()].flatMap((slug) =>
      ['csv', 'jsonl', 'graphql', 'metadata.json'].map((kind) => `/examples/${slug}.${kind}`),
    );
    const message = 'There is no such example; there are these.';
    const errors = [{ message, extensions: { code: 'NOT_FOUND' } }];
    return Response.json({ errors, known }, { status: 404 });
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

/** `Juzheng-Cut: outcomes, indicators.outcomes;maybe`: which lists lack items that are there, or may. */
function cutHeader({ certain, possible }: Cuts): Record<string, string> {
  const lists = [...certain, ...[...possible].map((list) => `${list};maybe`)];
  return lists.length === 0 ? {} : { 'juzheng-cut': lists.join(', ') };
}

function logCuts(log: Logger, { certain, possible }: Cuts): void {
  if (certain.size + possible.size === 0) return;
  log.info({ cut: [...certain], maybe: [...possible] }, 'lists of a table were cut');
}

/** Why there is no table: to a browser that shows it to a reader, as a page. */
function refusal(error: unknown, request: Request, url: URL): Response {
  if (!(error instanceof NotATable)) throw error;
  const { body, status, retryAfter } = error;
  const later = retryAfter !== null && { 'retry-after': retryAfter };
  const headers = { ...noStore, ...later };
  if (!isRead(request.method) || !wantsPage(request.headers.get('accept')))
    return Response.json(body, { status, headers });
  const told = { status, code: '', message: messagesOf(body).join(' '), headers: { ...later } };
  return new Response(refusalPage(told, url.search), {
    status,
    headers: { ...headers, ...safe, 'content-type': 'text/html; charset=utf-8' },
  });
}
