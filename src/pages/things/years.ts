import { pagePath } from '../../http/addresses.ts';
import type { Answer } from '../ask-all.ts';
import { examplePath } from '../examples/known-examples.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { inWords } from '../language/in-words.ts';
import { address } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import { fill } from '../language/messages.ts';
import { thingWord } from '../language/thing-words.ts';
import { showNumber } from '../reading/figure.ts';
import { flowMarks } from '../reading/flow/flow.ts';
import type { Site } from '../site.ts';
import { figureLine, thingHref, thingLink } from './listed.ts';

type YearReport = NonNullable<Answer<'things/place'>['place']>['reports']['nodes'][number];
type ToldOutcome = YearReport['told']['nodes'][number];

/** A place's newest reports as columns, the earliest first: how much each tells, and what of each indicator. */
export function yearsOf(site: Site, reports: readonly YearReport[]): Content {
  if (reports.length === 0) return null;
  const { language } = site;
  const columns = reports.toReversed();
  return html`<section aria-labelledby="years">
    <h2 id="years">${thingWord('yearsBeside', language)}</h2>
    <p>${thingWord('yearsLead', language)}</p>
    <table class="years whole-width" aria-labelledby="years">
      <thead><tr><td></td>${columns.map((report) => yearHead(report, site))}</tr></thead>
      <tbody>${countRows(columns, site)}</tbody>
      <tbody>${indicatorRows(columns, site)}</tbody>
    </table>
    ${columns.map((report) => cutNote(report, site))}
  </section>`;
}

/** Where a column does not hold all that its report tells, a gap in it is no silence. */
const cutNote = ({ year, told }: YearReport, { language, words }: Site): Content =>
  told.totalCount > told.nodes.length &&
  html`<p class="how">${fill(thingWord('yearsCut', language), { year: year ?? words.notStated, shown: told.nodes.length, count: told.totalCount })}</p>`;

const yearHead = ({ code, title, year }: YearReport, { language, words }: Site): Html =>
  html`<th scope="col" class="numeric"><a href="${thingHref('report', code, language)}" title="${title}">${year ?? words.notStated}</a></th>`;

/** A cell that can say of which year it is: on a narrow page each stands on a line of its own. */
const cellOf = ({ year }: YearReport, { words }: Site, content: Content): Html =>
  html`<td class="numeric" data-head="${year ?? words.notStated}"><div>${content}</div></td>`;

/** Where what is counted stands: on the report's page, or in the answer to an example. */
type CountedAt = { mark: string; isThere: (report: YearReport) => boolean } | { slug: string };

function countRows(columns: readonly YearReport[], site: Site): readonly Html[] {
  const { language, words } = site;
  const row = (name: string, countOf: (report: YearReport) => number, to: CountedAt): Html =>
    html`<tr><th scope="row">${name}</th>${columns.map((report) => {
      const { code } = report;
      const count = countOf(report);
      // What a report tells nothing of has no place on its page.
      const mark = 'mark' in to && to.isThere(report) ? `#${to.mark}` : '';
      const href =
        'slug' in to
          ? address(examplePath(to.slug), language, { report: code })
          : `${address(pagePath('report', code), language)}${mark}`;
      return cellOf(report, site, html`<a href="${href}">${showNumber(count)}</a>`);
    })}</tr>`;
  const flow: CountedAt = {
    mark: flowMarks.whole,
    isThere: ({ measures }) => measures.totalCount > 0,
  };
  return [
    row(words.measures, ({ measures }) => measures.totalCount, flow),
    row(words.outcomes, ({ outcomes }) => outcomes.totalCount, flow),
    row(words.targets, ({ targets }) => targets.totalCount, { slug: 'promises-kept-and-broken' }),
    row(words.problems, ({ problems }) => problems.totalCount, {
      mark: flowMarks.plans,
      isThere: ({ problems }) => problems.totalCount > 0,
    }),
    row(thingWord('failing', language), ({ failing }) => failing.totalCount, {
      slug: 'what-does-not-add-up',
    }),
  ];
}

/** What is told of each indicator, in the order in which the newest report that tells of it does. */
function indicatorRows(columns: readonly YearReport[], site: Site): readonly Html[] {
  const { language } = site;
  const told = columns
    .toReversed()
    .flatMap((report) => report.told.nodes.map((outcome) => ({ outcome, report: report.code })));
  const byIndicator = Map.groupBy(told, ({ outcome }) => outcome.indicator?.code ?? '');
  return [...byIndicator.values()].flatMap((ofIndicator) => {
    const indicator = ofIndicator[0]?.outcome.indicator;
    if (!indicator) return [];
    const name = thingLink('indicator', { ...indicator, label: indicator.name }, language);
    const cells = columns.map((column) => {
      const here = ofIndicator.filter(({ report }) => report === column.code);
      const figures = here.map(({ outcome }) => toldCell(outcome, here.length > 1, language));
      return here.length === 0 ? html`<td class="empty"></td>` : cellOf(column, site, figures);
    });
    return html`<tr><th scope="row">${name}</th>${cells}</tr>`;
  });
}

/** A figure that leads to its page; which one of several, says its label. */
function toldCell(outcome: ToldOutcome, isOneOfSeveral: boolean, language: Language): Html {
  const figure = figureLine(outcome, language);
  const label =
    (isOneOfSeveral || figure === '') && html`<small>${inWords(outcome.label, language)}</small>`;
  return html`<a href="${thingHref('outcome', outcome.code, language)}" title="${outcome.label}">${inWords(figure, language)}${label}</a> `;
}
