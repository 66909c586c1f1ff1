import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { inWords } from '../../language/in-words.ts';
import { checkNames, verdictNameOf } from '../../language/labels.ts';
import { fill } from '../../language/messages.ts';
import { showChange, showNumber } from '../figure.ts';
import { cardOf, reportOf } from '../quotes.ts';
import type { Outcome } from '../report-data.ts';
import { cardPath } from '../view.ts';
import type { ReportView } from '../view.ts';

type Row = readonly [name: string, value: Content];

/** All that is known of a figure: how it is written and how exactly, what it was, where else it is told, what it takes part in. */
export function factPanel(view: ReportView, outcome: Outcome): Html {
  const { words } = view.site;
  const rows: Row[] = [
    ...writtenRows(view, outcome),
    ...lastYearRows(view, outcome),
    ...placesRows(view, outcome),
    ...checkRows(view, outcome),
  ];
  return html`<dl class="panel" aria-label="${words.factPanel}">
      ${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
    </dl>
    ${neighbours(view, outcome)}`;
}

function writtenRows({ site }: ReportView, { quantity }: Outcome): Row[] {
  const { words, language } = site;
  if (!quantity) return [];
  const { text, value, unit, decimals, low, high } = quantity;
  const rows: Row[] = [];
  if (text !== null) rows.push([words.asWritten, html`<span lang="zh">${text}</span>`]);
  rows.push([words.value, showNumber(value)]);
  rows.push([words.unit, inWords(unit.name, language)]);
  const step = decimals === null ? null : 10 ** -decimals;
  rows.push([
    words.precision,
    step === null ? words.asCounted : fill(words.precisionOf, { step: showNumber(step) }),
  ]);
  if (low !== null && high !== null && low !== high) {
    rows.push([
      words.standsFor,
      fill(words.fromTo, { low: showNumber(low), high: showNumber(high) }),
    ]);
  }
  return rows;
}

/** The figure of the year before, with the way to it, and how far this one is from it. */
function lastYearRows({ site, earlierOf }: ReportView, outcome: Outcome): Row[] {
  const { words, language } = site;
  const earlier = earlierOf(outcome);
  if (!earlier?.quantity || !outcome.quantity) return [];
  const was = earlier.quantity;
  const path = cardPath(earlier.report, cardOf.outcome(earlier.code), language);
  const isComparable = was.qualifier === 'EXACT' && outcome.quantity.qualifier === 'EXACT';
  const absolute = outcome.quantity.value - was.value;
  const percent = was.value === 0 || was.unit.code === '%' ? null : (absolute / was.value) * 100;
  // The difference of two decimals is no longer a decimal of as few places.
  const change = showChange({
    absolute: Math.round(absolute * 1e6) / 1e6,
    percent,
    isRelative: false,
    text: null,
  });
  return [
    [
      words.lastYear,
      html`<a href="${path}"><span lang="zh">${was.text ?? showNumber(was.value)}</span> (${earlier.report.year})</a>${isComparable && html` ${words.comma}${change}${was.unit.code === '%' && ` ${words.points}`}`}`,
    ],
  ];
}

/** Where the same fact is told more than once: which of the places this is, and the others. */
function placesRows({ site, checkOf }: ReportView, outcome: Outcome): Row[] {
  const { words } = site;
  return outcome.checks.nodes
    .filter(({ kind }) => kind === 'SAME_FACT')
    .flatMap(({ code }): Row[] => {
      const places = checkOf(code)?.operands.filter(({ role }) => role === 'TOLD') ?? [];
      const at = places.findIndex((place) => place.outcome.code === outcome.code);
      if (at < 0 || places.length < 2) return [];
      const others = places.filter((_, nth) => nth !== at);
      return [
        [
          words.toldAgain,
          html`${fill(words.placeOf, { nth: at + 1, count: places.length })}
          ${others.map((other) => html` <a href="#${cardOf.outcome(other.outcome.code)}">${places.indexOf(other) + 1}</a>`)}`,
        ],
      ];
    });
}

function checkRows(view: ReportView, outcome: Outcome): Row[] {
  const { words, language } = view.site;
  const { nodes } = outcome.checks;
  if (nodes.length === 0) return [];
  return [
    [
      words.checks,
      html`<ul>
        ${nodes.map(({ code, kind, verdict }) => html`<li><a href="${wayToCheck(view, code)}">${checkNames[kind][language]}${words.colon}${verdictNameOf(kind, verdict)[language]}</a></li>`)}
      </ul>`,
    ],
  ];
}

/** A check stands on the page of its own report, which may be one of another year that tells the figure again. */
const wayToCheck = ({ site, checkOf }: ReportView, code: string): string =>
  checkOf(code)
    ? `#${cardOf.check(code)}`
    : cardPath({ code: reportOf(code) }, cardOf.check(code), site.language);

/** The ways to the outcomes before and after it in the text. */
function neighbours({ site, outcomes, outcomeNumbers }: ReportView, { code }: Outcome): Content {
  const { words, language } = site;
  const at = (outcomeNumbers.get(code) ?? 0) - 1;
  const link = (name: string, outcome: Outcome | undefined) =>
    outcome &&
    html`<a href="#${cardOf.outcome(outcome.code)}">${name}${words.colon}${inWords(outcome.label, language)}</a> `;
  return html`<p class="neighbours">
    ${link(words.previous, outcomes[at - 1])}${link(words.next, outcomes[at + 1])}
  </p>`;
}
