import { answers } from './asking.js';
import { make } from './make.js';
import { activeTab, changes } from './tabs.js';
import { words } from './words.js';

/** The answers of so many questions are kept for when their tab is shown again. */
const mostKept = 20;

const order = ['examples', 'evidence', 'table', 'chart', 'share'];

/**
 * The panel beside GraphiQL: tabs of which one is seen. Each is made by `makers[name](element, answer)` when it
 * is seen and something was answered since; `answer` is `{ params, body }`, or null before the first.
 */
export function createPanel(element, makers) {
  let answer = null;
  let current = 'examples';
  const stale = new Set(order);
  const tabs = new Map(order.map((name) => [name, tabOf(name, () => show(name))]));
  const bodies = new Map(order.map((name) => [name, bodyOf(name)]));

  function show(name, { focus = false } = {}) {
    current = name;
    for (const [each, tab] of tabs) {
      tab.setAttribute('aria-selected', String(each === name));
      tab.tabIndex = each === name ? 0 : -1;
      bodies.get(each).hidden = each !== name;
    }
    if (focus) tabs.get(name).focus();
    if (!stale.delete(name)) return;
    makers[name](bodies.get(name), answer);
  }

  const kept = new Map();
  let shownTab = null;

  function take(taken) {
    if (taken === answer) return;
    answer = taken;
    for (const name of order) if (name !== 'examples') stale.add(name);
  }

  // Another tab of GraphiQL shows the answer that it had, and so does the panel.
  changes.addEventListener('change', () => {
    const { id, query } = activeTab() ?? {};
    if (id === shownTab) return;
    shownTab = id;
    take(kept.get(query) ?? null);
    show(current);
  });
  answers.addEventListener('answer', ({ detail }) => {
    kept.delete(detail.params.query);
    kept.set(detail.params.query, detail);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value);
    take(detail);
    show(current === 'examples' ? 'evidence' : current, {
      focus: element.contains(document.activeElement),
    });
  });

  const list = make('div', { role: 'tablist', 'aria-label': words.panel }, ...tabs.values());
  list.addEventListener('keydown', (event) => {
    const to = stepOf(event.key, order.indexOf(current));
    if (to === null) return;
    event.preventDefault();
    show(order[to], { focus: true });
  });
  const noted = make('p', { class: 'noted', role: 'alert', hidden: true });
  element.append(make('div', { class: 'top' }, list, wider()), noted, ...bodies.values());
  show('examples');
  return {
    show,
    focus: () => tabs.get(current).focus(),
    /** Says something above whatever is seen, until it is told null. */
    note(text) {
      noted.hidden = text === null;
      if (noted.textContent !== text) noted.textContent = text ?? '';
    },
  };
}

/** Gives the panel more room, and takes it back. */
function wider() {
  const button = make(
    'button',
    { type: 'button', class: 'wider', 'aria-pressed': 'false' },
    words.wider,
  );
  button.addEventListener('click', () => {
    const isWide = document.body.classList.toggle('wide');
    button.setAttribute('aria-pressed', String(isWide));
    button.textContent = isWide ? words.narrower : words.wider;
  });
  return button;
}

const tabOf = (name, choose) =>
  make(
    'button',
    {
      type: 'button',
      role: 'tab',
      id: `tab-${name}`,
      'aria-controls': `panel-${name}`,
      on: { click: choose },
    },
    words.panels[name],
  );

const bodyOf = (name) =>
  make('div', {
    role: 'tabpanel',
    id: `panel-${name}`,
    'aria-labelledby': `tab-${name}`,
    tabindex: '0',
    hidden: true,
  });

/** The tab that a key leads to from one; null where it leads to none. */
function stepOf(key, from) {
  const count = order.length;
  const steps = { ArrowRight: from + 1, ArrowLeft: from - 1 + count, Home: 0, End: count - 1 };
  return key in steps ? steps[key] % count : null;
}

/** A sentence instead of what there is not. */
export const tell = (element, text) => element.replaceChildren(make('p', { class: 'told' }, text));
