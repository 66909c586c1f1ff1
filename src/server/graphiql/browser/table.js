import { choiceOf, make } from './make.js';
import { tell } from './panel.js';
import { download } from './share.js';
import { tableOf } from './table-rows.js';
import { say, words } from './words.js';

/** The server's own table of an answer in the reader's words: sorted by any column, and to be had as a file. */
export async function showTable(element, answer, chosen) {
  if (!answer) return tell(element, words.nothingAsked);
  tell(element, words.asking);
  const table = await tableOf(answer, chosen, 'worded');
  if (table.message !== undefined) return tell(element, table.message || words.failed);
  const { rows, isCut, list } = table;
  const count = say(isCut ? words.firstRows : words.rows, { count: rows.length });
  element.replaceChildren(
    listChoice(table, (to) => showTable(element, answer, to)),
    make(
      'p',
      { class: 'told', role: 'status' },
      rows.length === 0 ? words.noRows : count,
      ...['csv', 'jsonl'].flatMap((format) => [' · ', download(answer.params, format, list)]),
    ),
    rows.length === 0 ? '' : make('div', { class: 'scroll', tabindex: '0' }, drawn(rows)),
  );
}

/** Which list of an answer is shown; nothing where it has one. */
export const listChoice = ({ lists, list }, choose) =>
  lists.length < 2 ? '' : choiceOf(words.list, lists, list, choose);

function drawn(rows) {
  const names = Object.keys(rows[0]).filter((name) => rows.some((row) => row[name] !== null));
  const isNumber = new Set(names.filter((name) => rows.every((row) => isNumeric(row[name]))));
  const kept = (name) => (isNumber.has(name) ? Number : String);
  const isLong = new Set(names.filter((name) => rows.some((row) => widthOf(row[name]) > 24)));
  const classOf = (name) => (isNumber.has(name) ? 'number' : isLong.has(name) && 'long');
  const body = make('tbody', {});
  const fill = (sorted) => body.replaceChildren(...sorted.map((row) => rowOf(row, names, classOf)));
  const heads = names.map((name) =>
    make(
      'th',
      { scope: 'col', 'aria-sort': 'none' },
      make('button', { type: 'button' }, ...breakable(name)),
    ),
  );
  heads.forEach((head, index) => {
    head.firstChild.addEventListener('click', () => {
      const isUp = head.getAttribute('aria-sort') !== 'ascending';
      for (const each of heads) each.setAttribute('aria-sort', 'none');
      head.setAttribute('aria-sort', isUp ? 'ascending' : 'descending');
      const name = names[index];
      fill(rows.toSorted((one, other) => compare(one[name], other[name], kept(name), isUp)));
    });
  });
  fill(rows);
  return make('table', {}, make('thead', {}, make('tr', {}, ...heads)), body);
}

/** How wide a text is, in letters: a Chinese character is as wide as two. */
const widthOf = (cell) => (cell ?? '').replaceAll(/\p{Script=Han}/gu, '  ').length;

/** A head that may be broken after each thing that it names. */
const breakable = (name) => name.split(/(?<=·)/).flatMap((part) => [part, make('wbr')]);

const isNumeric = (cell) => cell === null || /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(cell);

const rowOf = (row, names, classOf) =>
  make(
    'tr',
    {},
    ...names.map((name) =>
      make('td', { class: classOf(name), 'data-name': name }, cellOf(row[name])),
    ),
  );

function cellOf(cell) {
  if (cell === null) return null;
  return /^(?:https?:\/)?\/\S*$/.test(cell) ? make('a', { href: cell }, cell) : cell;
}

/** Numbers by their size and texts as the reader's language has them; what is empty stands last. */
function compare(one, other, valueOf, isUp) {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  const { lang } = document.documentElement;
  const order =
    valueOf === Number ? one - other : one.localeCompare(other, lang, { numeric: true });
  return isUp ? order : -order;
}
