import { readQuery } from './read-query.js';

/** As long as an address may be that every server and browser takes, in characters. */
export const longestAddress = 12_000;
const storedTabs = 'graphiql:tabState';

const asked = new URLSearchParams(location.search);
const namesIn = (query) =>
  readQuery(query)
    .operations.map(({ name }) => name)
    .filter(Boolean);

/** The operation that the address names, where its query has others too: then it runs without a choice. */
const named = asked.get('operationName');
const chosen = named && namesIn(asked.get('query') ?? '').length > 1 ? named : null;

/** Tells of each change of the tabs, as `change`. */
export const changes = new EventTarget();

/** The tabs as GraphiQL last told of them, `{ tabs, activeTabIndex }`. */
let shown = readStored();

function readStored() {
  try {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem(storedTabs));
    return { tabs, activeTabIndex };
  } catch {
    return { tabs: [], activeTabIndex: 0 };
  }
}

/** What GraphiQL opens with: the question of the address, or what was open before, or the first example. */
export function firstTabs(first) {
  const query = asked.get('query');
  const variables = asked.get('variables') ?? '';
  if (query)
    return {
      query,
      // No variables of a question before may stand beside it.
      variables,
      defaultTabs: [{ query, variables }],
      ...(chosen && { operationName: chosen }),
    };
  const given = asked.has('variables') ? { variables } : {};
  if (shown.tabs.length > 0) return { defaultTabs: [first], ...given };
  return { ...first, ...given, defaultTabs: [first] };
}

/** Whether the address asks one question, which can then be answered at once. */
export const asksOne = () => {
  const query = asked.get('query');
  return query !== null && (chosen !== null || readQuery(query).operations.length === 1);
};

/** Whether the question of the address is one of this site's pages, which leave the language to the reader. */
const isOfSite = asked.has('ofSite');

/**
 * Puts the question that GraphiQL opened with into the reader's language, unless somebody wrote it himself; and has
 * GraphiQL keep it, which forgets what nobody has touched.
 * @param translate gives a question of this site in that language
 * @param translateExample the same where it is an example, and null where it is none
 */
export async function keepFirst(first, { translate, translateExample }) {
  const query = asked.get('query') ?? first;
  const text = await (isOfSite ? translate(query) : translateExample(query));
  const model = modelOf('operation.graphql');
  if (text === null || model.getValue() !== query) return;
  if (activeTab()?.query === text) return;
  // The same text again would be no change.
  if (text === query) model.setValue('');
  model.setValue(text);
  await until(() => activeTab()?.query === text);
}

/** Keeps the address that of what is shown, and the tab that shows it in sight. */
export function onTabChange({ tabs, activeTabIndex }) {
  shown = { tabs, activeTabIndex };
  const tab = tabs[activeTabIndex];
  if (tab) history.replaceState({}, '', addressOf(tab));
  changes.dispatchEvent(new Event('change'));
  requestAnimationFrame(bringIntoSight);
}

export const bringIntoSight = () =>
  document
    .querySelector('.graphiql-tab-active')
    ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

/** Where this page shows a question with its variables and the operation that is meant. */
export function addressOf({ query = '', variables, operationName }) {
  const text = query ?? '';
  const parameters = {
    query: text,
    variables: variables?.trim(),
    operationName: chosen && namesIn(text).includes(chosen) ? chosen : operationName,
  };
  const address = new URL(location.href);
  address.searchParams.delete('ofSite');
  for (const [name, value] of Object.entries(parameters)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  if (address.href.length > longestAddress) {
    for (const name of Object.keys(parameters)) address.searchParams.delete(name);
  }
  return address;
}

/** The tab that is seen; undefined before GraphiQL has told of any. */
export const activeTab = () => shown.tabs[shown.activeTabIndex];

/**
 * Whether the variables of the tab that is seen cannot be read as those of a question: they may hold comments, and a comma
 * behind the last of them.
 */
export function areVariablesBroken() {
  const text = (activeTab()?.variables ?? asked.get('variables') ?? '').trim();
  if (text === '') return false;
  const json = text
    .replaceAll(/("(?:\\.|[^"\\])*")|\/\/.*|\/\*[\s\S]*?\*\//g, '$1')
    .replaceAll(/,(?=\s*[}\]])/g, '');
  try {
    const read = JSON.parse(json || '{}');
    return read !== null && (typeof read !== 'object' || Array.isArray(read));
  } catch {
    return true;
  }
}

/** Opens a question in a tab of its own, or in the one where it stands already, and asks it. */
export async function openQuestion(query, variables) {
  const known = shown.tabs.findIndex((tab) => tab.query === query);
  const buttons = document.querySelectorAll('.graphiql-tab-button');
  if (known < 0) document.querySelector('.graphiql-tab-add').click();
  else if (known !== shown.activeTabIndex) buttons[known]?.click();
  await frame();
  modelOf('operation.graphql').setValue(query);
  modelOf('variables.json').setValue(variables);
  const isThere = () =>
    activeTab()?.query === query && (activeTab()?.variables ?? '') === variables;
  if (!isThere()) await until(isThere);
  await frame();
  run();
}

export const run = () => document.querySelector('.graphiql-execute-button')?.click();

const modelOf = (name) =>
  globalThis.monaco.editor.getModels().find(({ uri }) => uri.path.endsWith(`-${name}`));

const frame = () =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });

const until = (isSo) =>
  new Promise((resolve) => {
    changes.addEventListener('change', function look() {
      if (!isSo()) return;
      changes.removeEventListener('change', look);
      resolve();
    });
  });
