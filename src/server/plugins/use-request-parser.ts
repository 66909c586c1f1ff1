import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';

/** Reads the question out of an address or a body, and says in words what cannot be read. */
export function useRequestParser(): Plugin {
  return {
    onRequestParse({ request, setRequestParser }) {
      const isJson = request.headers.get('content-type')?.startsWith('application/json') ?? false;
      if (request.method === 'GET') setRequestParser(readSearch);
      else if (request.method === 'POST' && isJson) setRequestParser(readBody);
    },
    onParams({ params }) {
      if (isHashAlone(params)) throw persistedQueryNotSupported();
      // Yoga would answer with 200 beside application/json, as only to a query that is wrong.
      if (params.query == null) throw unreadable('There is no query; send {"query": "…"}.');
      const name: unknown = params.operationName;
      if (name != null && typeof name !== 'string') {
        throw unreadable(`operationName is a text or left out; this is ${kindOf(name)}.`);
      }
    },
  };
}

/** Whether a question is only the hash of its query, which its client hopes to be kept here. */
const isHashAlone = ({ query, extensions }: GraphQLParams) =>
  !query && extensions?.['persistedQuery'] != null;

/**
 * Nothing that a client sends is kept. Clients of automatic persisted queries send the query with
 * their next request and no hashes any more when they read this message or this code; Apollo’s want
 * status 200 beside application/json.
 */
const persistedQueryNotSupported = () =>
  new GraphQLError('PersistedQueryNotSupported', {
    extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED', http: { spec: true, status: 400 } },
  });

function readSearch({ url }: Request): GraphQLParams {
  const start = url.indexOf('?');
  const parameters = new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
  const json = (name: string) => {
    const text = parameters.get(name);
    return text ? (parseJson(text, `The parameter ${name}`) as Record<string, unknown>) : undefined;
  };
  return {
    query: parameters.get('query') || undefined,
    operationName: parameters.get('operationName') || undefined,
    variables: json('variables'),
    extensions: json('extensions'),
  } as GraphQLParams;
}

async function readBody(request: Request): Promise<GraphQLParams> {
  const question = parseJson(await request.text(), 'The body');
  if (typeof question === 'object' && question !== null) return question as GraphQLParams;
  throw unreadable('The body is JSON, but no object; send {"query": "…"}.');
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(`${what} cannot be read as JSON.`);
  }
}

const kindOf = (value: unknown) =>
  Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;

const unreadable = (message: string) =>
  new GraphQLError(message, {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
