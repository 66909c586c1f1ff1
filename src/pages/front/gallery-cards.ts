import { examplePath } from '../examples/known-examples.ts';
import { graphiqlAddress } from '../graphql-links.ts';
import { html } from '../html.ts';
import { apiWords } from '../language/api-words.ts';
import { inWords } from '../language/in-words.ts';
import type { Content, Html } from '../html.ts';
import { address } from '../language/language.ts';
import { thingWord } from '../language/thing-words.ts';
import type { Site } from '../site.ts';
import { fill } from '../language/messages.ts';
import { langOf } from '../examples/shown-table.ts';
import type { ShownColumn } from '../examples/shown-table.ts';
import type { Card, Head, WithoutAnswer } from './gallery.ts';

/** The example questions as a list; each unfolds to the first rows of its answer. */
export const gallery = (site: Site, cards: readonly Card[]): Html =>
  html`<div class="questions">${cards.map((card) => question(site, card))}</div>`;

function question(site: Site, card: Card) {
  const { words, language } = site;
  const { slug, query, variables, question: asked, notes, head, unanswered } = card;
  const list = head?.list ?? null;
  const csv = `${examplePath(slug)}.csv?lang=${language}${list === null ? '' : `&list=${list}`}`;
  return html`
<details class="question" id="${slug}">
  <summary><h3 id="${slug}-asked">${asked}</h3></summary>
  ${notes && html`<p class="notes">${inWords(notes, language)}</p>`}
  ${answer(site, slug, { head, unanswered })}
  <p class="ways">
    <a href="${address(examplePath(slug), language)}">${thingWord('wholeAnswer', language)}</a>
    <a href="${graphiqlAddress(query, language, variables)}">${words.openInGraphiql}</a>
    <a href="${csv}" type="text/csv">${words.csv}</a>
  </p>
</details>`;
}

function answer(
  site: Site,
  slug: string,
  { head, unanswered }: Pick<Card, 'head' | 'unanswered'>,
): Html {
  const { words } = site;
  if (!head) return without(site, unanswered);
  if (head.rows.length > 0) return table(site, head, `${slug}-asked`);
  return html`<p class="without-answer">${words.cardEmpty}</p>`;
}

const without = (site: Site, why: WithoutAnswer | null) => html`
  <div class="without-answer">
    <p>${why?.isLater === false ? site.words.cardUnanswered : site.words.cardLater}</p>
    ${why && apiWords(site, why.messages, 'how')}
  </div>`;

const table = ({ words, language }: Site, { columns, rows }: Head, label: string) => html`
    <table class="whole-width" aria-labelledby="${label}">
      <caption>${fill(words.rowsOf, { shown: rows.length })}</caption>
      <thead><tr>${columns.map(({ head, isNumeric }) => html`<th scope="col"${isNumeric && html` class="numeric"`}>${head}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${columns.map((column) => cell(column, row[column.name], language))}</tr>`)}</tbody>
    </table>`;

/** On a narrow page a row stands as lines, each with its head before it. */
function cell(
  { head, isNumeric }: ShownColumn,
  value: unknown,
  language: Site['language'],
): Content {
  if (value === null || value === undefined || value === '')
    return html`<td class="empty" data-head="${head}"></td>`;
  if (typeof value === 'number')
    return html`<td${isNumeric && html` class="numeric"`} data-head="${head}">${value}</td>`;
  const text =
    typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? value.join(language === 'zh' ? '；' : '; ')
        : JSON.stringify(value);
  const lang = language === 'zh' && langOf(text, language);
  return html`<td${lang} data-head="${head}">${inWords(text, language)}</td>`;
}
