import { ask, inReadersLanguage } from './asking.js';
import { make } from './make.js';
import { examples, language } from './settings.js';
import { openQuestion } from './tabs.js';
import { words } from './words.js';

const askers = Object.keys(words.askers);

/** The examples, grouped by who asks and searched as one types; each unfolds to its variables. */
export function showExamples(element) {
  const field = make('input', {
    type: 'search',
    id: 'find-example',
    placeholder: words.findHint,
    autocomplete: 'off',
  });
  const groups = askers.map((asker) => groupOf(asker));
  const none = make('p', { class: 'told', role: 'status', hidden: true }, words.noExample);
  field.addEventListener('input', () => {
    const wanted = field.value.trim().toLowerCase();
    for (const group of groups) group.narrow(wanted);
    none.hidden = groups.some(({ element: { hidden } }) => !hidden);
  });
  element.replaceChildren(
    make('label', { for: 'find-example', class: 'seen-by-readers' }, words.find),
    field,
    ...groups.map(({ element: group }) => group),
    none,
    make('p', { class: 'keys' }, words.keys),
  );
}

function groupOf(asker) {
  const own = examples.filter((example) => example.asker === asker);
  const items = own.map((example) => ({ example, element: itemOf(example) }));
  const element = make(
    'section',
    { class: `asker ${asker}` },
    make('h2', {}, words.askers[asker]),
    make('ul', {}, ...items.map(({ element: item }) => item)),
  );
  return {
    element,
    narrow(wanted) {
      for (const { example, element: item } of items) item.hidden = !holds(example, wanted);
      element.hidden = items.every(({ element: { hidden } }) => hidden);
    },
  };
}

/** Whether an example speaks of a word, in any language or in its query. */
const holds = ({ slug, question, notes, query }, wanted) =>
  [slug, question.zh, question.en, notes, query].some((text) =>
    text.toLowerCase().includes(wanted),
  );

function itemOf(example) {
  const { slug, question, notes } = example;
  const form = formOf(example);
  const details = make('div', { id: `example-${slug}`, class: 'details', hidden: true });
  if (language === 'en' && notes) details.append(make('p', { class: 'notes' }, notes));
  details.append(form);
  const toggle = () => {
    details.hidden = !details.hidden;
    button.setAttribute('aria-expanded', String(!details.hidden));
    if (!details.hidden) form.querySelector('button').focus();
  };
  const button = make(
    'button',
    {
      type: 'button',
      class: 'question',
      'aria-expanded': 'false',
      'aria-controls': `example-${slug}`,
      on: { click: toggle },
    },
    question[language],
  );
  return make('li', {}, button, details);
}

/** The variables of an example as a form, which asks it. */
function formOf({ slug, query, parameters, variables }) {
  const fields = parameters.map((parameter) => {
    const { name, isList, preset } = parameter;
    const value = variables[name] ?? preset ?? '';
    const id = `${slug}-${name}`;
    const input = make('input', {
      id,
      value: isList ? [value].flat().join(', ') : value,
      autocomplete: 'off',
      list: name in suggestions && `known-${name}`,
      'aria-describedby': `${id}-hint`,
      inputmode: parameter.isWhole && 'numeric',
      pattern: parameter.isWhole && String.raw`\s*(\d{1,9}(\s*[,，]\s*\d{1,9})*)?\s*`,
      on: { focus: () => suggest(name) },
    });
    const label = make('label', { for: id }, words.variables[name] ?? name);
    const hint = make('small', { id: `${id}-hint` }, isList ? words.several : words.one);
    return { parameter, input, row: make('p', {}, label, input, hint) };
  });
  const submit = async (event) => {
    event.preventDefault();
    const given = Object.fromEntries(
      fields.flatMap(({ parameter, input }) => {
        const read = valueOf(parameter, input.value);
        return read === null ? [] : [[parameter.name, read]];
      }),
    );
    const isEmpty = Object.keys(given).length === 0;
    await openQuestion(
      await inReadersLanguage(query),
      isEmpty ? '' : JSON.stringify(given, null, 2),
    );
  };
  return make(
    'form',
    { on: { submit } },
    ...fields.map(({ row }) => row),
    make('button', { class: 'ask' }, words.run),
  );
}

/** What a field gives to its variable; null where nothing is given. */
function valueOf({ isList, isWhole }, text) {
  const values = (isList ? text.split(/[,，]/) : [text])
    .map((value) => value.trim())
    .filter((value) => value !== '')
    .map((value) => (isWhole ? Number(value) : value));
  if (values.length === 0) return null;
  return isList ? values : values[0];
}

/** For each variable that takes codes: how to look for those that there are. */
const suggestions = {
  report: 'reports(first: 100) { nodes { code name: title(language: LANG) } }',
  places:
    'places(filter: { hasReports: true }, first: 100) { nodes { code name(language: LANG) } }',
  indicator: 'indicators(first: 100) { nodes { code name(language: LANG) } }',
};
const suggested = new Set();

/** Looks once for the codes that a field may take, and shows them beneath it. */
async function suggest(name) {
  if (!(name in suggestions) || suggested.has(name)) return;
  suggested.add(name);
  const list = suggestions[name].replaceAll('LANG', language.toUpperCase());
  const data = await ask(`{ found: ${list} }`).catch(() => null);
  const known = (data?.found.nodes ?? []).map((node) =>
    make('option', { value: node.code }, node.name),
  );
  document.body.append(make('datalist', { id: `known-${name}` }, ...known));
}
