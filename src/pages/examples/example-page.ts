import { frame } from '../frame.ts';
import { graphiqlAddress } from '../graphql-links.ts';
import { html, jsonScript } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { address } from '../language/language.ts';
import { thingWord } from '../language/thing-words.ts';
import { anyOrigin } from '../origin.ts';
import type { Site } from '../site.ts';
import type { ExampleAnswer } from './example-answer.ts';
import { answerOf } from './example-table.ts';
import { variablesForm } from './example-choices.ts';
import type { ExampleChoices } from './example-choices.ts';
import { examplePath, knownExamples } from './known-examples.ts';
import type { KnownExample } from './known-examples.ts';
import { listName } from './list-names.ts';

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
<p class="ways"><a href="${graphiqlAddress(example.query, language, answer.variables)}">${words.openInGraphiql}</a> <a href="${csv}" type="text/csv">${words.csv}</a> <a href="${address(`${path}.jsonl`, 'zh', query)}">JSON Lines</a> <a href="${path}.graphql">GraphQL</a></p>
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
