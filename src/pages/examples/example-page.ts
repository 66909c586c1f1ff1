import { fieldNames } from '../../table/field-names.ts';
import type { TableRow } from '../../table/rows.ts';
import { frame } from '../frame.ts';
import { graphiqlAddress } from '../graphql-links.ts';
import { html, jsonScript } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { address } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import { fill } from '../language/messages.ts';
import { thingWord } from '../language/thing-words.ts';
import { anyOrigin } from '../origin.ts';
import type { Site } from '../site.ts';
import type { ExampleAnswer } from './example-answer.ts';
import { variablesForm } from './example-choices.ts';
import type { ExampleChoices } from './example-choices.ts';
import { examplePath, knownExamples } from './known-examples.ts';
import type { KnownExample } from './known-examples.ts';
import type { ShownColumn } from './shown-table.ts';

/** The page of an example question: what can be changed of it, and its answer. */
export function examplePage(
  site: Site,
  known: KnownExample,
  { answer, choices }: { answer: ExampleAnswer; choices: ExampleChoices },
): Html {
  const { words, language } = site;
  const { slug, example } = known;
  const path = examplePath(slug);
  const query = { ...site.query, ...(answer.list !== null && { list: answer.list }) };
  const csv = address(`${path}.csv`, 'zh', { ...query, lang: language });
  const asked = example.question[language];
  return frame(site, {
    title: `${asked} · ${words.site}`,
    className: 'example-page',
    head: headOf(site, { path, name: asked, csv }),
    body: html`<article class="thing">
<header class="about">
<p class="kind">${thingWord('example', language)}</p>
<h1>${asked}</h1>
</header>
${variablesForm(site, known, { choices, variables: answer.variables })}
<section aria-labelledby="answer">
<h2 id="answer">${thingWord('answer', language)}</h2>
${listsOf(site, answer)}
${answerOf(site, answer)}
<p class="ways"><a href="${graphiqlAddress(example.query, answer.variables)}">${words.openInGraphiql}</a> <a href="${csv}" type="text/csv">${words.csv}</a> <a href="${address(`${path}.jsonl`, 'zh', query)}">JSON Lines</a> <a href="${path}.graphql">GraphQL</a></p>
</section>
<section aria-labelledby="others">
<h2 id="others">${thingWord('otherQuestions', language)}</h2>
<ul class="listed">${knownExamples
      .filter((other) => other !== known)
      .map(
        (other) =>
          html`<li><a href="${address(examplePath(other.slug), language)}">${other.example.question[language]}</a></li>`,
      )}</ul>
</section>
</article>`,
  });
}

const headOf = (
  { language }: Site,
  { path, name, csv }: { path: string; name: string; csv: string },
): Html =>
  html`<link rel="alternate" type="text/csv" href="${csv}" />
        ${jsonScript({
          '@context': 'https://schema.org',
          '@type': 'Dataset',
          '@id': `${anyOrigin}${path}`,
          url: `${anyOrigin}${path}`,
          name,
          description: name,
          inLanguage: language,
          distribution: {
            '@type': 'DataDownload',
            encodingFormat: 'text/csv',
            contentUrl: `${anyOrigin}${csv}`,
          },
        })}`;

/** The lists that stand beside each other in the answer, of which one is shown. */
function listsOf({ path, query, language }: Site, { lists, list }: ExampleAnswer): Content {
  if (lists.length < 2) return null;
  const links = lists.map((one) => {
    const href = `${address(path, language, { ...query, list: one })}#answer`;
    return html` <a href="${href}"${one === list && html` aria-current="true"`}>${listName(one, language)}</a>`;
  });
  return html`<p class="ways lists">${thingWord('lists', language)}${links}</p>`;
}

/** The lists of the examples by their fields; what a query calls otherwise keeps that name. */
const listName = (path: string, language: Language): string =>
  path
    .split('.')
    .map((field) => fieldNames[field]?.[language] ?? field)
    .join(' · ');

function answerOf({ words, language }: Site, answer: ExampleAnswer): Html {
  const { messages, columns, rows, goesOn } = answer;
  if (messages.length > 0)
    return html`<p>${words.cardUnanswered}</p>${messages.map((message) => html`<p class="how" lang="en">${message}</p>`)}`;
  if (rows.length === 0) return html`<p>${words.cardEmpty}</p>`;
  return html`<table class="whole-width" aria-labelledby="answer">
<thead><tr>${columns.map(({ head, isNumeric }) => html`<th scope="col"${isNumeric && html` class="numeric"`}>${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${columns.map((column) => cell(column, row, language))}</tr>
`,
  )}</tbody></table>
${goesOn && html`<p class="how">${fill(thingWord('rowsCut', language), { shown: rows.length })}</p>`}`;
}

/** What a thing is known by leads to its page, and words to their mark. */
function cell({ name, head, isNumeric, link }: ShownColumn, row: TableRow, language: Language) {
  const value = row[name];
  if (value === null || value === undefined || value === '') return html`<td class="empty"></td>`;
  if (typeof value === 'number')
    return html`<td${isNumeric && html` class="numeric"`} data-head="${head}">${value}</td>`;
  const text = Array.isArray(value)
    ? value.join(language === 'zh' ? '；' : '; ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
  const to = link === null ? null : row[link];
  const lang = /\p{Script=Han}/u.test(text) && html` lang="zh"`;
  return html`<td${lang} data-head="${head}">${typeof to === 'string' ? html`<a href="${inReadersLanguage(to, language)}">${text}</a>` : text}</td>`;
}

/** An address that the API gives, in the language of the page. */
function inReadersLanguage(url: string, language: Language): string {
  const [page = '', mark] = url.split('#');
  return `${address(page, language)}${mark === undefined ? '' : `#${mark}`}`;
}
