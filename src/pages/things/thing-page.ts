import { frame } from '../frame.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { inWords } from '../language/in-words.ts';
import { fill } from '../language/messages.ts';
import { thingWord } from '../language/thing-words.ts';
import type { ThingWord } from '../language/thing-words.ts';
import { factList } from '../reading/cards/card.ts';
import type { Site } from '../site.ts';
import { citeSection, headOf, waysOfThing } from './proof-parts.ts';
import { thingLink } from './listed.ts';
import { sentences } from './sentence.ts';
import type { Thing, ThingKind, ThingList } from './thing.ts';

/** The page of a thing. */
export const thingPage = (site: Site, thing: Thing): Html =>
  frame(site, {
    title: `${thing.title} · ${kindWord(thing.kind, site)} · ${site.words.site}`,
    className: 'thing-page',
    script: 'copy',
    head: headOf(site, thing),
    body: html`<article class="thing ${thing.kind}">
<header class="about">
<p class="kind">${kindLine(site, thing)}</p>
<h1>${inWords(thing.title, site.language)}</h1>
${toldIn(site, thing)}
${thing.figure}
</header>
<div class="columns">
<div class="told-here">${quotesOf(site, thing)}${thing.facts.length > 0 && factList(thing.facts)}${thing.beside}${thing.lists.map((list, nth) => listSection(site, list, nth))}</div>
<div class="about-it">${citeSection(site, thing)}${waysOfThing(site, thing)}</div>
</div>
</article>`,
  });

/** What stands below the comparison on the page of an indicator. */
export const belowComparison = (site: Site, thing: Thing): Html =>
  html`<div class="thing indicator"><div class="columns">
<div class="told-here">${factList(thing.facts)}${thing.lists.map((list, nth) => listSection(site, list, nth))}</div>
<div class="about-it">${citeSection(site, thing)}${waysOfThing(site, thing)}</div>
</div></div>`;

const ofMessages = {
  measure: 'measure',
  outcome: 'outcome',
  target: 'target',
  problem: 'problem',
  place: 'place',
  report: 'report',
} as const;

function kindWord(kind: ThingKind, { words, language }: Site): string {
  return kind in ofMessages
    ? words[ofMessages[kind as keyof typeof ofMessages]]
    : thingWord(kind as ThingWord, language);
}

/** The kind, and a word beside it where that says more. */
function kindLine(site: Site, { kind, tag }: Thing): string {
  const word = kindWord(kind, site);
  return tag === null || tag.toLowerCase() === word.toLowerCase() ? word : `${word} · ${tag}`;
}

function toldIn({ language, words }: Site, { report }: Thing): Content {
  if (!report) return null;
  const { place, year } = report;
  return html`<p class="from">${thingLink('place', { ...place, label: place.name }, language)} · ${year ?? words.notStated} · ${thingLink('report', { ...report, label: report.title }, language)}</p>`;
}

function quotesOf(site: Site, { quotes, report }: Thing): Content {
  if (!report || quotes.length === 0) return null;
  return html`<section aria-labelledby="words">
<h2 id="words">${thingWord('itsWords', site.language)}</h2>
${quotes.map(
  ({
    label,
    words,
  }) => html`${label !== null && html`<h3>${label}</h3>`}${sentences(site, report, words)}
`,
)}</section>`;
}

function listSection({ language }: Site, list: ThingList, nth: number): Html {
  const { title, items, count, more } = list;
  const others = fill(thingWord('others', language), { count: count - items.length });
  return html`<section aria-labelledby="list-${nth}">
<h2 id="list-${nth}">${title}${count > 1 && html` <small>${count}</small>`}</h2>
<ul class="listed">${items.map((item) => (typeof item === 'string' ? html`<li>${item}</li>` : item))}</ul>
${count > items.length && html`<p class="how">${more === null ? others : html`<a href="${more}">${others}</a>`}</p>`}
</section>
`;
}
