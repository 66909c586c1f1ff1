import { Readable, pipeline } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../schema/context.ts';
import { createCompressor } from '../../http/compress.ts';
import { noStore } from '../../http/headers.ts';
import { textOf } from '../../http/refusal.ts';
import type { Refusal } from '../../http/refusal.ts';
import { clientOfRequest, codeBytes, isRead, replyHead } from '../../http/reply.ts';
import type { ReplyHead } from '../../http/reply.ts';
import { tagOfQuestion } from '../http/caching.ts';
import type { Caching } from '../http/caching.ts';
import type { RequestContext } from '../http/request-context.ts';

/**
 * Where every Response leaves: answers to GET in JSON get a tag and what caches are told, errors are
 * not kept; then it is a 304, a refusal where the client has taken too little of its answers yet, or
 * the answer in the coding that the client likes best.
 */
export function useReply({
  caching,
  endpoint = '/graphql',
}: {
  caching: Caching;
  endpoint?: string;
}): Plugin<object, Partial<Pick<RequestContext, 'headOnly' | 'hold'>>> {
  /** The version of the data of each answer without errors. */
  const versions = new WeakMap<Request, string>();

  /** Says to caches what may be kept of a reply to GET; whether it is an answer that holds errors. */
  function tellCaches(request: Request, { headers, status }: Response): boolean {
    if (!isRead(request.method)) return false;
    const [type = ''] = (headers.get('content-type') ?? '').split(';');
    const isAnswer = new URL(request.url).pathname === endpoint && type.endsWith('json');
    const version = versions.get(request);
    const isGood = status === 200 && version !== undefined;
    // What says so itself is kept, or not, as it says.
    if (headers.has('cache-control')) return isAnswer && !isGood;
    if (isAnswer && isGood) {
      const search = request.url.slice(request.url.indexOf('?') + 1);
      setAll(headers, { etag: tagOfQuestion(version, [type, search]), ...caching(version) });
    } else if (isAnswer || status >= 400) setAll(headers, noStore);
    return isAnswer && !isGood;
  }

  return {
    onExecutionResult({ request, result, context }) {
      if (!result || Array.isArray(result) || ('errors' in result && result.errors)) return;
      versions.set(request, (context as unknown as Context).snapshot.version);
    },
    async onResponse({ request, response, serverContext, setResponse }) {
      const holdsErrors = tellCaches(request, response);
      const { headers, body, status } = response;
      const length = lengthIn(headers);
      const head = replyHead(clientOfRequest(request), {
        status,
        headers: allOf(headers),
        // What has no body is not worth a coding.
        length: body ? length : 0,
        holdsErrors,
      });
      const { headOnly = false, hold } = serverContext;
      const isHead = headOnly || request.method === 'HEAD';
      if (head.status === 304) {
        await body?.cancel();
        setResponse(new Response(null, head));
        return;
      }
      const refusal = body && hold?.(length ?? 0);
      if (refusal) setResponse(refusalResponse(refusal));
      else if (!head.coding && !isHead) setAll(headers, head.headers);
      else if (length === null) setResponse(await streamed(head, isHead, body));
      else {
        const bytes = new Uint8Array(await response.arrayBuffer());
        const { body: packed, ...sent } = await codeBytes(head, bytes);
        if (!isHead) hold?.(packed.byteLength);
        setResponse(new Response(isHead ? null : new Uint8Array(packed), sent));
      }
    },
  };
}

const lengthIn = (headers: Headers) =>
  headers.has('content-length') ? Number(headers.get('content-length')) : null;

/** By lower-case names, which not every implementation of Headers gives them. */
const allOf = (headers: Headers) =>
  Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value]));

function setAll(headers: Headers, all: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(all)) {
    // One that was written with capitals would stand beside it.
    headers.delete(name);
    headers.set(name, value);
  }
}

function refusalResponse(refusal: Refusal): Response {
  const { status, headers } = refusal;
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return new Response(textOf(refusal), { status, headers: { ...type, ...noStore, ...headers } });
}

/** A body that comes piece by piece; nothing is made of one that nobody reads. */
async function streamed(
  head: ReplyHead,
  isHead: boolean,
  body: Response['body'],
): Promise<Response> {
  if (isHead) await body?.cancel();
  if (isHead || !body || !head.coding) return new Response(null, head);
  const compressor = createCompressor(head.coding);
  // When either end breaks off, the other is closed: what is no longer read is no longer made.
  const stream = pipeline(Readable.fromWeb(body as ReadableStream), compressor, () => {});
  return new Response(Readable.toWeb(stream) as BodyInit, head);
}
