import { comparePath } from '../compare/path.ts';
import { frame } from '../frame.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { inBrackets, inWords } from '../language/in-words.ts';
import { address } from '../language/language.ts';
import { chineseLimit } from '../language/limit-words.ts';
import { chinese } from '../language/messages-zh.ts';
import { english } from '../language/messages-en.ts';
import { showNumber } from '../reading/figure.ts';
import type { Site } from '../site.ts';
import { citing } from './citing.ts';
import { broken, unfounded } from './findings.ts';
import type { FrontData } from './front-data.ts';
import { gallery } from './gallery-cards.ts';
import type { Card } from './gallery.ts';
import { reportsPath } from './reports/reports-state.ts';
import { searchForm } from './search/search-page.ts';
import { shownLink } from './shown-link.ts';
import { datasetScript } from '../outside/structured.ts';

/** The front page: what this is, by one link of measure and outcome; what is found in it; how to ask. */
export function frontPage(site: Site, data: FrontData, cards: readonly Card[]): Html {
  const { words, language } = site;
  const [own, other] = language === 'zh' ? [chinese, english] : [english, chinese];
  const [ownTongue, otherTongue] = language === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  return frame(site, {
    title: `${words.site} · ${words.tagline}`,
    className: 'front',
    head: datasetScript(site),
    body: html`
<div class="opening">
<header class="hero">
  <h1 lang="${ownTongue}">${own.tagline}</h1>
  <p class="second" lang="${otherTongue}">${other.tagline}</p>
  <p class="what">${words.about}</p>
</header>
${shownLink(site, data)}
<div class="finder">${searchForm(site)}
<p class="held">${held(site, data)}</p></div>
</div>
<div class="findings">
${part('does-not-follow', words.doesNotFollow, unfounded(site, data))}
${part('broken', words.broken, broken(site, data))}
</div>
${part('questions', words.gallery, html`<p class="lead">${words.galleryLead}</p>${gallery(site, cards)}`)}
<div class="folded">
${folded('comparable', words.indicators + inBrackets(showNumber(data.indicators.totalCount), language), indicators(site, data))}
${folded('limits', words.limits, limits(site, data))}
${folded('citing', words.citing, citing(site))}
</div>`,
  });
}

const part = (id: string, title: string, body: Content): Html => html`
<section id="${id}" aria-labelledby="${id}-title">
  <h2 id="${id}-title">${title}</h2>
  ${body}
</section>`;

const folded = (id: string, title: string, body: Content): Html => html`
<details id="${id}">
  <summary><h2>${title}</h2></summary>
  ${body}
</details>`;

const held = ({ words, language }: Site, { reports, measures, outcomes }: FrontData): Html =>
  html`<a href="${address(reportsPath, language)}">${words.reports} ${showNumber(reports.totalCount)}</a> · ${words.measures} ${showNumber(measures.totalCount)} · ${words.outcomes} ${showNumber(outcomes.totalCount)}`;

const indicators = (
  { words, language }: Site,
  data: FrontData,
): Html => html`<p>${words.compareLead}</p>
<ul class="indicators">${data.indicators.nodes.map(({ code, name }) => html`<li><a href="${address(comparePath(code), language)}">${inWords(name, language)}</a></li>`)}</ul>`;

function limits({ words, language }: Site, { meta }: FrontData): Html {
  return html`<p>${words.limitsLead}</p>
<dl class="limits">${meta.limits.map(({ name, value, description }) => {
    const own = language === 'zh' ? chineseLimit(name) : description;
    const told =
      own === undefined ? html`<dd lang="en">${description}</dd>` : html`<dd>${own}</dd>`;
    return html`<div><dt><code>${name}</code> <b class="numeric">${showNumber(value)}</b></dt>${told}</div>`;
  })}</dl>`;
}
