'use strict';

// Starts GraphiQL with the options that the page carries, and keeps the page's address that of what is
// shown: opened elsewhere it shows the same query, with its variables and the operation that is meant.

const workers = {
  editorWorkerService: 'editor.worker.bundle.js',
  json: 'json.worker.bundle.js',
  graphql: 'graphql.worker.bundle.js',
};
const folder = document.currentScript.src.replace(/[^/]*$/, '');
globalThis.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => folder + (workers[label] ?? workers.editorWorkerService),
};

/** A longer address the server could not be asked by again. */
const longestAddress = 12_000;

const { endpoint, ...options } = JSON.parse(document.getElementById('options').textContent);
const asked = new URLSearchParams(location.search);
const query = asked.get('query');
const namesIn = (text) =>
  [...text.matchAll(/^[^#\n]*\b(?:query|mutation|subscription)\s+(\w+)/gm)].map(([, name]) => name);

/** The operation that the address names, where its query has others too: then it runs without a choice. */
const named = asked.get('operationName');
const chosen = named && query && namesIn(query).length > 1 ? named : null;
if (chosen) options.operationName = chosen;

if (query) {
  // No variables of a question before may stand beside it.
  const variables = asked.get('variables') ?? '';
  options.variables = variables;
  options.defaultTabs = [{ query, variables }, ...options.defaultTabs];
} else {
  options.query = options.defaultTabs[0]?.query;
  if (asked.has('variables')) options.variables = asked.get('variables');
}

/** Asks the API; a name that the document does not have belongs to the query of the address. */
options.fetcher = async (params, { headers, documentAST } = {}) => {
  const names = documentAST?.definitions.map(({ name }) => name?.value);
  const isThere = names?.includes(params.operationName) ?? true;
  const { operationName, ...others } = params;
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { accept: 'application/json', ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(isThere ? { ...others, operationName } : others),
  });
  return response.json();
};

options.onTabChange = ({ tabs, activeTabIndex }) => {
  const tab = tabs[activeTabIndex];
  if (!tab) return;
  const text = tab.query ?? '';
  const parameters = {
    query: text,
    variables: tab.variables?.trim(),
    operationName: chosen && namesIn(text).includes(chosen) ? chosen : tab.operationName,
  };
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(parameters)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  if (address.href.length > longestAddress) {
    for (const name of Object.keys(parameters)) address.searchParams.delete(name);
  }
  history.replaceState({}, '', address);
};
// What the page would do by itself leaves the variables out.
options.onEditQuery = () => {};

YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), options);
