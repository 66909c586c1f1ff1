import { pagePath } from '../../../http/addresses.ts';
import { outcomeQuery } from '../../graphql-links.ts';
import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { address } from '../../language/language.ts';
import { basisNames, levelNames } from '../../language/labels.ts';
import { inBrackets, inWords } from '../../language/in-words.ts';
import { showPeriod } from '../../language/period-words.ts';
import type { Site } from '../../site.ts';
import { showAmountIn, showBefore, showBeforeIn, showChange, showQuantity } from '../figure.ts';
import { checkLine } from './check-line.ts';
import { factPanel } from './fact-panel.ts';
import { cardMenu, cardNumber, cardQuote, isUnreviewed, reviewMark } from './frame.ts';
import { partsBar } from './parts.ts';
import { cardOf, wordsOf } from '../quotes.ts';
import type { Change, Link, Outcome, ShownFigure } from '../report-data.ts';
import { showRange } from '../range.ts';
import type { ReportView } from '../view.ts';
import { bars } from './bars.ts';
import { comparePath } from '../../compare/path.ts';

/** An outcome as a card: its figure, what it rests on, and the ways to its words and onward. */
export function outcomeCard(view: ReportView, outcome: Outcome, links: readonly Link[]): Html {
  const { site } = view;
  const { language, words } = site;
  const id = cardOf.outcome(outcome.code);
  const level = outcome.level.toLowerCase();
  // That parts add up stands with their whole, and need not stand with each of them again.
  const checks = outcome.checks.nodes.filter(
    ({ kind, verdict }) => !outcome.whole || kind !== 'SUM' || verdict !== 'HOLDS',
  );
  return html`<article
    class="card ${level}${outcome.whole && ' is-part'}"
    id="${id}"
    data-words="${wordsOf(id)}"
    data-with="${links.map(({ measure }) => cardOf.measure(measure.code)).join(' ')}"
  >
    <header>
      ${cardNumber(site, { id, name: words.outcome, number: view.outcomeNumbers.get(outcome.code) })}
      <h4>${inWords(outcome.label, language)}</h4>
      <span class="level">${levelNames[outcome.level][language]}</span>
    </header>
    ${reviewMark(site, outcome)} ${outcome.statement === null && cardQuote(view, id, outcome.evidence)} ${cardFigure(outcome, site)} ${partsBar(outcome, view.outcomeOf, site)}
    ${factsOf(view, outcome, links)}
    ${
      checks.length > 0 &&
      html`<ul class="checks" aria-label="${words.checks}">
        ${checks.map((check) => checkLine(check, site))}
      </ul>`
    }
    ${cardMenu(view, {
      id,
      name: outcome.label,
      page: pagePath('outcome', outcome.code),
      query: outcomeQuery(outcome.code),
      cited: view.citedOf(outcome),
      more: factPanel(view, outcome),
    })}
  </article> `;
}

/** A figure in large digits, with what it was before and how far it moved. */
export function cardFigure(outcome: ShownFigure, { language, words }: Site): Html {
  const { quantity, baseline, change, statement } = outcome;
  if (!quantity && change) {
    return html`<div class="figure">
      <p>${withLargeDigits(showAmountIn(change, language), language)}</p>
      ${changeLine(change, words, words.changeOnly)}
    </div>`;
  }
  if (!quantity) return html`<p class="figure words" lang="zh">${statement}</p>`;
  const range = showRange(quantity, language);
  return html`<div class="figure">
    <p>
      ${baseline && html`<span class="before">${language === 'zh' ? html`<span lang="zh">${showBefore(baseline)}</span>` : showBeforeIn(baseline, language)} <span aria-hidden="true">→</span> </span>`}${bigFigure(outcome, language)}${
        range !== null && html` <span class="bounds">${range}</span>`
      }
    </p>
    ${change && changeLine(change, words, movedBy(change, words))}${baseline?.isDerived === true && html`<p class="derived">${showBefore(baseline)}: ${words.derived}</p>`}${bars(outcome, words)}
  </div>`;
}

/** How far it moved: of a rate in points. */
const movedBy = (change: Change, words: Site['words']): string =>
  change.unit.code === '%' ? `${showChange(change)} ${words.points}` : showChange(change);

