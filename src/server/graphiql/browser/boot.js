// Starts GraphiQL, and beside it what leads from its answers to their proof.

import { answers, exampleInReadersLanguage, fetcher, inReadersLanguage } from './asking.js';
import { showChart } from './chart.js';
import { showEvidence } from './evidence.js';
import { showExamples } from './examples.js';
import { make } from './make.js';
import { createPanel } from './panel.js';
import { base, examples, language } from './settings.js';
import { mendRoles, switchHistoryOn } from './published.js';
import { showShare } from './share.js';
import { showTable } from './table.js';
import {
  areVariablesBroken,
  asksOne,
  bringIntoSight,
  changes,
  firstTabs,
  keepFirst,
  onTabChange,
  run,
} from './tabs.js';
import { words } from './words.js';

const root = document.getElementById('root');
const panel = createPanel(document.getElementById('panel'), {
  examples: showExamples,
  evidence: showEvidence,
  table: (element, answer) => showTable(element, answer),
  chart: (element, answer) => showChart(element, answer),
  share: showShare,
});

fillHeader();
listenToKeys();
switchHistoryOn();
// Full-width punctuation, which Monaco suspects of passing for another, is what Chinese is written with.
globalThis.monaco.editor.onDidCreateEditor((editor) =>
  editor.updateOptions({ unicodeHighlight: { ambiguousCharacters: false } }),
);
const [{ query, variables }] = examples;
const given = Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : undefined;
globalThis.YogaGraphiQL.renderYogaGraphiQL(root, {
  ...firstTabs({ query, variables: given }),
  title: ' ',
  logo: '<span></span>',
  defaultEditorToolsVisibility: false,
  fetcher,
  onTabChange,
  // What the page would do by itself leaves the variables out.
  onEditQuery: () => {},
});
whenThere('.graphiql-execute-button', () => {
  mendRoles(root);
  new ResizeObserver(bringIntoSight).observe(root);
  void begin();
  tellIfBroken();
});
listenToAsking();

/** Asks what the address asks. */
async function begin() {
  await keepFirst(query, {
    translate: inReadersLanguage,
    translateExample: exampleInReadersLanguage,
  });
  if (asksOne()) run();
}

/** The way home, the other language, and on a narrow screen which of the three is seen. */
function fillHeader() {
  const header = document.querySelector('header.site');
  const inLanguage = (path) => base + (language === 'en' ? `${path}?lang=en` : path);
  const other = make('a', { class: 'language', lang: language === 'en' ? 'zh' : 'en' });
  const setOther = () => {
    const address = new URL(location.href);
    address.searchParams.set('lang', language === 'en' ? 'zh' : 'en');
    other.href = address.href;
  };
  other.append(words.otherLanguage);
  setOther();
  changes.addEventListener('change', setOther);
  document.querySelector('a.skip').textContent = words.skip;
  header.querySelector('.brand').href = inLanguage('/');
  header.append(
    ...(base === '' ? [] : [ofVersion()]),
    views(),
    make('nav', {}, make('a', { href: inLanguage('/reports') }, words.reports), other),
  );
  document.getElementById('panel').setAttribute('aria-label', words.panel);
}

/** Of which version of the data the answers are, and the way to the present one. */
function ofVersion() {
  const present = make('a', { href: `/graphql${location.search}` }, words.present);
  const say = () => (present.href = `/graphql${location.search}`);
  changes.addEventListener('change', say);
  return make(
    'p',
    { class: 'version' },
    `${words.ofVersion} `,
    make('code', {}, base.split('/').at(-1)),
    ' ',
    present,
  );
}

function views() {
  const buttons = ['panel', 'ask', 'json'].map((view) =>
    make('button', { type: 'button', on: { click: () => see(view) } }, words[view]),
  );
  const names = ['panel', 'ask', 'json'];
  const see = (view) => {
    document.body.dataset.view = view;
    names.forEach((name, index) =>
      buttons[index].setAttribute('aria-pressed', String(name === view)),
    );
  };
  see('panel');
  answers.addEventListener('answer', () => {
    if (document.body.dataset.view === 'ask') see('panel');
  });
  return make('div', { class: 'views', role: 'group', 'aria-label': words.views }, ...buttons);
}

/** Variables that are no JSON are asked with by nobody: GraphiQL only says so in a corner. */
function tellIfBroken() {
  panel.note(areVariablesBroken() ? words.brokenVariables : null);
}

function listenToAsking() {
  root.addEventListener('click', ({ target }) => {
    if (target.closest('.graphiql-execute-button')) tellIfBroken();
  });
  root.addEventListener(
    'keydown',
    ({ key, ctrlKey, metaKey }) => {
      if (key === 'Enter' && (ctrlKey || metaKey)) tellIfBroken();
    },
    { capture: true },
  );
  changes.addEventListener('change', () => {
    if (!areVariablesBroken()) panel.note(null);
  });
}

/** F6 goes between the editor, which takes the tabulator for itself, and the panel. */
function listenToKeys() {
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      event.stopPropagation();
      if (!root.contains(document.activeElement))
        root
          .querySelector('.graphiql-query-editor textarea, .graphiql-query-editor [role=textbox]')
          ?.focus();
      else panel.focus();
    },
    { capture: true },
  );
}

function whenThere(selector, then) {
  if (document.querySelector(selector)) return then();
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    then();
  });
  observer.observe(root, { childList: true, subtree: true });
}
