import { inWords } from '../language/in-words.ts';
import { pagePath } from '../../http/addresses.ts';
import { measureQuery } from '../graphql-links.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { basisNames } from '../language/labels.ts';
import { outcomeCard } from './cards/card.ts';
import { namesWithin } from './names-within.ts';
import { followUpOf } from './cards/kept.ts';
import { cardMenu, cardNumber, isUnreviewed, reviewMark } from './cards/frame.ts';
import { problemCard, targetCard } from './cards/plan-cards.ts';
import { passage } from './passage.ts';
import type { Placed } from './placed.ts';
import { cardOf, wordsOf, wordsOfAct } from './quotes.ts';
import type { Quote } from './quotes.ts';
import type { Measure } from './report-data.ts';
import type { SectionStretch } from './stretches.ts';
import { cardPath } from './view.ts';
import type { ReportView } from './view.ts';

/** A section of the report: its words, and beside them the cards that they prove. */
export function sectionRow(options: {
  view: ReportView;
  placed: Placed;
  stretch: SectionStretch;
  quotes: readonly Quote[];
  seen: Set<Quote>;
}): Html {
  const { view, placed, stretch, quotes, seen } = options;
  const { site, report } = view;
  const { words } = site;
  const { section } = stretch;
  const measures = section ? placed.measuresOf(section.code) : [];
  const unlinked = section ? placed.unlinkedOf(section.code) : [];
  const id = section ? cardOf.section(section.code) : `from-${stretch.start}`;
  return html`<section class="row" id="${id}" ${section && html` aria-labelledby="${id}-title"`}>
    <div class="text">
      <div class="still">
        ${section && html`<h2 id="${id}-title">${inWords(section.title, site.language)}</h2>`}
        ${passage({ text: report.text, quotes, within: stretch, seen, words })}
      </div>
    </div>
    <div class="cards">
      ${section && placed.problemsOf(section.code).map((problem) => problemCard(view, problem))}
      ${measures.map((measure) => measureCards(view, placed, measure))}
      ${section && placed.loneTargetsOf(section.code).map((target) => targetCard(view, target))}
      ${
        unlinked.length > 0 &&
        html`<h3 class="unlinked">${words.noMeasure}</h3>
          ${unlinked.map(({ outcome }) => outcomeCard(view, outcome, []))}`
      }
      ${namesWithin(view, stretch)}
    </div>
  </section> `;
}

function measureCards(view: ReportView, placed: Placed, measure: Measure): Content {
  const { site, report } = view;
  const { words, language } = site;
  const { code, title, stage } = measure;
  const id = cardOf.measure(code);
  const outcomes = placed.outcomesOf(code);
  const targets = placed.targetsOf(code);
  const isPlanned = stage === 'PLANNED';
  return html`<section class="measure" aria-labelledby="${id}-title">
    <article class="card measure${isPlanned && ' planned'}" id="${id}" data-words="${wordsOf(id)}">
      <header>
        ${cardNumber(site, { id, name: words.measure, number: view.measureNumbers.get(code) })}
        <h3 id="${id}-title">${inWords(title, language)}</h3>
        ${isPlanned && html`<span class="level">${words.planned}</span>`}
      </header>
      ${reviewMark(site, measure)} ${wordsOfMeasure(view, measure)}
      ${outcomes.length + targets.length === 0 && html`<p class="none">${isPlanned ? words.noTarget : words.noOutcome}</p>`}
      ${cardMenu(view, {
        id,
        name: title,
        page: pagePath('measure', code),
        query: measureQuery(code),
        cited: {
          zh: { words: `“${measure.titleZh}”`, source: report.titleZh },
          en: { words: `“${measure.titleEn}”`, source: report.titleEn },
          path: cardPath(report, id, language),
          isUnreviewed: isUnreviewed(measure),
        },
      })}
    </article>
    ${outcomes.map(({ outcome, links }) => outcomeCard(view, outcome, links))}
    ${targets.map((target) => targetCard(view, target))}
  </section> `;
}

/** The topic sentence of a measure, and its acts in the report's own words, each a way to its place. */
function wordsOfMeasure(view: ReportView, measure: Measure): Html {
  const { site, wordsAt } = view;
  const { code, heading, acts, continues, followUp } = measure;
  const { words } = site;
  const card = cardOf.measure(code);
  return html`<dl>
    ${
      heading !== null &&
      html`<div>
        <dt>${words.heading}</dt>
        <dd lang="zh">${heading}</dd>
      </div>`
    }
    <div>
      <dt>${words.acts}</dt>
      <dd>
        <ul lang="zh">
          ${acts.map(({ evidence }, nth) => html`<li><a href="#${wordsOfAct(card, nth)}">${wordsAt(evidence)}</a></li>`)}
        </ul>
      </dd>
    </div>
    ${
      followUp &&
      html`<div>
        <dt>${words.followUp}</dt>
        <dd>${followUpOf(view, followUp)}</dd>
      </div>`
    }
    ${
      continues &&
      html`<div>
        <dt>${words.continues}</dt>
        <dd>${continuedLink(site, continues)} · ${basisNames[continues.basis][site.language]}${continues.note !== null && html` · ${inWords(continues.note, site.language)}`}</dd>
      </div>`
    }
  </dl>`;
}

/** The measure that it carries on; its code alone where its report is not held. */
function continuedLink(
  { language }: ReportView['site'],
  { code, measure }: NonNullable<Measure['continues']>,
): Content {
  if (!measure) return code;
  const path = cardPath(measure.report, cardOf.measure(code), language);
  return html`<a href="${path}">${inWords(measure.title, language)}</a>`;
}