/** How far it moved, and whether that is for the better. */
const changeLine = ({ isImprovement }: Change, words: Site['words'], shown: string): Html =>
  html`<p class="change ${isImprovement === false ? 'worse' : 'better'}">
    ${shown}${isImprovement !== null && html` <span>· ${isImprovement ? words.better : words.worse}</span>`}
  </p>`;

/** In Chinese the report's own words for the figure, with its digits large; else value and unit. */
function bigFigure({ quantity }: ShownFigure, language: Site['language']): Content {
  if (!quantity) return null;
  return withLargeDigits(showQuantity(quantity, language), language);
}

function withLargeDigits(shown: string, language: Site['language']): Content {
  const digits = /[\d.,]+/.exec(shown);
  if (!digits) return html`<b>${inWords(shown, language)}</b>`;
  const after = digits.index + digits[0].length;
  return html`${inWords(shown.slice(0, digits.index), language)}<b>${digits[0]}</b>${inWords(shown.slice(after), language)}`;
}

function factsOf(view: ReportView, outcome: Outcome, links: readonly Link[]): Html {
  const { site, report } = view;
  const { language, words } = site;
  const { period, indicator, note, dimension, whole } = outcome;
  const ends = indicator && [...indicator.earliest.nodes, ...indicator.latest.nodes];
  const comparable = ends?.some((end) => end.report.code !== report.code) ?? false;
  const rows: [string, Content][] = [];
  if (whole) {
    const name = view.outcomeOf(whole.code)?.label ?? whole.code;
    const part = dimension !== null && html`${inWords(dimension, language)} · `;
    const href = `#${cardOf.outcome(whole.code)}`;
    rows.push([words.partOf, html`${part}<a href="${href}">${inWords(name, language)}</a>`]);
  }
  if (outcome.population !== null) {
    rows.push([words.population, inWords(outcome.population, language)]);
  }
  if (period) {
    rows.push([words.period, periodOf(period, site)]);
  }
  links.forEach((link, index) => {
    const linkWords = link.evidence && html` <q lang="zh">${view.wordsAt(link.evidence)}</q>`;
    const other = index > 0 && html` · ${words.alsoUnder} ${measureLink(view, link)}`;
    const why = link.note && html` · ${inWords(link.note, language)}`;
    const mark =
      isUnreviewed(link) &&
      html` · ${words.notReviewed}${words.colon}${inWords(link.reviewReason ?? '', language)}`;
    rows.push([
      words.basis,
      html`${basisNames[link.basis][language]}${linkWords}${other}${why}${mark}`,
    ]);
  });
  if (indicator && comparable) {
    const href = address(comparePath(indicator.code), language);
    rows.push([words.compare, html`<a href="${href}">${inWords(indicator.name, language)}</a>`]);
  }
  if (note !== null) rows.push([words.note, inWords(note, language)]);
  return factList(rows);
}

/** What a card tells beside its figure, each under its name. */
export const factList = (rows: readonly (readonly [Content, Content])[]): Html =>
  html`<dl>
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;

type ShownPeriod = Pick<NonNullable<Outcome['period']>, 'text' | 'edtf' | 'basis'>;

/** A time in the report’s words, with its date where that says more. */
export function periodOf({ text, edtf, basis }: ShownPeriod, { words, language }: Site): Html {
  const date = edtf === null ? '' : showPeriod(edtf, language);
  const saysMore = date !== '' && date.replaceAll(' ', '') !== text.replaceAll(' ', '');
  // A date that is marked as unsure rests on other words than those of the time itself.
  const isInferred = basis === 'INFERRED' || (edtf?.includes('?') ?? false);
  return html`<span lang="zh">${text}</span>${saysMore && ` · ${date}`}${isInferred && inBrackets(words.inferred, language)}`;
}

function measureLink({ measures, site }: ReportView, { measure }: Link): Html {
  const title = measures.find(({ code }) => code === measure.code)?.title ?? measure.code;
  return html`<a href="#${cardOf.measure(measure.code)}">${inWords(title, site.language)}</a>`;
}
