import { graphiqlAddress } from '../graphql-links.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import type { Site } from '../site.ts';
import { fill } from '../language/messages.ts';
import type { Messages } from '../language/messages-zh.ts';
import type { Card, Head, WithoutAnswer } from './gallery.ts';

/** The example questions, each with the first rows of its answer. */
export const gallery = (site: Site, cards: readonly Card[]): Html =>
  html`<div class="questions">${cards.map((card) => question(site, card))}</div>`;

function question(
  { words }: Site,
  { slug, query, variables, question: asked, notes, head, unanswered }: Card,
) {
  const list = head?.list ?? null;
  const csv = `/examples/${slug}.csv${list === null ? '' : `?list=${list}`}`;
  return html`
<article class="question" id="${slug}" aria-labelledby="${slug}-asked">
  <h3 id="${slug}-asked">${asked}</h3>
  ${notes && html`<p class="notes">${notes}</p>`}
  ${answer(words, slug, { head, unanswered })}
  <p class="ways">
    <a href="${graphiqlAddress(query, variables)}">${words.openInGraphiql}</a>
    <a href="${csv}" type="text/csv">${words.csv}</a>
  </p>
</article>`;
}

function answer(
  words: Messages,
  slug: string,
  { head, unanswered }: Pick<Card, 'head' | 'unanswered'>,
): Html {
  if (!head) return without(words, unanswered);
  if (head.rows.length > 0) return table(words, head, `${slug}-asked`);
  return html`<p class="without-answer">${words.cardEmpty}</p>`;
}

const without = (words: Messages, why: WithoutAnswer | null) => html`
  <div class="without-answer">
    <p>${why?.isLater === false ? words.cardUnanswered : words.cardLater}</p>
    ${why?.messages.map((message) => html`<p lang="en">${message}</p>`)}
  </div>`;

const table = (words: Messages, { columns, rows, list }: Head, label: string) => html`
  <div class="scroll" role="group" tabindex="0" aria-labelledby="${label}">
    <table>
      <caption>${fill(words.rowsOf, { shown: rows.length })}${list && html` · <code>${list}</code>`}</caption>
      <thead><tr>${columns.map((name) => html`<th scope="col"${isNumeric(rows, name) && html` class="numeric"`}>${name}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${columns.map((name) => cell(row[name]))}</tr>`)}</tbody>
    </table>
  </div>`;

const isNumeric = (rows: Head['rows'], name: string) =>
  rows.every((row) => typeof (row[name] ?? 0) === 'number');

function cell(value: unknown): Content {
  if (typeof value === 'number') return html`<td class="numeric">${value}</td>`;
  if (value === null || value === undefined) return html`<td></td>`;
  const text =
    typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? value.join('; ')
        : JSON.stringify(value);
  return /\p{Script=Han}/u.test(text) ? html`<td lang="zh">${text}</td>` : html`<td>${text}</td>`;
}
