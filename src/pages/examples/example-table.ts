import type { TableRow } from '../../table/rows.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { apiWords } from '../language/api-words.ts';
import { inWords } from '../language/in-words.ts';
import { address } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import { fill } from '../language/messages.ts';
import { thingWord } from '../language/thing-words.ts';
import type { Site } from '../site.ts';
import type { ExampleAnswer } from './example-answer.ts';
import { listName } from './list-names.ts';
import { langOf } from './shown-table.ts';
import type { ShownColumn } from './shown-table.ts';

/** So many columns stand beside each other; of more, each row is a record. */
const mostColumns = 6;

/** So many records are seen before anything is unfolded, unless only few more would be. */
const shownRecords = 8;
const fewestFurther = 3;

/** From so many rows on, what is the same in all of them is told once; of a table that goes on nobody knows it. */
const fewestRows = 3;

/** The rows of an answer in a reader's words, or why there are none. */
export function answerOf(site: Site, answer: ExampleAnswer): Html {
  const { words, language } = site;
  const { messages, columns, rows, goesOn, cutLists } = answer;
  if (messages.length > 0)
    return html`${!answer.isMisasked && html`<p>${words.cardUnanswered}</p>`}${apiWords(site, messages, 'how')}`;
  if (rows.length === 0) return html`<p>${words.cardEmpty}</p>`;
  const isSame = ({ name }: ShownColumn) =>
    !goesOn &&
    cutLists.length === 0 &&
    rows.length >= fewestRows &&
    new Set(rows.map((row) => String(row[name]))).size === 1;
  const same = columns.filter(isSame);
  const told = columns.filter((column) => !isSame(column));
  return html`${sameInAll(same, rows[0] ?? {}, language)}
${told.length > mostColumns ? records(told, rows, language) : table('whole-width', told, { rows, language })}
${goesOn && html`<p class="how">${fill(thingWord('rowsCut', language), { shown: rows.length })}</p>`}
${cutLists.length > 0 && listsCut(cutLists, language)}`;
}

/** Which lists are not whole, wherever one reads them. */
function listsCut(names: readonly string[], language: Language): Html {
  const lists = names.map((name) => listName(name, language)).join(language === 'zh' ? '、' : ', ');
  return html`<p class="how">${fill(thingWord('listsCut', language), { lists })}</p>`;
}

/** Records are tall: some are seen, the others unfold. */
function records(
  columns: readonly ShownColumn[],
  rows: readonly TableRow[],
  language: Language,
): Html {
  if (rows.length <= shownRecords + fewestFurther)
    return table('records', columns, { rows, language });
  const further = rows.slice(shownRecords);
  const first = table('records', columns, { rows: rows.slice(0, shownRecords), language });
  return html`${first}
<details class="further"><summary>${fill(thingWord('furtherRows', language), { count: further.length })}</summary>${table('records', columns, { rows: further, language })}</details>`;
}

const table = (
  className: string,
  columns: readonly ShownColumn[],
  { rows, language }: { rows: readonly TableRow[]; language: Language },
): Html => html`<table class="${className}" aria-labelledby="answer">
<thead><tr>${columns.map(({ head, isNumeric }) => html`<th scope="col"${isNumeric && html` class="numeric"`}>${head}</th>`)}</tr></thead>
<tbody>${rows.map(
  (row) => html`<tr>${columns.map((column) => cell(column, row, language))}</tr>
`,
)}</tbody></table>`;

const sameInAll = (columns: readonly ShownColumn[], row: TableRow, language: Language): Content =>
  columns.length > 0 &&
  html`<dl class="facts">${columns.map(
    (column) => html`<div><dt>${column.head}</dt><dd>${valueOf(column, row, language)}</dd></div>`,
  )}</dl>`;

function cell(column: ShownColumn, row: TableRow, language: Language): Html {
  const { name, head, isNumeric } = column;
  const value = row[name];
  if (value === null || value === undefined || value === '') return html`<td class="empty"></td>`;
  const isNumber = typeof value === 'number' && isNumeric;
  return html`<td${isNumber && html` class="numeric"`} data-head="${head}">${valueOf(column, row, language)}</td>`;
}

/** What a thing is known by leads to its page, and words to their mark. */
function valueOf({ name, link }: ShownColumn, row: TableRow, language: Language): Content {
  const value = row[name];
  if (typeof value === 'number') return value;
  const text = Array.isArray(value)
    ? value.join(language === 'zh' ? '；' : '; ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value ?? '');
  const to = link === null ? null : row[link];
  const words = language === 'zh' ? text : inWords(text, language);
  const lang = language === 'zh' && langOf(text, language);
  if (typeof to === 'string')
    return html`<a href="${inReadersLanguage(to, language)}"${lang}>${words}</a>`;
  return lang ? html`<span${lang}>${words}</span>` : words;
}

/** An address that the API gives, in the language of the page. */
function inReadersLanguage(url: string, language: Language): string {
  const [page = '', mark] = url.split('#');
  return `${address(page, language)}${mark === undefined ? '' : `#${mark}`}`;
}
