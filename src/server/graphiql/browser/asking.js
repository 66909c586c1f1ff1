import { withLanguage } from './ask-more.js';
import { base, endpoint, examples, language } from './settings.js';
import { readQuery } from './read-query.js';
import { typesIn } from './types-in.js';

/** Tells of each answer that GraphiQL was given, as an `answer` whose `detail` is `{ params, body }`. */
export const answers = new EventTarget();

/** The API's answer to a request, as the browser's own `Response`; of a version of the data all is read by GET. */
export const post = (params, { headers = {}, search = '', signal } = {}) =>
  base === ''
    ? fetch(endpoint + search, {
        method: 'POST',
        headers: { accept: 'application/json', ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(params),
        signal,
      })
    : fetch(askedAt(params, search), {
        headers: { accept: 'application/json', ...headers },
        signal,
      });

/** Where a question is answered. */
export function askedAt({ query, variables, operationName }, search = '') {
  const address = new URL(endpoint + search, location.href);
  address.searchParams.set('query', query);
  if (variables && Object.keys(variables).length > 0)
    address.searchParams.set('variables', JSON.stringify(variables));
  if (operationName) address.searchParams.set('operationName', operationName);
  return address.href;
}

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

/** A question of this site for a reader: one of English is answered in English as far as there is any. */
export const inReadersLanguage = async (query) =>
  language === 'en' ? withLanguage(query, await types, 'EN') : query;

/** An example in the reader's language, be it written in that or in the other; null for a question that is none. */
export async function exampleInReadersLanguage(text) {
  const same = examples.find(({ query }) => query === text);
  if (same) return inReadersLanguage(same.query);
  if (!text.includes('language: EN')) return null;
  const known = await types;
  const other = examples.find(({ query }) => withLanguage(query, known, 'EN') === text);
  return other ? inReadersLanguage(other.query) : null;
}

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
