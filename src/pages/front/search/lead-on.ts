import { pagePath } from '../../../http/addresses.ts';
import { valueNames } from '../../../table/value-names.ts';
import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { inWords } from '../../language/in-words.ts';
import { address } from '../../language/language.ts';
import { fill } from '../../language/messages.ts';
import { showNumber } from '../../reading/figure.ts';
import type { Site } from '../../site.ts';
import { reportsPath } from '../reports/reports-state.ts';
import type { Coded } from './coded.ts';
import type { Instead, SearchHints } from './search-hints.ts';
import { searchPath } from './search-state.ts';

/** What a search with a place or a year among its words is likely to mean. */
export const meantOf = (site: Site, text: string, { meant }: SearchHints): Content =>
  meant.length > 0 &&
  html`<p class="meant">${site.words.searchMeant}${meant.map((other) => html` ${insteadLink(site, text, other)}`)}</p>`;

/** Another search, and how much it finds. */
export function insteadLink(site: Site, text: string, other: Instead): Html {
  const href = hrefOf(site, other);
  const isWhole = other.text === text && Object.keys(other.narrowed).length === 0;
  const what = isWhole ? fill(site.words.searchWider, { text }) : describe(site, other);
  return html`<a href="${href}">${what}</a> <span class="count">${showNumber(other.count)}</span>`;
}

/** No words are looked for where the reports themselves are meant. */
function hrefOf({ language }: Site, { text, narrowed }: Instead): string {
  const { place, year } = narrowed;
  if (text !== '') return address(searchPath, language, { text, ...narrowed });
  return address(reportsPath, language, { ...(place && { place }), ...(year && { year }) });
}

function describe({ language }: Site, { text, place, narrowed }: Instead): string {
  const { type, place: code, year, report, part } = narrowed;
  const kind = type && valueNames.SearchType[type][language];
  const ofReport = part && valueNames.RequiredPart[part][language];
  const looked = text === '' ? valueNames.SearchType.REPORT[language] : `“${text}”`;
  return [looked, kind, place ?? code, year, ofReport, report]
    .filter((each) => each !== undefined)
    .join(' · ');
}

const mostIndicators = 4;

const types = { Indicator: 'INDICATOR', Place: 'PLACE', Organization: 'ORGANIZATION' } as const;
const kinds = { Indicator: 'indicator', Place: 'place', Organization: 'organization' } as const;

/** The pages of things whose code was typed, and of what reports share: they tell more of the words than any single hit. */
export function straightTo({ words, language }: Site, { shared, coded }: SearchHints): Content {
  // Where no report tells of an indicator there is nothing to compare.
  const told = (shared?.indicators.nodes ?? []).filter(
    ({ node }) => 'outcomes' in node && node.outcomes.totalCount > 0,
  );
  const found = [...told.slice(0, mostIndicators), ...(shared?.others.nodes ?? [])];
  const others = found.flatMap(({ node }): Coded[] => {
    if (!('code' in node)) return [];
    const { __typename: name, code, label } = node;
    return [{ kind: kinds[name], type: types[name], code, label }];
  });
  const isNew = ({ kind, code }: Coded) =>
    !coded.some((one) => one.kind === kind && one.code === code);
  const lines = [...coded, ...others.filter(isNew)].map(
    ({ kind, type, code, label }) =>
      html`<li><span class="type">${valueNames.SearchType[type][language]}</span> <a href="${address(pagePath(kind, code), language)}">${inWords(label, language)}</a></li>`,
  );
  if (lines.length === 0) return null;
  return html`<nav class="straight" aria-label="${words.searchStraight}"><p>${words.searchStraight}</p><ul>${lines}</ul></nav>`;
}
