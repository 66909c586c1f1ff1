import { pagePath } from '../../http/addresses.ts';
import type { Answer } from '../ask-all.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { inWords } from '../language/in-words.ts';
import { address } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import { fill } from '../language/messages.ts';
import { thingWord } from '../language/thing-words.ts';
import { showNumber } from '../reading/figure.ts';
import type { Site } from '../site.ts';
import { figureLine, thingHref, thingLink } from './listed.ts';

type Told = Answer<'things/place'>['told'];
type ToldOutcome = Told['nodes'][number];
type YearReport = NonNullable<Answer<'things/place'>['place']>['reports']['nodes'][number];

/** Beyond so many reports columns would be too narrow; the newest are shown. */
const mostColumns = 6;

/** A place's reports as columns, the earliest first: how much each tells, and what it tells of each indicator. */
export function yearsOf(
  site: Site,
  { reports, told }: { reports: readonly YearReport[]; told: Told },
): Content {
  if (reports.length === 0) return null;
  const { language } = site;
  const columns = reports.slice(0, mostColumns).toReversed();
  const cut = fill(thingWord('yearsCut', language), {
    shown: told.nodes.length,
    count: told.totalCount,
  });
  return html`<section aria-labelledby="years">
    <h2 id="years">${thingWord('yearsBeside', language)}</h2>
    <p>${thingWord('yearsLead', language)}</p>
    <div class="scroll" role="group" tabindex="0" aria-labelledby="years">
      <table class="years">
        <thead><tr><th></th>${columns.map((report) => yearHead(report, site))}</tr></thead>
        <tbody>${countRows(columns, site)}</tbody>
        <tbody>${indicatorRows(columns, told.nodes, site)}</tbody>
      </table>
    </div>
    ${told.totalCount > told.nodes.length && html`<p class="how">${cut}</p>`}
  </section>`;
}

const yearHead = ({ code, title, year }: YearReport, { language, words }: Site): Html =>
  html`<th scope="col" class="numeric"><a href="${thingHref('report', code, language)}" title="${title}">${year ?? words.notStated}</a></th>`;

function countRows(columns: readonly YearReport[], { language, words }: Site): readonly Html[] {
  const row = (name: string, countOf: (report: YearReport) => number, hash = ''): Html =>
    html`<tr><th scope="row">${name}</th>${columns.map((report) => {
      const href = `${address(pagePath('report', report.code), language)}${hash}`;
      return html`<td class="numeric"><a href="${href}">${showNumber(countOf(report))}</a></td>`;
    })}</tr>`;
  return [
    row(words.measures, ({ measures }) => measures.totalCount),
    row(words.outcomes, ({ outcomes }) => outcomes.totalCount),
    row(words.targets, ({ targets }) => targets.totalCount),
    row(words.problems, ({ problems }) => problems.totalCount),
    row(thingWord('failing', language), ({ failing }) => failing.totalCount),
  ];
}

function indicatorRows(
  columns: readonly YearReport[],
  outcomes: readonly ToldOutcome[],
  { language }: Site,
): readonly Html[] {
  const byIndicator = Map.groupBy(outcomes, ({ indicator }) => indicator?.code ?? '');
  return [...byIndicator.values()].flatMap((ofIndicator) => {
    const indicator = ofIndicator[0]?.indicator;
    if (!indicator) return [];
    const byReport = Map.groupBy(ofIndicator, ({ report }) => report.code);
    if (!columns.some(({ code }) => byReport.has(code))) return [];
    const name = thingLink('indicator', { ...indicator, label: indicator.name }, language);
    return html`<tr><th scope="row">${name}</th>${columns.map(({ code }) => {
      const cells = byReport.get(code) ?? [];
      return html`<td class="numeric">${cells.map((outcome) => toldCell(outcome, cells.length > 1, language))}</td>`;
    })}</tr>`;
  });
}

/** A figure that leads to its page; which one of several, says its label. */
function toldCell(outcome: ToldOutcome, isOneOfSeveral: boolean, language: Language): Html {
  const figure = figureLine(outcome, language);
  const label =
    (isOneOfSeveral || figure === '') && html`<small>${inWords(outcome.label, language)}</small>`;
  return html`<a href="${thingHref('outcome', outcome.code, language)}" title="${outcome.label}">${inWords(figure, language)}${label}</a> `;
}
