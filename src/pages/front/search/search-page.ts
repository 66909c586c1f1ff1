import { valueNames } from '../../../table/value-names.ts';
import type { Answer } from '../../ask-all.ts';
import { frame } from '../../frame.ts';
import { csvAddress, graphiqlAddress } from '../../graphql-links.ts';
import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { apiWords } from '../../language/api-words.ts';
import { fill } from '../../language/messages.ts';
import { showNumber } from '../../reading/figure.ts';
import type { Site } from '../../site.ts';
import { facetLists, hiddenFields } from '../facets.ts';
import { inGraphql } from '../in-graphql.ts';
import { paging } from '../paging.ts';
import { hitLine } from './hits.ts';
import { insteadLink, meantOf, straightTo } from './lead-on.ts';
import type { SearchData } from './search-data.ts';
import type { Instead } from './search-hints.ts';
import { searchPath, searchVariables } from './search-state.ts';
import type { SearchNarrowed, SearchState } from './search-state.ts';

type Found = Answer<'find/search'>['search'];

/** The page of a search: its hits with where each stands, and what it can be narrowed to. */
export function searchPage(site: Site, state: SearchState, data: SearchData): Html {
  const { words } = site;
  return frame(site, {
    title: [state.text, words.search, words.site].filter(Boolean).join(' · '),
    className: 'finding',
    script: 'search',
    body: html`<h1>${words.search}</h1>
${searchForm(site, state)}
<div id="hits" aria-live="polite">${found(site, state, data)}</div>`,
  });
}

/** The field to search in; what the search is narrowed to stays when other words are typed. */
export const searchForm = (
  site: Site,
  { text, narrowed }: Pick<SearchState, 'text' | 'narrowed'> = { text: '', narrowed: {} },
): Html => {
  const { words } = site;
  return html`
<search><form action="${searchPath}" method="get">
  <label for="text">${words.searchLabel}</label>
  <div class="field"><input id="text" name="text" type="search" value="${text}" placeholder="${words.searchHint}" maxlength="200" autocomplete="off"><button>${words.search}</button></div>
  ${hiddenFields(site, { ...narrowed })}
</form></search>`;
};

function found(site: Site, state: SearchState, data: SearchData): Content {
  const { words } = site;
  if (data.kind === 'nothing asked') return html`<p class="told">${words.searchLead}</p>`;
  if (data.kind === 'refused') return html`${apiWords(site, data.messages, 'told')}`;
  const { search } = data;
  const query = { text: state.text, ...state.narrowed };
  return html`<div class="narrowed">
${facetLists(site, { path: searchPath, query }, facetsOf(site, search))}
<div class="list">
${search.totalCount > 0 && told(site, state, search)}
${search.totalCount === 0 && data.hints.coded.length === 0 && nothing(site, state, [...data.hints.meant, ...data.instead])}
${search.totalCount > 0 && meantOf(site, state.text, data.hints)}
${straightTo(site, data.hints)}
<ol class="found">${search.nodes.map((hit) => hitLine(site, hit))}</ol>
${paging(site, { path: searchPath, query, window: data.window, ...search })}
</div></div>`;
}

function told(site: Site, { text, narrowed }: SearchState, { totalCount }: Found): Html {
  const { words, language } = site;
  const query = csvQuery(text, narrowed);
  return html`<p class="told">${fill(words.searchFound, { text, count: showNumber(totalCount) })}</p>
<p class="ways"><a href="${csvAddress(query, language)}" type="text/csv">${words.csv}</a> <a href="${graphiqlAddress(query, language)}">${words.openInGraphiql}</a></p>`;
}

/** Why nothing was found, and what is found with less said. */
function nothing(site: Site, { text }: SearchState, instead: readonly Instead[]): Html {
  const { words } = site;
  const lines = instead.map((other) => html`<li>${insteadLink(site, text, other)}</li>`);
  return html`<p class="told">${fill(words.searchNone, { text })}</p>
<p>${words.searchNoneWhy}</p>
${lines.length > 0 && html`<p>${words.searchInstead}</p><ul class="instead">${lines}</ul>`}`;
}

function facetsOf({ words, language }: Site, { facets }: Found) {
  const labelled = (values: typeof facets.parts, names: Names) =>
    values.map(({ value, count }) => ({ value, count, label: names[value]?.[language] ?? value }));
  return [
    { name: 'type', title: words.kind, values: labelled(facets.types, valueNames.SearchType) },
    { name: 'part', title: words.part, values: labelled(facets.parts, valueNames.RequiredPart) },
    { name: 'place', title: words.place, values: facets.places },
    { name: 'year', title: words.year, values: facets.years.toSorted(byValue) },
    { name: 'report', title: words.report, values: facets.reports },
  ];
}

type Names = Readonly<Record<string, Record<'zh' | 'en', string>>>;

const byValue = (a: { value: string }, b: { value: string }) => (a.value < b.value ? 1 : -1);

const csvQuery = (text: string, narrowed: SearchNarrowed) => {
  const { places, ...others } = searchVariables(narrowed);
  const filter = inGraphql({ ...others, placesWithin: places });
  return `query Search {
  search(text: ${JSON.stringify(text)}, ${filter}first: 100) {
    nodes {
      type
      node {
        ... on Report { code title url year place { name } }
        ... on Section { code title url report { title year place { name } } }
        ... on Measure { code title url report { title year place { name } } }
        ... on Outcome { code label url quantity { value text unit { name } } report { title year place { name } } evidence { exact } }
        ... on Target { code label url quantity { value text unit { name } } report { title year place { name } } evidence { exact } }
        ... on Problem { code title url report { title year place { name } } evidence { exact } }
        ... on Document { code title url report { title year place { name } } }
        ... on Indicator { code name url }
        ... on Organization { code name url }
        ... on Place { code name url }
      }
    }
  }
}`;
};
