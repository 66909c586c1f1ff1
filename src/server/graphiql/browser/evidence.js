import { post, types } from './asking.js';
import { withProof } from './ask-more.js';
import { make } from './make.js';
import { tell } from './panel.js';
import { beginningOf, endOf, putIntoSentences } from './sentences.js';
import { language } from './settings.js';
import { say, words } from './words.js';

/** So many cards are drawn at once. */
const shownAtOnce = 60;

/** Every piece of evidence of an answer: the words in their sentence, with a link to where they are marked. */
export async function showEvidence(element, answer) {
  if (!answer) return tell(element, words.nothingAsked);
  const refused = answer.body.errors?.[0];
  if (!answer.body.data) return tell(element, refused?.message ?? words.failed);
  tell(element, words.asking);
  element.dataset.asked = String(Date.now());
  const { asked } = element.dataset;
  const things = thingsIn(await dataWithProof(answer));
  await putIntoSentences(things.flatMap(({ quotes }) => quotes));
  if (element.dataset.asked !== asked) return;
  const proven = things.filter(({ quotes }) => quotes.length > 0);
  const named = things.filter(({ quotes, url }) => quotes.length === 0 && url);
  if (proven.length + named.length === 0)
    return tell(element, isEmpty(answer.body.data) ? words.emptyAnswer : words.noProof);
  const count = proven.reduce((sum, { quotes }) => sum + quotes.length, 0);
  element.replaceChildren(
    make('h2', { class: 'seen-by-readers' }, words.panels.evidence),
    ...(proven.length > 0
      ? [make('p', { class: 'told', role: 'status' }, say(words.proofCount, { count }))]
      : []),
    ...cards(proven),
    ...(named.length > 0 ? [namesOf(named, proven.length > 0)] : []),
  );
}

/** Whether an answer has no item of any list, and nothing else that it was asked for. */
function isEmpty(value) {
  if (Array.isArray(value)) return value.length === 0;
  if (value === null || typeof value !== 'object') return value === null || value === 0;
  if (value.count === 0) return true;
  return Object.values(value).every(isEmpty);
}

/** The answer with all that its proof takes; where that is too much to ask, the answer as it came. */
async function dataWithProof({ params, body }) {
  try {
    const query = withProof(params.query, await types, language.toUpperCase());
    const asked = await (await post({ ...params, query })).json();
    return asked.errors || !asked.data ? body.data : asked.data;
  } catch {
    return body.data;
  }
}

/** The things of an answer, each once: what it is called, its address, and the words that prove it. */
export function thingsIn(data) {
  const things = new Map();
  const thingOf = (value, url = null) => {
    const key = url ?? value;
    const known = things.get(key) ?? { label: labelOf(value), url, quotes: [] };
    things.set(key, known);
    return known;
  };
  const walk = (value, owner) => {
    if (Array.isArray(value)) for (const item of value) walk(item, owner);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
    if (typeof value.exact === 'string') return addQuote(owner ?? thingOf(value), value);
    const url = addressOf(value);
    const inner = url !== null || labelOf(value) !== '' ? thingOf(value, url) : owner;
    for (const each of Object.values(value)) walk(each, inner);
  };
  walk(data, null);
  return [...things.values()];
}

/** An address that an answer gives of a thing; null for what is none. */
const addressOf = ({ url }) =>
  typeof url === 'string' && /^(?:https?:\/)?\//.test(url) ? url : null;

function addQuote({ quotes }, evidence) {
  const { exact, prefix = '', suffix = '' } = evidence;
  const url = addressOf(evidence);
  if (quotes.some((quote) => quote.exact === exact && quote.url === url)) return;
  quotes.push({ exact, url, before: cutBefore(prefix), after: cutAfter(suffix) });
}

/** What is told of the words around is no more than this; a sentence that goes on beyond is seen to. */
const told = 16;
const cutBefore = (text) => (endOf(text).length >= told ? `…${endOf(text)}` : endOf(text));
const cutAfter = (text) =>
  beginningOf(text).length >= told ? `${beginningOf(text)}…` : beginningOf(text);

const called = ['label', 'title', 'name', 'explanation', 'statement', 'text'];

const labelOf = (value) =>
  called.map((name) => value[name]).find((text) => typeof text === 'string' && text !== '') ?? '';

function cards(things) {
  const first = things.slice(0, shownAtOnce).map(cardOf);
  const rest = things.slice(shownAtOnce);
  if (rest.length === 0) return first;
  const more = make(
    'button',
    { type: 'button', class: 'more', on: { click: () => more.replaceWith(...cards(rest)) } },
    say(words.more, { count: rest.length }),
  );
  return [...first, more];
}

function cardOf({ label, url, quotes }) {
  const kind = kindOf(url);
  return make(
    'article',
    { class: 'proof' },
    (label !== '' || url) &&
      make('h3', {}, kind && make('small', {}, kind), ' ', linkTo(url, label || url)),
    ...quotes.map(quoteOf),
  );
}

const quoteOf = ({ exact, before, after, url }) =>
  make(
    'blockquote',
    { lang: 'zh', ...(url && { cite: url }) },
    before,
    make('mark', {}, exact),
    after,
    url && ' ',
    url &&
      make(
        'a',
        {
          href: url,
          lang: language,
          class: 'to-words',
          'aria-label': `${words.toWords}: ${exact.slice(0, 40)}`,
        },
        `${words.toWords} →`,
      ),
  );

const linkTo = (url, text) => (url ? make('a', { href: url }, text) : text);

/** Things that the answer names, and of which it has no words. */
function namesOf(things, isBeside) {
  const list = make(
    'ul',
    {},
    ...things.map(({ label, url }) =>
      make('li', {}, make('small', {}, kindOf(url)), ' ', linkTo(url, label || url)),
    ),
  );
  if (!isBeside)
    return make('div', { class: 'named' }, make('p', { class: 'told' }, words.onlyNamed), list);
  return make('details', { class: 'named' }, make('summary', {}, words.alsoNamed), list);
}

/** What kind of thing stands at an address, in the reader's words. */
function kindOf(url) {
  if (!url) return '';
  const [, page, mark] = /\/([a-z]+)\/[^#]*(?:#([a-z]+)-)?/.exec(url) ?? [];
  return words.kinds[mark] ?? words.kinds[page] ?? '';
}
