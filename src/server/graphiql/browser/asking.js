import { endpoint } from './settings.js';
import { readQuery } from './read-query.js';
import { typesIn } from './types-in.js';

/** Tells of each answer that GraphiQL was given, as an `answer` whose `detail` is `{ params, body }`. */
export const answers = new EventTarget();

/** The API's answer to a request, as the browser's own `Response`. */
export const post = (params, { headers = {}, search = '', signal } = {}) =>
  fetch(endpoint + search, {
    method: 'POST',
    headers: { accept: 'application/json', ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(params),
    signal,
  });

/** The data of an answer; null where the API refuses. */
export async function ask(query, variables = {}) {
  const { data, errors } = await (await post({ query, variables })).json();
  return errors ? null : data;
}

const introspection = 'IntrospectionQuery';
let tellTypes;

/** The types of the schema by name, as soon as GraphiQL has asked for them. */
export const types = new Promise((resolve) => {
  tellTypes = resolve;
});

/** Asks for GraphiQL, and tells the page of what comes. */
export async function fetcher(params, { headers } = {}) {
  const { operationName, ...others } = params;
  // A name that the document does not have is left from another tab.
  const isThere = readQuery(params.query).operations.some(({ name }) => name === operationName);
  const asked = isThere ? params : others;
  const body = await (await post(asked, { headers })).json();
  if (operationName === introspection) tellTypes(typesIn(body));
  else answers.dispatchEvent(new CustomEvent('answer', { detail: { params: asked, body } }));
  return body;
}
