import { graphiqlAddress } from '../graphql-links.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import type { Site } from '../site.ts';
import { fill } from '../words.ts';
import type { Answered } from './gallery.ts';

/** The example questions, each with the first rows of its answer. */
export const gallery = (site: Site, answered: readonly Answered[]): Html =>
  html`<div class="questions">${answered.map((each) => question(site, each))}</div>`;

function question(
  { words }: Site,
  { slug, query, question: asked, notes, list, ...table }: Answered,
) {
  const csv = `/examples/${slug}.csv${list === null ? '' : `?list=${list}`}`;
  return html`
<article class="question" id="${slug}" aria-labelledby="${slug}-asked">
  <h3 id="${slug}-asked">${asked}</h3>
  ${notes && html`<p class="notes">${notes}</p>`}
  <div class="scroll" role="group" tabindex="0" aria-labelledby="${slug}-asked">
    <table>
      <caption>${fill(words.rowsOf, { shown: table.rows.length })}${list && html` · <code>${list}</code>`}</caption>
      <thead><tr>${table.columns.map((name) => html`<th scope="col"${isNumeric(table, name) && html` class="numeric"`}>${name}</th>`)}</tr></thead>
      <tbody>${table.rows.map((row) => html`<tr>${table.columns.map((name) => cell(row[name]))}</tr>`)}</tbody>
    </table>
  </div>
  <p class="ways">
    <a href="${graphiqlAddress(query)}">${words.openInGraphiql}</a>
    <a href="${csv}" type="text/csv">${words.csv}</a>
  </p>
</article>`;
}

const isNumeric = ({ rows }: Pick<Answered, 'rows'>, name: string) =>
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
