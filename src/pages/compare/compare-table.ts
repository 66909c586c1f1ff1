import { pagePath } from '../../http/addresses.ts';
import { valueNames } from '../../table/value-names.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { inWords } from '../language/in-words.ts';
import { address } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import { fill } from '../language/messages.ts';
import { showAmountIn, showBeforeIn, showChange, showQuantity } from '../reading/figure.ts';
import { cardOf } from '../reading/quotes.ts';
import { cardPath } from '../reading/view.ts';
import type { Site } from '../site.ts';
import type { Compared, Observation } from './compare-data.ts';
import { compareQuery } from './compare-state.ts';
import type { CompareState, SortBy } from './compare-state.ts';
import { isDoubtful, isOfPartOrMore, yearOf } from './places.ts';
import { sorted } from './sorted.ts';

/** How many rows a page of the table holds. */
const rowsOfPage = 50;

/** A column of the table: what it is called, by what it orders, and what an observation tells in it. */
type Column = {
  title: string;
  sort: SortBy | null;
  isNumeric: boolean;
  tell: (observation: Observation) => Content;
};

/** Every observation, in the order that the address says, and then every report that is silent, page by page. */
export function compareTable(
  site: Site,
  { observations, silent }: Pick<Compared, 'observations' | 'silent'>,
  state: CompareState,
): Html {
  const { words } = site;
  // What no observation tells is no column.
  const columns = columnsOf(site).filter(
    ({ title, tell }) =>
      title === words.value || observations.some((single) => !isEmpty(tell(single))),
  );
  const rows = [
    ...sorted(observations, state).map((single) => () => observed(columns, single)),
    ...silent.nodes.map((report) => () => gap(site, columns, report)),
  ];
  const { page } = state;
  const shown = rows.slice((page - 1) * rowsOfPage, page * rowsOfPage);
  return html`<table class="whole-width" id="table">
<thead><tr>${columns.map((column) => headOf(site, state, column))}</tr></thead>
<tbody>${shown.map((row) => row())}</tbody></table>
${rows.length > rowsOfPage && turning(site, state, rows.length)}`;
}

/** How many pages the table has. */
export const pagesOf = ({ observations, silent }: Pick<Compared, 'observations' | 'silent'>) =>
  Math.max(1, Math.ceil((observations.length + silent.nodes.length) / rowsOfPage));

function columnsOf({ words, language }: Site): Column[] {
  const column = (
    title: string,
    sort: SortBy | null,
    tell: Column['tell'],
    isNumeric = sort !== null && sort !== 'place' && sort !== 'verdict',
  ): Column => ({ title, sort, isNumeric, tell });
  return [
    column(words.place, 'place', ({ report }) => placeLink(report.place, language)),
    column(words.year, 'year', (row) => yearOf(row) || null),
    column(
      words.period,
      null,
      (row) => isOfPartOrMore(row) && row.period && html`<span lang="zh">${row.period.text}</span>`,
    ),
    column(words.before, 'before', ({ baseline }) => baseline && showBeforeIn(baseline, language)),
    column(
      words.value,
      'value',
      ({ quantity, reviewState }) =>
        quantity &&
        html`${showQuantity(quantity, language)}${reviewState === 'UNREVIEWED' && html` <small>${words.notReviewed}</small>`}`,
    ),
    column(
      words.change,
      'change',
      ({ change, quantity }) =>
        change && (quantity ? showChange(change) : showAmountIn(change, language)),
    ),
    column(
      words.verdict,
      'verdict',
      (row) =>
        isDoubtful(row) &&
        html`<b class="doubtful">${valueNames.Verdict.DOES_NOT_FOLLOW[language]}</b>`,
    ),
    column(words.outcome, null, ({ code, label, report }) => {
      const card = cardPath(report, cardOf.outcome(code), language);
      return html`<a href="${address(pagePath('outcome', code), language)}">${inWords(label, language)}</a> <a class="to-words" href="${card}">${words.toWords}</a>`;
    }),
  ];
}

const observed = (columns: readonly Column[], observation: Observation): Html =>
  html`<tr>${columns.map((column) => cell(column, column.tell(observation)))}</tr>
`;

const placeLink = ({ code, name }: Silent['place'], language: Language): Html =>
  html`<a href="${address(pagePath('place', code), language)}">${inWords(name, language)}</a>`;

type Silent = Compared['silent']['nodes'][number];

const gap = ({ words, language }: Site, columns: readonly Column[], { place, year }: Silent) =>
  html`<tr class="gap">${columns.map((column) => {
    if (column.sort === 'place') return cell(column, placeLink(place, language));
    if (column.sort === 'year') return cell(column, year);
    return cell(column, column.sort === 'value' && words.silent);
  })}</tr>
`;

/** The ways to the page before and to the next. */
function turning({ words, language, path }: Site, state: CompareState, count: number): Html {
  const { page } = state;
  const link = (to: number, rel: string, title: string) =>
    html`<a rel="${rel}" href="${address(path, language, compareQuery({ ...state, page: to }))}#table">${title}</a>`;
  const to = Math.min(page * rowsOfPage, count);
  const range = fill(words.rowsFromTo, { from: (page - 1) * rowsOfPage + 1, to, count });
  return html`<nav class="paging" aria-label="${words.pages}">
${page > 1 && link(page - 1, 'prev', words.previousPage)} <span>${range}</span> ${to < count && link(page + 1, 'next', words.nextPage)}</nav>`;
}

/** The head of a column leads to the same page in its order; once there, to the other way round. */
function headOf(site: Site, state: CompareState, { title, sort, isNumeric }: Column): Html {
  const { words, language, path } = site;
  if (sort === null) return html`<th scope="col">${title}</th>`;
  const isChosen = state.sort === sort;
  const isDescending = isChosen ? !state.isDescending : isNumeric || sort === 'verdict';
  const query = compareQuery({ ...state, sort, isDescending, page: 1 });
  const order = state.isDescending ? 'descending' : 'ascending';
  const arrow = isChosen && (state.isDescending ? ' ↓' : ' ↑');
  return html`<th scope="col"${isNumeric && html` class="numeric"`}${isChosen && html` aria-sort="${order}"`}><a href="${address(path, language, query)}#table" title="${fill(words.sortBy, { name: title })}">${title}${arrow}</a></th>`;
}

const isEmpty = (content: Content) =>
  content === null || content === false || content === undefined || content === '';

/** On a narrow page a row stands as lines, each with its head before it; an empty cell is none. */
function cell({ title, sort, isNumeric }: Column, content: Content): Html {
  if (sort === 'place') return html`<th scope="row">${content}</th>`;
  if (isEmpty(content)) return html`<td class="empty"></td>`;
  return html`<td${isNumeric && html` class="numeric"`} data-head="${title}">${content}</td>`;
}
