import type { Ask } from '../table/fetch-pages.ts';
import { askIndicator } from './compare/compare-data.ts';
import { comparePage } from './compare/compare-page.ts';
import { compareQuery, readCompare } from './compare/compare-state.ts';
import type { CompareState } from './compare/compare-state.ts';
import { askFront } from './front/front-data.ts';
import { frontPage } from './front/front-page.ts';
import type { Gallery } from './front/gallery.ts';
import { askReports } from './front/reports/reports-data.ts';
import { reportsPage } from './front/reports/reports-page.ts';
import { readReports, reportsPath } from './front/reports/reports-state.ts';
import type { ReportsState } from './front/reports/reports-state.ts';
import { askSearch } from './front/search/search-data.ts';
import { searchPage } from './front/search/search-page.ts';
import { readSearch, searchPath } from './front/search/search-state.ts';
import type { SearchState } from './front/search/search-state.ts';
import { windowQuery } from './front/window.ts';
import type { Html } from './html.ts';
import { askReport } from './reading/report-data.ts';
import { reportPath } from './reading/view.ts';
import { readingPage } from './reading/reading-page.ts';
import type { Site } from './site.ts';
import { comparePath } from './compare/path.ts';

/** What a page is made from. */
type PageRequest = { site: Site; ask: Ask; gallery: Gallery };

export type MadePage = {
  html: Html;
  /** Whether it says all that it should; if not, a later one may. */
  isWhole: boolean;
};

/** A page that may stand at an address. */
export type PageRoute = Pick<Site, 'path' | 'query'> & {
  /** Whether others are likely to ask for the same: a search is another at every letter. */
  isShared: boolean;
  /** Makes the page; null where what it is about is not there. */
  make: (making: PageRequest) => Promise<MadePage | null>;
};

/** What stands at an address; null where no page ever does. */
export function routeFor({ pathname, searchParams }: URL): PageRoute | null {
  if (pathname === '/') return frontRoute;
  if (pathname === searchPath) return searchRoute(readSearch(searchParams));
  if (pathname === reportsPath) return reportsRoute(readReports(searchParams));
  const [, room, name, ...rest] = pathname.split('/');
  if (room !== 'reports' && room !== 'compare') return null;
  const code = rest.length === 0 ? read(name) : null;
  if (!code)
    return { path: pathname, query: {}, isShared: true, make: () => Promise.resolve(null) };
  return room === 'compare'
    ? compareRoute(code, readCompare(searchParams))
    : readingRoute(code, searchParams.get('numerals') === '1');
}

const searchRoute = (state: SearchState): PageRoute => ({
  path: searchPath,
  query: { text: state.text, ...state.narrowed, ...windowQuery(state.window) },
  isShared: state.text === '',
  make: async ({ site, ask }) =>
    whole(searchPage(site, state, await askSearch(ask, state, site.language))),
});

const reportsRoute = (state: ReportsState): PageRoute => ({
  path: reportsPath,
  query: { ...state.narrowed, ...windowQuery(state.window) },
  isShared: Object.keys(state.narrowed).length === 0 && state.window.page === 1,
  async make({ site, ask }) {
    const data = await askReports(ask, state, site.language);
    return data && whole(reportsPage(site, state, data));
  },
});

const frontRoute: PageRoute = {
  path: '/',
  query: {},
  isShared: true,
  async make({ site, ask, gallery }) {
    const data = await askFront(ask, site.language);
    const cards = await gallery(ask, site.dataVersion, site.language);
    return { html: frontPage(site, data, cards), isWhole: cards.every(({ head }) => head) };
  },
};

const readingRoute = (code: string, withNumerals: boolean): PageRoute => ({
  path: reportPath(code),
  query: { ...(withNumerals && { numerals: '1' }) },
  isShared: true,
  async make({ site, ask }) {
    const data = await askReport(ask, code, site.language);
    return data && whole(readingPage(site, data, withNumerals));
  },
});

const compareRoute = (code: string, state: CompareState): PageRoute => ({
  path: comparePath(code),
  query: compareQuery(state),
  isShared: Object.keys(compareQuery(state)).length === 0,
  async make({ site, ask }) {
    const compared = await askIndicator(ask, code, site.language, state.place);
    return compared && whole(comparePage(site, compared));
  },
});

const whole = (html: Html): MadePage => ({ html, isWhole: true });

/** A code out of an address; null where it is not well-formed. */
function read(piece: string | undefined): string | null {
  try {
    return piece === undefined ? null : decodeURIComponent(piece);
  } catch {
    return null;
  }
}
