import { pagePath } from '../http/addresses.ts';
import { withKnownCodes } from './address/known-codes.ts';
import { leftOut, reasons } from './address/left-out.ts';
import type { LeftOut } from './address/left-out.ts';
import { readAddress } from './address/parts.ts';
import type { Parts, ReadAddress } from './address/parts.ts';
import { askIndicator } from './compare/compare-data.ts';
import { comparePage, onPageThere } from './compare/compare-page.ts';
import { compareParts, compareQuery, comparisonIn, placesOf } from './compare/compare-state.ts';
import type { ExampleAnswer } from './examples/example-answer.ts';
import { askChoices } from './examples/example-choices.ts';
import { examplePage } from './examples/example-page.ts';
import { examplePath, givenIn } from './examples/known-examples.ts';
import type { KnownExample } from './examples/known-examples.ts';
import { askReports } from './front/reports/reports-data.ts';
import { reportsPage } from './front/reports/reports-page.ts';
import { narrowedIn, reportsParts, reportsPath } from './front/reports/reports-state.ts';
import type { ReportsState } from './front/reports/reports-state.ts';
import { askSearch } from './front/search/search-data.ts';
import { searchPage } from './front/search/search-page.ts';
import { searchIn, searchParts, searchPath, searchQuery } from './front/search/search-state.ts';
import { windowIn, windowQuery } from './front/window.ts';
import { whole } from './page-route.ts';
import type { PageRoute } from './page-route.ts';
import { kindPages } from './things/kinds.ts';
import { headOf } from './things/proof-parts.ts';
import { belowComparison } from './things/thing-page.ts';

/** Whether of an address nothing is read, so that many ask for its page. */
const isBare = (query: PageRoute['query']) => Object.keys(query).length === 0;

/** The codes of an address that are there; what was left out before is told already. */
const checked = <Of extends Parts>(
  { ask, site: { language } }: Making,
  values: ReadAddress<Of>['values'],
  parts: Of,
) => withKnownCodes(ask, { values, leftOut: [] }, { parts, language });

type Making = Parameters<PageRoute['make']>[0];

export function searchRoute(search: URLSearchParams): PageRoute {
  const read = readAddress(search, searchParts);
  const { window, leftOut: ofWindow } = windowIn(read);
  const query = searchQuery({ ...searchIn(read.values), window });
  return {
    path: searchPath,
    query,
    leftOut: [...read.leftOut, ...ofWindow],
    isShared: isBare(query),
    async make(making) {
      const { site, ask } = making;
      const known = await checked(making, read.values, searchParts);
      const asked = { ...searchIn(known.values), window };
      const data = await askSearch(ask, asked, site.language);
      const found = data.kind === 'found' ? data : { window, leftOut: [] };
      const state = { ...asked, window: found.window };
      const html = searchPage({ ...site, query: searchQuery(state) }, state, data);
      return whole(html, [...known.leftOut, ...found.leftOut]);
    },
  };
}

export function reportsRoute(search: URLSearchParams): PageRoute {
  const read = readAddress(search, reportsParts);
  const { window, leftOut: ofWindow } = windowIn(read);
  const queryOf = (state: ReportsState) => ({ ...state.narrowed, ...windowQuery(state.window) });
  const query = queryOf({ narrowed: narrowedIn(read.values), window });
  return {
    path: reportsPath,
    query,
    leftOut: [...read.leftOut, ...ofWindow],
    isShared: isBare(query),
    async make(making) {
      const { site, ask } = making;
      const known = await checked(making, read.values, reportsParts);
      const narrowed = narrowedIn(known.values);
      const asked = await askReports(ask, { narrowed, window }, site.language);
      const state = { narrowed, window: asked.window };
      const html = reportsPage({ ...site, query: queryOf(state) }, state, asked.answer);
      return whole(html, [...known.leftOut, ...asked.leftOut]);
    },
  };
}

export function exampleRoute(known: KnownExample, search: URLSearchParams): PageRoute {
  const { slug, example, parts, parameters } = known;
  const read = readAddress(search, parts);
  const query = { ...read.values } as Readonly<Record<string, string>>;
  return {
    path: examplePath(slug),
    query,
    leftOut: read.leftOut,
    isShared: isBare(query),
    async make(making) {
      const { site, ask, answerExample } = making;
      const { language, dataVersion } = site;
      const { values, leftOut: ofCodes } = await checked(making, read.values, parts);
      const { list = null, ...asked } = values;
      const given = givenIn(parameters, asked);
      const [choices, answer] = await Promise.all([
        askChoices(ask, language, asked['places']),
        answerExample(ask, dataVersion, { example, given, list, language }),
      ]);
      const ofList = list === null ? null : wrongList(list, answer);
      const chosen = list === null || ofList ? {} : { list };
      const shown = { ...asked, ...chosen } as typeof query;
      return {
        html: examplePage({ ...site, query: shown }, known, { answer, choices }),
        isWhole: answer.messages.length === 0,
        leftOut: [...ofCodes, ...(ofList ? [ofList] : [])],
      };
    },
  };
}

/** What is told of a list that the answer does not have; null where it has it, or there is no answer. */
function wrongList(list: string, answer: ExampleAnswer): LeftOut | null {
  if (answer.messages.length > 0 || answer.list === list || answer.lists.includes(list))
    return null;
  return answer.lists.length === 0
    ? leftOut('list', list, reasons.oneList)
    : leftOut('list', list, reasons.noSuchList, answer.lists);
}

export function indicatorRoute(code: string, search: URLSearchParams): PageRoute {
  const read = readAddress(search, compareParts);
  const query = compareQuery(comparisonIn(read.values));
  return {
    path: pagePath('indicator', code),
    query,
    leftOut: read.leftOut,
    isShared: isBare(query),
    tellsDay: true,
    async make(making) {
      const { site, ask } = making;
      const thing = await kindPages.indicator.find(ask, site, code);
      if (!thing) return null;
      const known = await checked(making, read.values, compareParts);
      const asked = comparisonIn(known.values);
      const compared = await askIndicator(ask, code, site.language, placesOf(asked));
      if (!compared) return null;
      const { state, leftOut: ofPage } = onPageThere(asked, compared);
      const proof = { head: headOf(site, thing), below: belowComparison(site, thing) };
      const html = comparePage({ ...site, query: compareQuery(state) }, state, compared, proof);
      return whole(html, [...known.leftOut, ...ofPage]);
    },
  };
}
