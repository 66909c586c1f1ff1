import type { IncomingHttpHeaders } from 'node:http';
import { compress, worthCompressing } from './compress.ts';
import { codingFor } from './encoding.ts';
import type { Coding } from './encoding.ts';
import { isMatched, isNamed, weak } from './entity-tag.ts';
import { withVary } from './headers.ts';

/** What of a request decides in which form its answer is sent. */
export type Client = {
  /** Whether it asks by GET or HEAD. */
  isRead: boolean;
  ifNoneMatch: string | null | undefined;
  acceptEncoding: string | null | undefined;
};

type Headers = Readonly<Record<string, string>>;

/** The status line and headers of a reply, and how its body is to be coded. */
export type ReplyHead = {
  status: number;
  headers: Headers;
  /** Null where the body is sent as it is, or none is. */
  coding: Coding | null;
};

/** The client behind a request of node:http. */
export const clientOfMessage = (message: {
  method?: string | undefined;
  headers: IncomingHttpHeaders;
}): Client => ({
  isRead: isRead(message.method),
  ifNoneMatch: message.headers['if-none-match'],
  acceptEncoding: message.headers['accept-encoding'],
});

/** The client behind a Request. */
export const clientOfRequest = ({ method, headers }: Request): Client => ({
  isRead: isRead(method),
  ifNoneMatch: headers.get('if-none-match'),
  acceptEncoding: headers.get('accept-encoding'),
});

/** Whether a method only reads. */
export const isRead = (method: string | undefined) => method === 'GET' || method === 'HEAD';

/** To any other method, where nothing can be done but read. */
export const onlyRead = (): Response =>
  new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });

/**
 * The 304 for a client whose `If-None-Match` names the tag of an answer that is not made yet; else
 * null. `*` names none: whether there is an answer is known only when it is made.
 */
export function notModifiedBefore(
  client: Client,
  headers: Headers & { etag: string },
): ReplyHead | null {
  return client.isRead && isNamed(headers.etag, client.ifNoneMatch)
    ? notModified(client, headers, true)
    : null;
}

/** The same as a Response. */
export function notModifiedResponse(
  request: Request,
  headers: Headers & { etag: string },
): Response | null {
  const head = notModifiedBefore(clientOfRequest(request), headers);
  return head && new Response(null, head);
}

/** What is compressed: programs, pages, tables and JSON are; pictures and fonts are already. */
const texts = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)|application\/(?:jsonl|graphql))/;

/** The head of the reply with an answer that is made: 304, or the answer in the best coding. */
export function replyHead(
  client: Client,
  answer: {
    status: number;
    /** By lower-case names, its type and tag among them. */
    headers: Headers;
    /** In bytes; null where it comes as a stream. */
    length: number | null;
    /** Whether it holds errors under a status that does not say so: there is then nothing to match. */
    holdsErrors?: boolean;
  },
): ReplyHead {
  const { status, headers, length, holdsErrors = false } = answer;
  const isCodable = texts.test(headers['content-type'] ?? '') && !headers['content-encoding'];
  const isThere = client.isRead && status === 200 && !holdsErrors;
  if (isThere && isMatched(headers['etag'], client.ifNoneMatch))
    return notModified(client, headers, isCodable);
  if (!isCodable) return { status, headers, coding: null };
  // What an address may vary by is said of its short answers too.
  const varying = client.isRead ? varyingByCoding(headers) : headers;
  const isWorthIt = length === null || length >= worthCompressing;
  const coding = isWorthIt ? codingFor(client.acceptEncoding) : null;
  if (!coding) return { status, headers: varying, coding };
  const { 'content-length': _plain, ...others } = varying;
  const coded = { ...others, ...weakTag(headers), 'content-encoding': coding };
  return { status, headers: coded, coding };
}

/** The bytes of a body in the coding of a head, and the head with their length. */
export async function codeBytes(
  { status, headers, coding }: ReplyHead,
  bytes: Uint8Array,
): Promise<{ status: number; headers: Headers; body: Uint8Array }> {
  const body = coding ? await compress(bytes, coding) : bytes;
  const length = String(body.byteLength);
  return { status, headers: { ...headers, 'content-length': length }, body };
}

/** About the body, which a 304 does not have. */
const ofTheBody = new Set([
  'content-type',
  'content-length',
  'content-encoding',
  'content-disposition',
]);

function notModified(client: Client, headers: Headers, isCodable: boolean): ReplyHead {
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheBody.has(name)));
  if (!isCodable) return { status: 304, headers: kept, coding: null };
  // Whether the answer is worth a coding is not known of one that is still to be made.
  const tag = codingFor(client.acceptEncoding) ? weakTag(headers) : {};
  return { status: 304, headers: { ...varyingByCoding(kept), ...tag }, coding: null };
}

const weakTag = ({ etag }: Headers) => (etag === undefined ? {} : { etag: weak(etag) });

const varyingByCoding = (headers: Headers) =>
  headers['vary']?.includes(byCoding)
    ? headers
    : { ...headers, vary: withVary(headers['vary'] ?? null, byCoding) };

const byCoding = 'accept-encoding';
