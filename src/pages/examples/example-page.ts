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
import { examplePath, knownExamples } from './known-examples.ts';
import type { KnownExample } from './known-examples.ts';
import { langOf } from './shown-columns.ts';
import type { ShownColumn } from './shown-columns.ts';

/** The page of an example question: what can be changed of it, and its answer. */
export function examplePage(site: Site, known: KnownExample, answer: ExampleAnswer): Html {
  const { words, language } = site;
  const { slug, example } = known;
  const path = examplePath(slug);
  const csv = address(`${path}.csv`, 'zh', site.query);
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
${formOf(site, known)}
<section aria-labelledby="answer">
<h2 id="answer">${thingWord('answer', language)}</h2>
${answerOf(site, answer)}
<p class="ways"><a href="${graphiqlAddress(example.query, answer.variables)}">${words.openInGraphiql}</a> <a href="${path}.csv?${new URLSearchParams({ ...site.query, lang: language }).toString()}" type="text/csv">${words.csv}</a> <a href="${address(`${path}.jsonl`, 'zh', site.query)}">JSON Lines</a> <a href="${path}.graphql">GraphQL</a></p>
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

const parameterNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  report: { zh: '报告的编码', en: 'Codes of reports' },
  places: { zh: '地方的编码', en: 'Codes of places' },
  years: { zh: '年份', en: 'Years' },
  text: { zh: '要找的字词', en: 'Words to look for' },
  indicator: { zh: '指标的编码', en: 'Code of an indicator' },
  outcome: { zh: '成效的编码', en: 'Code of an outcome' },
  place: { zh: '地方的编码', en: 'Code of a place' },
};

/** The variables as fields, which hold what the address gives. */
function formOf({ language, query }: Site, { slug, parameters }: KnownExample): Content {
  if (parameters.length === 0) return null;
  return html`<form class="variables" action="${examplePath(slug)}" method="get" aria-label="${thingWord('variables', language)}">
${parameters.map(({ name, preset }) => {
  const value = Array.isArray(preset) ? preset.join(',') : preset;
  const shown = typeof value === 'string' ? value : '';
  const label = parameterNames[name]?.[language] ?? name;
  return html`<p><label for="variable-${name}">${label}</label> <input id="variable-${name}" name="${name}" value="${query[name]}" placeholder="${shown}"${langOf(shown, language)} maxlength="400" autocomplete="off"></p>
`;
})}${language === 'en' && html`<input type="hidden" name="lang" value="en">`}
<p><button>${thingWord('ask', language)}</button></p>
<p class="how">${thingWord('variablesLead', language)}</p>
</form>`;
}

function answerOf(site: Site, answer: ExampleAnswer): Html {
  const { words, language } = site;
  const { messages, columns, rows, goesOn, isCut } = answer;
  if (messages.length > 0)
    return html`<p>${words.cardUnanswered}</p>${messages.map((message) => html`<p class="how" lang="en">${message}</p>`)}`;
  if (rows.length === 0) return html`<p>${words.cardEmpty}</p>`;
  return html`<table class="whole-width" aria-labelledby="answer">
<thead><tr>${columns.map(({ head, isNumeric }) => html`<th scope="col"${isNumeric && html` class="numeric"`}>${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${columns.map((column) => cell(site, column, row[column.name]))}</tr>
`,
  )}</tbody></table>
${goesOn && html`<p class="how">${fill(thingWord('rowsCut', language), { shown: rows.length })}</p>`}
${isCut && html`<p class="how">${thingWord('columnsCut', language)}</p>`}`;
}

/** A way to the proof is a link; on a narrow page a row stands as lines, each with its head before it. */
function cell(
  { words, language }: Site,
  { head, isNumeric, isAddress }: ShownColumn,
  value: unknown,
): Content {
  if (value === null || value === undefined || value === '')
    return html`<td class="empty" data-head="${head}"></td>`;
  if (typeof value === 'number')
    return html`<td${isNumeric && html` class="numeric"`} data-head="${head}">${value}</td>`;
  const text = Array.isArray(value)
    ? value.join(language === 'zh' ? '；' : '; ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
  if (isAddress)
    return html`<td data-head="${head}"><a href="${text}" title="${text}">${text.includes('#at-') ? words.toWords : words.permalink}</a></td>`;
  return html`<td${langOf(text, language)} data-head="${head}">${text}</td>`;
}
