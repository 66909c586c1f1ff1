import type { Ask } from '../table/fetch-pages.ts';
import { askIndicator } from './compare/compare-data.ts';
import { comparePage } from './compare/compare-page.ts';
import { compareQuery, placesOf, readCompare } from './compare/compare-state.ts';
import type { CompareState } from './compare/compare-state.ts';
import { noAnswer } from './examples/example-answer.ts';
import type { AnswerExample } from './examples/example-answer.ts';
import { askChoices } from './examples/example-choices.ts';
import { examplePage } from './examples/example-page.ts';
import { exampleAt, examplePath, givenIn, wrongWords } from './examples/known-examples.ts';
import type { KnownExample } from './examples/known-examples.ts';
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
import { codeIn, pagePath, pagePaths } from '../http/addresses.ts';
import type { Html } from './html.ts';
import { outsideFiles } from './outside/files.ts';
import type { OutsideFile } from './outside/files.ts';
import { reportFileAt, reportFilePath, typeOfForm } from './reading/files.ts';
import type { ReportFile } from './reading/files.ts';
import { proofPage } from './reading/proof/proof-page.ts';
import { askReport, askText } from './reading/report-data.ts';
import { reportPath } from './reading/view.ts';
import { readingPage } from './reading/reading-page.ts';
import type { Site } from './site.ts';
import { kindPages, thingAt } from './things/kinds.ts';
import type { ThingAddress } from './things/kinds.ts';
import { headOf } from './things/proof-parts.ts';
import { belowComparison, thingPage } from './things/thing-page.ts';

/** What a page is made from. */
type PageRequest = { site: Site; ask: Ask; gallery: Gallery; answerExample: AnswerExample };

export type MadePage = {
  html: Html | string;
  /** Whether it says all that it should; if not, a later one may. */
  isWhole: boolean;
  /** What it is where it is no page; with a name, a file to keep. */
  file?: { type: string; name?: string };
};

/** A page that may stand at an address. */
export type PageRoute = Pick<Site, 'path' | 'query'> & {
  /** Whether others are likely to ask for the same: a search is another at every letter. */
  isShared: boolean;
  /** Whether it tells the day on which it is read, as citations do. */
  tellsDay?: boolean;
  /** Makes the page; null where what it is about is not there. */
  make: (making: PageRequest) => Promise<MadePage | null>;
};

/** What stands at an address; null where no page ever does. */
export function routeFor({ pathname, searchParams }: URL): PageRoute | null {
  if (pathname === '/') return frontRoute;
  if (pathname === searchPath) return searchRoute(readSearch(searchParams));
  if (pathname === reportsPath) return reportsRoute(readReports(searchParams));
  const outside = outsideFiles[pathname];
  if (outside) return outsideRoute(pathname, outside);
  const file = reportFileAt(pathname);
  if (file) return fileRoute(file);
  const thing = thingAt(pathname);
  // What is no page is served as a file.
  if (thing && thing.form !== 'page') return null;
  if (pathname.startsWith(pagePaths.report)) {
    const piece = pathname.slice(pagePaths.report.length);
    const code = piece.includes('/') ? null : codeIn(piece);
    return code
      ? readingRoute(code, isAsked(searchParams, 'review') || isAsked(searchParams, 'numerals'))
      : nothingAt(pathname);
  }
  const example = exampleAt(pathname);
  if (example) return exampleRoute(example, searchParams);
  if (!thing) return null;
  return thing.kind === 'indicator'
    ? indicatorRoute(thing.code, readCompare(searchParams))
    : thingRoute(thing);
}

const nothingAt = (path: string): PageRoute => ({
  path,
  query: {},
  isShared: true,
  make: () => Promise.resolve(null),
});

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

/** Reviewers came by `?numerals=1` before, and still do. */
const isAsked = (query: URLSearchParams, name: string) => query.get(name) === '1';

const readingRoute = (code: string, isReview: boolean): PageRoute => ({
  path: reportPath(code),
  query: { ...(isReview && { review: '1' }) },
  isShared: true,
  tellsDay: true,
  async make({ site, ask }) {
    const data = await askReport(ask, code, site.language);
    return data && whole(readingPage(site, data, isReview));
  },
});

const outsideRoute = (path: string, { type, make }: OutsideFile): PageRoute => ({
  path,
  query: {},
  isShared: true,
  make: async ({ site, ask }) => ({ html: await make(ask, site), isWhole: true, file: { type } }),
});

/** Files are asked for once, to be kept elsewhere. */
const fileRoute = (file: ReportFile): PageRoute => ({
  path: reportFilePath(file),
  query: {},
  isShared: false,
  async make({ site, ask }) {
    const { code, form } = file;
    const html = await (form === 'txt' ? askText(ask, code) : makeProof(ask, site, code));
    const name = `${code}.${form}`;
    return html === null ? null : { html, isWhole: true, file: { type: typeOfForm[form], name } };
  },
});

async function makeProof(ask: Ask, site: Site, code: string): Promise<Html | null> {
  const data = await askReport(ask, code, site.language);
  return data && proofPage(site, data);
}

function exampleRoute(known: KnownExample, search: URLSearchParams): PageRoute {
  const asked = known.parameters.flatMap(({ name }): [string, string][] => {
    const value = search.getAll(name).join(',').trim();
    return value === '' ? [] : [[name, value]];
  });
  const list = search.get('list')?.trim() ?? '';
  const query: Record<string, string> = {
    ...Object.fromEntries(asked),
    ...(list !== '' && { list }),
  };
  return {
    path: examplePath(known.slug),
    query,
    isShared: Object.keys(query).length === 0,
    async make({ site, ask, answerExample }) {
      const { example, parameters } = known;
      const { language, dataVersion } = site;
      const given = givenIn(parameters, new URLSearchParams(query));
      const choices = await askChoices(ask, language, query['places']);
      const answer =
        'wrong' in given
          ? { ...noAnswer, wrong: wrongWords(site, given.wrong) }
          : await answerExample(ask, dataVersion, { example, given: given.values, list, language });
      const html = examplePage(site, known, { answer, choices });
      return { html, isWhole: answer.messages.length === 0 && answer.wrong === null };
    },
  };
}

const indicatorRoute = (code: string, state: CompareState): PageRoute => ({
  path: pagePath('indicator', code),
  query: compareQuery(state),
  isShared: Object.keys(compareQuery(state)).length === 0,
  tellsDay: true,
  async make({ site, ask }) {
    const thing = await kindPages.indicator.find(ask, site, code);
    if (!thing) return null;
    const compared = await askIndicator(ask, code, site.language, placesOf(state));
    const proof = { head: headOf(site, thing), below: belowComparison(site, thing) };
    return compared && whole(comparePage(site, state, compared, proof));
  },
});

const thingRoute = ({ kind, code }: Pick<ThingAddress, 'kind' | 'code'>): PageRoute => ({
  path: pagePath(kind, code),
  query: {},
  isShared: true,
  tellsDay: true,
  async make({ site, ask }) {
    const thing = await kindPages[kind].find(ask, site, code);
    return thing && whole(thingPage(site, thing));
  },
});

const whole = (html: Html): MadePage => ({ html, isWhole: true });
