import type { IncomingMessage } from 'node:http';
import { faultInVariables } from '../../validation/values.ts';
import { answerTypeFor, jsonTypeOf } from '../../http/accept.ts';
import type { JsonType } from '../../http/accept.ts';

/** A question as it comes in a URL or in a body. */
type Params = {
  query: string;
  variables?: Record<string, unknown> | null | undefined;
  operationName?: string | null | undefined;
};

/** A request as nearly every client sends it, read. */
export type SimpleRequest = {
  type: JsonType;
  params: Params;
  /** For GET and HEAD what stands after the `?`; null for POST. */
  search: string | null;
};

/**
 * Reads a request that asks the API for JSON in the plainest way. Null for any other, and for one
 * that is wrong in whatever way: that is for Yoga to say.
 */
export function readSimpleRequest(
  { method, url = '', headers }: IncomingMessage,
  body: Buffer | null,
  endpoint = '/graphql',
): SimpleRequest | null {
  if (!url.startsWith(endpoint)) return null;
  const type = jsonTypeOf(answerTypeFor(method, headers.accept));
  if (type === null) return null;
  if (method === 'GET' || method === 'HEAD') {
    if (url[endpoint.length] !== '?') return null;
    const search = url.slice(endpoint.length + 1);
    const params = paramsInSearch(search);
    return params && { type, params, search };
  }
  if (method !== 'POST' || url.length !== endpoint.length || !body) return null;
  const params = paramsInBody(body);
  return params && { type, params, search: null };
}

const parameterNames = new Set(['query', 'variables', 'operationName']);

function paramsInSearch(search: string): Params | null {
  const parameters = new URLSearchParams(search);
  for (const name of parameters.keys()) if (!parameterNames.has(name)) return null;
  const variables = parameters.get('variables');
  return paramsOf({
    query: parameters.get('query'),
    operationName: parameters.get('operationName') || undefined,
    variables: variables ? parseJson(variables) : undefined,
  });
}

function paramsInBody(body: Buffer): Params | null {
  const content = parseJson(body.toString('utf8'));
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return null;
  for (const name of Object.keys(content)) if (!parameterNames.has(name)) return null;
  return paramsOf(content);
}

function paramsOf(content: Partial<Record<keyof Params, unknown>>): Params | null {
  const { query, variables, operationName } = content;
  const isPlain =
    typeof query === 'string' &&
    typeof (variables ?? {}) === 'object' &&
    !Array.isArray(variables) &&
    !faultInVariables(variables as Params['variables']) &&
    typeof (operationName ?? '') === 'string';
  return isPlain ? (content as Params) : null;
}

/** What a text says in JSON; a text that says nothing is like one that says a word. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return '';
  }
}
