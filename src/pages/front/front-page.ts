import { inWords } from '../language/in-words.ts';
import { citations } from '../cite.ts';
import { frame } from '../frame.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { address } from '../language/language.ts';
import { checkNames, reportKindNames, verdictNameOf } from '../language/labels.ts';
import { showNumber } from '../reading/figure.ts';
import { cardOf } from '../reading/quotes.ts';
import { reportPath } from '../reading/view.ts';
import type { Site } from '../site.ts';
import { chinese } from '../language/messages-zh.ts';
import { english } from '../language/messages-en.ts';
import type { FrontData } from './front-data.ts';
import { gallery } from './gallery-cards.ts';
import type { Card } from './gallery.ts';
import { datasetScript } from '../outside/structured.ts';
import { comparePath } from '../compare/path.ts';

/** The front page: what this is, what is in it, and how to ask. */
export function frontPage(site: Site, data: FrontData, cards: readonly Card[]): Html {
  const { words } = site;
  return frame(site, {
    title: `${words.site} · ${words.tagline}`,
    className: 'front',
    script: 'search',
    head: datasetScript(site),
    body: html`
<header class="hero">
  <h1 lang="zh">${chinese.tagline}</h1>
  <p class="second" lang="en">${english.tagline}</p>
  <div class="both"><p lang="zh">${chinese.about}</p><p lang="en">${english.about}</p></div>
</header>
${searchForm(site, '')}
${part('reports', words.reports, reportTable(site, data))}
${part('does-not-follow', words.doesNotFollow, unfounded(site, data))}
${part('questions', words.gallery, html`<p>${words.galleryLead}</p>${gallery(site, cards)}`)}
${part('indicators', words.indicators, indicators(site, data))}
${part('limits', words.limits, limits(site, data))}
${part('citing', words.citing, citing(site))}`,
  });
}

/** The page that a search leads to. */
export const searchPage = (site: Site, text: string, hits: Html): Html =>
  frame(site, {
    title: `${text} · ${site.words.search} · ${site.words.site}`,
    className: 'front',
    script: 'search',
    body: html`<h1 class="searching">${site.words.search}</h1>${searchForm(site, text, hits)}`,
  });

function searchForm({ words, language }: Site, text: string, hits?: Html): Html {
  return html`
<search><form action="/" method="get">
  <label for="text">${words.searchLabel}</label>
  <div class="field"><input id="text" name="text" type="search" value="${text}" placeholder="${words.searchHint}" maxlength="200" autocomplete="off"><button>${words.search}</button></div>
  ${language === 'en' && html`<input type="hidden" name="lang" value="en">`}
</form></search>
<div id="hits" aria-live="polite">${hits}</div>`;
}

const part = (id: string, title: string, body: Content): Html => html`
<section id="${id}" aria-labelledby="${id}-title">
  <h2 id="${id}-title">${title}</h2>
  ${body}
</section>`;

function reportTable({ words, language }: Site, { reports }: FrontData): Html {
  const { hasNextPage, endCursor } = reports.pageInfo;
  const more = hasNextPage && endCursor !== null && address('/', language, { after: endCursor });
  return html`<ul class="reports">${reports.nodes.map(
    ({ code, title, kind, year, place, measures, outcomes }) => html`
  <li>
    <a href="${address(reportPath(code), language)}">${inWords(title, language)}</a>
    <p>${inWords(place.name, language)} · ${year ?? words.notStated} · ${reportKindNames[kind][language]} · ${measures.totalCount} ${words.measures} · ${outcomes.totalCount} ${words.outcomes}</p>
  </li>`,
  )}
</ul>${more && html`<p><a href="${more}#reports">${words.moreReports}</a></p>`}`;
}

function unfounded({ words, language }: Site, { checks }: FrontData): Html {
  if (checks.totalCount === 0) return html`<p>${words.allHolds}</p>`;
  return html`<p>${words.doesNotFollowLead}</p>
<ul class="unfounded">${checks.nodes.map(({ kind, verdict, explanation, report, operands }) => {
    const [first] = operands;
    const hash = first ? `#${cardOf.outcome(first.outcome.code)}` : '';
    return html`
  <li>
    <p class="verdict">${checkNames[kind][language]}: ${verdictNameOf(kind, verdict)[language]}</p>
    <p class="working">${explanation}</p>
    <p><a href="${address(reportPath(report.code), language)}${hash}">${inWords(first?.outcome.label ?? report.title, language)}</a> · ${inWords(report.title, language)}</p>
  </li>`;
  })}
</ul>`;
}

const indicators = (
  { words, language }: Site,
  data: FrontData,
): Html => html`<p>${words.compareLead}</p>
<ul class="indicators">${data.indicators.nodes.map(({ code, name }) => html`<li><a href="${address(comparePath(code), language)}">${name}</a></li>`)}</ul>`;

function limits({ words }: Site, { meta }: FrontData): Html {
  return html`<p>${words.limitsLead}</p>
<div class="scroll" role="group" tabindex="0" aria-labelledby="limits-title"><table>
  <thead><tr><th scope="col">${words.limit}</th><th scope="col" class="numeric">${words.value}</th><th scope="col">${words.meaning}</th></tr></thead>
  <tbody lang="en">${meta.limits.map(({ name, value, description }) => html`<tr><th scope="row"><code>${name}</code></th><td class="numeric">${showNumber(value)}</td><td>${description}</td></tr>`)}</tbody>
</table></div>`;
}

function citing(site: Site): Html {
  const { zh, en } = citations(site, {
    zh: { words: '“……”', source: '……' },
    en: { words: '“…”', source: '…' },
    path: '/',
  });
  return html`<p>${site.words.citingLead}</p>
<blockquote lang="zh">${zh}</blockquote><blockquote lang="en">${en}</blockquote>
<p><code class="whole">${site.dataVersion}</code></p>`;
}
