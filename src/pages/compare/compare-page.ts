import { valueNames } from '../../table/value-names.ts';
import { leftOut, reasons } from '../address/left-out.ts';
import type { LeftOut } from '../address/left-out.ts';
import { frame } from '../frame.ts';
import { hiddenFields } from '../front/facets.ts';
import { choice, regionChoice } from '../front/reports/choices.ts';
import { csvAddress, graphiqlAddress } from '../graphql-links.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { inWords } from '../language/in-words.ts';
import { thingWord } from '../language/thing-words.ts';
import { fill } from '../language/messages.ts';
import type { Site } from '../site.ts';
import type { Compared } from './compare-data.ts';
import { compareQuery, placesOf } from './compare-state.ts';
import type { CompareState } from './compare-state.ts';
import { compareTable, pagesOf } from './compare-table.ts';
import { picture } from './picture.ts';
import type { Picture } from './picture.ts';
import { byPlace, yearOf } from './places.ts';

/** What the page of an indicator says beside the comparison: to machines, and below it. */
type IndicatorProof = { head: Content; below: Content };

/** One indicator over places and years, with a gap where a report is silent. */
export function comparePage(
  site: Site,
  state: CompareState,
  compared: Compared,
  proof: IndicatorProof,
): Html {
  const { words, language } = site;
  const { indicator, telling, silent } = compared;
  const direction = valueNames.IndicatorDirection[indicator.direction][language];
  const summary =
    telling.totalCount === 1
      ? words.compareOne
      : fill(words.compareAll, { count: telling.totalCount, silent: silent.totalCount });
  const drawn = picture(byPlace(compared), words, `${indicator.name} (${indicator.unit.name})`);
  return frame(site, {
    title: `${indicator.name} · ${words.compare} · ${words.site}`,
    className: 'comparing',
    script: 'compare',
    head: proof.head,
    body: html`<header class="about">
<p class="kind">${words.compare}</p>
<h1>${inWords(indicator.name, language)}</h1>
<p>${words.unit}${words.colon}${inWords(indicator.unit.name, language)} · ${direction}</p>
<p id="told">${summary}</p>
<p class="ways"><a href="#cite">${words.cite}</a> <a href="#download">${thingWord('download', language)}</a></p>
</header>
${regionForm(site, compared, state)}
${drawn && html`<figure aria-labelledby="told">${drawn.onPage}</figure>`}
${ways(site, { code: indicator.code, state, drawn })}
${compareTable(site, ofYear(compared, state.year), state)}
${proof.below}`,
  });
}

/** The last page of the table where a later one is asked for, which is told. */
export function onPageThere(
  state: CompareState,
  compared: Compared,
): { state: CompareState; leftOut: readonly LeftOut[] } {
  const pages = pagesOf(ofYear(compared, state.year));
  if (state.page <= pages) return { state, leftOut: [] };
  const told = leftOut('page', String(state.page), reasons.beyond, [String(pages)]);
  return { state: { ...state, page: pages }, leftOut: [told] };
}

/** What is told of a year: the picture goes on over all. */
const ofYear = (
  compared: Compared,
  year: number | null,
): Pick<Compared, 'observations' | 'silent'> =>
  year === null
    ? compared
    : {
        observations: compared.observations.filter((row) => yearOf(row) === year),
        silent: {
          ...compared.silent,
          nodes: compared.silent.nodes.filter((report) => report.year === year),
        },
      };

/** What the picture and the table are of, and in which order: where the table's heads are not seen, too. */
function regionForm(site: Site, compared: Compared, state: CompareState): Html {
  const { words, path } = site;
  const sorts = Object.entries({
    year: words.year,
    value: words.value,
    before: words.before,
    change: words.change,
    verdict: words.verdict,
  }).map(([value, label]) => ({ value, label }));
  const order = state.isDescending ? 'desc' : undefined;
  const { sort, year } = compareQuery(state);
  const years = [...new Set(compared.observations.map(yearOf))]
    .filter((one) => one > 0)
    .toSorted((a, b) => b - a)
    .map((one) => ({ value: String(one), label: String(one) }));
  return html`
<search><form class="choices" action="${path}" method="get">
  ${regionChoice(site, state.place ?? undefined, compared)}
  ${regionChoice(site, state.beside ?? undefined, compared, { name: 'beside', title: words.besides })}
  ${choice(site, { name: 'year', title: words.year, chosen: year }, years)}
  ${choice(site, { name: 'sort', title: words.order, chosen: sort, none: words.place }, sorts)}
  ${choice(site, { name: 'order', title: words.direction, chosen: order, none: words.rising }, [{ value: 'desc', label: words.falling }])}
  ${hiddenFields(site, {})}
  <button>${words.show}</button>
</form></search>`;
}

function ways(
  { words, language }: Site,
  { code, state, drawn }: { code: string; state: CompareState; drawn: Picture | null },
): Html {
  const query = tableQuery(code, state);
  return html`<p class="ways"><a href="${csvAddress(query, language)}" type="text/csv">${words.csv}</a>
${drawn && html`<a href="${drawn.file}" download="${code}.svg" data-png="${words.downloadPng}">${words.downloadPicture}</a>`}
<a href="${graphiqlAddress(query, language)}">${words.openInGraphiql}</a></p>`;
}

const tableQuery = (code: string, state: CompareState) => `query Compare {
  outcomes(filter: { indicators: [${JSON.stringify(code)}]${placesOf(state) === null ? '' : `, placesWithin: ${JSON.stringify(placesOf(state))}`}${state.year === null ? '' : `, years: [${state.year}]`} }, first: 100) {
    nodes {
      code
      label
      url
      year
      report { code title publisher { name } publishedOn source { sourceUrl } place { code name } }
      period { text start end }
      baseline { value }
      quantity { value text unit { code } }
      change { absolute percent }
      evidence { exact url }
    }
  }
}`;
