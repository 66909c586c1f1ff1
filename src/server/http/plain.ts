import type { IncomingMessage } from 'node:http';
import { jsonTypeFor } from './accept.ts';
import type { JsonType } from './accept.ts';

/** A question as it comes in a URL or in a body. */
type Params = {
  query: string;
  variables?: Record<string, unknown> | null | undefined;
  operationName?: string | null | undefined;
};

/** A request as nearly every client sends it, read. */
export type Plain = {
  type: JsonType;
  params: Params;
  /** For GET and HEAD what stands after the `?`; null for POST. */
  search: string | null;
};

/** A request whose body was read: whoever takes it over finds the body here. */
type WithBody = IncomingMessage & { body?: Buffer };

const plainBody = /^application\/json(?:; ?charset=utf-8)?$/;

/**
 * Reads a request that asks the API for JSON in the plainest way. Null for any other, and for one
 * that is wrong in whatever way: that is for the ordinary path to say.
 */
export async function readPlain(
  request: IncomingMessage,
  { endpoint = '/graphql', maximumBody }: { endpoint?: string; maximumBody: number },
): Promise<Plain | null> {
  const { method, url = '', headers } = request;
  if (!url.startsWith(endpoint)) return null;
  const type = jsonTypeFor(headers.accept);
  if (type === null) return null;
  if (method === 'GET' || method === 'HEAD') {
    if (url[endpoint.length] !== '?') return null;
    const search = url.slice(endpoint.length + 1);
    const params = paramsInSearch(search);
    return params && { type, params, search };
  }
  if (method !== 'POST' || url.length !== endpoint.length) return null;
  const length = Number(headers['content-length']);
  const isPlain =
    plainBody.test(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined &&
    length > 0 &&
    length <= maximumBody;
  if (!isPlain) return null;
  const body = await readBody(request);
  if (!body) return null;
  (request as WithBody).body = body;
  const params = paramsInBody(body);
  return params && { type, params, search: null };
}

/** The whole body; null where the client left before its end. */
function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((read) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      read(pieces.length === 1 ? (pieces[0] ?? null) : Buffer.concat(pieces));
    });
    request.on('close', () => {
      read(null);
    });
    request.on('error', () => {
      read(null);
    });
  });
}

const known = new Set(['query', 'variables', 'operationName']);

function paramsInSearch(search: string): Params | null {
  const given = new URLSearchParams(search);
  for (const name of given.keys()) if (!known.has(name)) return null;
  const variables = given.get('variables');
  return paramsOf({
    query: given.get('query'),
    operationName: given.get('operationName') || undefined,
    variables: variables ? parseJson(variables) : undefined,
  });
}

function paramsInBody(body: Buffer): Params | null {
  const given = parseJson(body.toString('utf8'));
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  for (const name of Object.keys(given)) if (!known.has(name)) return null;
  return paramsOf(given);
}

function paramsOf(given: Partial<Record<keyof Params, unknown>>): Params | null {
  const { query, variables, operationName } = given;
  const isPlain =
    typeof query === 'string' &&
    typeof (variables ?? {}) === 'object' &&
    !Array.isArray(variables) &&
    typeof (operationName ?? '') === 'string';
  return isPlain ? (given as Params) : null;
}

/** What a text says in JSON; a text that says nothing is like one that says a word. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return '';
  }
}
