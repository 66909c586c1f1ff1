import { pagePath } from '../../../http/addresses.ts';
import { valueNames } from '../../../table/value-names.ts';
import { frame } from '../../frame.ts';
import { csvAddress, graphiqlAddress } from '../../graphql-links.ts';
import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { inWords } from '../../language/in-words.ts';
import { address } from '../../language/language.ts';
import { fill } from '../../language/messages.ts';
import { showNumber } from '../../reading/figure.ts';
import { reportPath } from '../../reading/view.ts';
import type { Site } from '../../site.ts';
import { hiddenFields } from '../facets.ts';
import { inGraphql } from '../in-graphql.ts';
import { paging } from '../paging.ts';
import { choice, regionChoice } from './choices.ts';
import type { ReportsData } from './reports-data.ts';
import { reportVariables, reportsPath } from './reports-state.ts';
import type { ReportsNarrowed, ReportsState } from './reports-state.ts';

/** The list of all reports, with what it can be narrowed to. */
export function reportsPage(
  site: Site,
  { narrowed, window }: ReportsState,
  data: ReportsData,
): Html {
  const { words, language } = site;
  const { reports } = data;
  const query = csvQuery(narrowed);
  const told = reports.totalCount === 0 ? words.reportsNone : words.reportsFound;
  return frame(site, {
    title: `${words.reports} · ${words.site}`,
    className: 'finding',
    body: html`<h1>${words.reports}</h1>
${form(site, narrowed, data)}
<p class="told" role="status">${fill(told, { count: showNumber(reports.totalCount) })}</p>
<p class="ways"><a href="${csvAddress(query, language)}" type="text/csv">${words.csv}</a> <a href="${graphiqlAddress(query, language)}">${words.openInGraphiql}</a>${Object.keys(narrowed).length > 0 && html` <a href="${address(reportsPath, language)}">${words.showAll}</a>`}${placeOf(site, narrowed, data)}</p>
${reportList(site, reports.nodes, narrowed)}
${paging(site, { path: reportsPath, query: { ...narrowed }, window, ...reports })}`,
  });
}

function form(site: Site, narrowed: ReportsNarrowed, data: ReportsData): Html {
  const { words, language } = site;
  const named = (names: Readonly<Record<string, Record<'zh' | 'en', string>>>) =>
    Object.entries(names).map(([value, name]) => ({ value, label: name[language] }));
  const years = data.all.facets.years
    .map(({ value }) => value)
    .toSorted()
    .toReversed();
  return html`
<search><form class="choices" action="${reportsPath}" method="get">
  <label><span>${words.searchWords}</span><input name="text" type="search" value="${narrowed.text}" maxlength="200" autocomplete="off"></label>
  ${regionChoice(site, narrowed.place, data)}
  ${choice(
    site,
    { name: 'year', title: words.year, chosen: narrowed.year },
    years.map((value) => ({ value, label: value })),
  )}
  ${choice(site, { name: 'kind', title: words.kind, chosen: narrowed.kind }, named(valueNames.ReportKind))}
  ${choice(site, { name: 'missing', title: words.missingPart, chosen: narrowed.missing }, named(valueNames.RequiredPart))}
  ${hiddenFields(site, {})}
  <button>${words.show}</button>
</form></search>`;
}

/** The page of the place that the list is narrowed to. */
const placeOf = (
  { language }: Site,
  { place }: ReportsNarrowed,
  { chosen }: ReportsData,
): Content =>
  chosen.nodes
    .filter(({ code }) => code === place)
    .map(
      ({ code, name }) =>
        html` <a href="${address(pagePath('place', code), language)}">${inWords(name, language)}</a>`,
    );

type Listed = ReportsData['reports']['nodes'][number];

/** Reports with their place, their year and what they lack. */
const reportList = (site: Site, reports: readonly Listed[], { missing }: ReportsNarrowed): Html =>
  html`<ul class="reports">${reports.map((report) => reportLine(site, report, missing !== undefined))}
</ul>`;

/** Only annual reports owe parts; where others are listed for what they lack, it says so. */
function reportLine({ words, language }: Site, report: Listed, isForWhatItLacks: boolean): Html {
  const { code, title, kind, year, place, measures, outcomes, coverage } = report;
  const owesParts = kind === 'STATUTORY_ANNUAL';
  const lacking: Content = (owesParts || isForWhatItLacks) && lackingOf(coverage, language);
  return html`
  <li>
    <a href="${address(reportPath(code), language)}">${inWords(title, language)}</a>
    <p><a href="${address(pagePath('place', place.code), language)}">${inWords(place.name, language)}</a> · ${year ?? words.notStated} · ${valueNames.ReportKind[kind][language]} · ${measures.totalCount} ${words.measures} · ${outcomes.totalCount} ${words.outcomes}</p>
    ${lacking && html`<p class="lacking">${words.missingPart}${words.colon}${lacking}${!owesParts && words.owesNoPart}</p>`}
  </li>`;
}

const lackingOf = ({ requiredParts }: Listed['coverage'], language: 'zh' | 'en') =>
  requiredParts
    .filter(({ isPresent }) => !isPresent)
    .map(({ part }) => valueNames.RequiredPart[part][language])
    .join(language === 'zh' ? '、' : '; ');

function csvQuery(narrowed: ReportsNarrowed): string {
  const { places, missing, ...others } = reportVariables(narrowed);
  const filter = inGraphql({
    ...others,
    placesWithin: places,
    missingParts: missing,
  });
  return `query Reports {
  reports(${filter}first: 100, orderBy: { field: PLACE }) {
    nodes {
      code
      title
      url
      kind
      year
      place { code name }
      publisher { name }
      publishedOn
      coverage { outcomeFigureCount possibleCheckCount madeCheckCount }
    }
  }
}`;
}
