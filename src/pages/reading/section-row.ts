import { inWords } from '../language/in-words.ts';
import { pagePath } from '../../http/addresses.ts';
import { measureQuery } from '../graphql-links.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { basisNames } from '../language/labels.ts';
import { outcomeCard } from './cards/card.ts';
import { countsIn } from './contents.ts';
import { namesWithin } from './names-within.ts';
import { followUpOf } from './cards/kept.ts';
import { cardMenu, cardNumber, isUnreviewed, reviewMark } from './cards/frame.ts';
import { problemCard, targetCard } from './cards/plan-cards.ts';
import { passages } from './passage.ts';
import type { Placed } from './placed.ts';
import { cardOf, wordsOf, wordsOfAct } from './quotes.ts';
import type { Quote } from './quotes.ts';
import type { Measure } from './report-data.ts';
import { stretchesOf } from './stretches.ts';
import type { SectionStretch } from './stretches.ts';
import { cardPath } from './view.ts';
import type { ReportView } from './view.ts';

type RowOptions = {
  view: ReportView;
  placed: Placed;
  stretch: SectionStretch;
  quotes: readonly Quote[];
  seen: Set<Quote>;
  /** Whether a narrow page shows it unfolded. */
  isOpen: boolean;
};

/** The rows of all sections, the first one unfolded where the page is narrow. */
export function sectionRows(
  view: ReportView,
  options: Pick<RowOptions, 'placed' | 'quotes'>,
): readonly Html[] {
  const stretches = stretchesOf(view.report);
  const first = stretches.findIndex(({ section }) => section !== null);
  const seen = new Set<Quote>();
  return stretches.map((stretch, nth) =>
    sectionRow({ ...options, view, stretch, seen, isOpen: nth === first }),
  );
}

/**
 * A section of the report: its words, and beside them the cards that they prove. Where there is no room
 * for both, the section folds up, and so do its cards.
 */
function sectionRow({ view, placed, stretch, quotes, seen, isOpen }: RowOptions): Html {
  const { site, report } = view;
  const { words, language } = site;
  const { section } = stretch;
  const cards = cardsOf(view, placed, stretch);
  const counts = section && countsIn(view, section);
  const text = passages({ text: report.text, quotes, within: stretch, seen, site });
  const beside = (title: Content) => html`<div class="pair-of-columns">
    <div class="text">
      <div class="still">${title} ${text}</div>
    </div>
    ${
      cards.length > 0
        ? html`<details class="fold">
            <summary>${counts ?? words.names}</summary>
            <div class="cards">${cards}</div>
          </details>`
        : html`<div class="cards"></div>`
    }
  </div>`;
  if (!section)
    return html`<section class="row" id="from-${stretch.start}">${beside(null)}</section> `;
  const id = cardOf.section(section.code);
  const title = inWords(section.title, language);
  return html`<section class="row" id="${id}" aria-labelledby="${id}-title">
    <details class="fold"${isOpen && html` open`}>
      <summary><b>${title}</b>${counts !== null && html` <small>${counts}</small>`}</summary>
      ${beside(html`<h2 id="${id}-title">${title}</h2>`)}
    </details>
  </section> `;
}

/** What was made of a stretch of the text. */
function cardsOf(view: ReportView, placed: Placed, stretch: SectionStretch): readonly Content[] {
  const { section } = stretch;
  const names = namesWithin(view, stretch);
  const ofNames = names === null ? [] : [names];
  if (!section) return ofNames;
  const { code } = section;
  const unlinked = placed.unlinkedOf(code);
  return [
    ...placed.problemsOf(code).map((problem) => problemCard(view, problem)),
    ...placed.measuresOf(code).map((measure) => measureCards(view, placed, measure)),
    ...placed.loneTargetsOf(code).map((target) => targetCard(view, target)),
    ...(unlinked.length > 0 ? [html`<h3 class="unlinked">${view.site.words.noMeasure}</h3>`] : []),
    ...unlinked.map(({ outcome }) => outcomeCard(view, outcome, [])),
    ...ofNames,
  ];
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
