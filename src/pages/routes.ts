import type { Ask } from '../table/fetch-pages.ts';
import type { LeftOut } from './address/left-out.ts';
import { aSwitch, readAddress } from './address/parts.ts';
import { exampleAt } from './examples/known-examples.ts';
import { askFront } from './front/front-data.ts';
import { frontPage } from './front/front-page.ts';
import { reportsPath } from './front/reports/reports-state.ts';
import { searchPath } from './front/search/search-state.ts';
import { codeIn, pagePath, pagePaths } from '../http/addresses.ts';
import type { Html } from './html.ts';
import { outsideFiles } from './outside/files.ts';
import type { OutsideFile } from './outside/files.ts';
import { whole } from './page-route.ts';
import type { PageRoute } from './page-route.ts';
import { reportFileAt, reportFilePath, typeOfForm } from './reading/files.ts';
import type { ReportFile } from './reading/files.ts';
import { proofPage } from './reading/proof/proof-page.ts';
import { askReport, askText } from './reading/report-data.ts';
import { reportPath } from './reading/view.ts';
import { readingPage } from './reading/reading-page.ts';
import { exampleRoute, indicatorRoute, reportsRoute, searchRoute } from './routes-by-parts.ts';
import type { Site } from './site.ts';
import { kindPages, thingAt } from './things/kinds.ts';
import type { ThingAddress } from './things/kinds.ts';
import { thingPage } from './things/thing-page.ts';

/** What stands at an address; null where no page ever does. */
export function routeFor({ pathname, searchParams }: URL): PageRoute | null {
  if (pathname === searchPath) return searchRoute(searchParams);
  if (pathname === reportsPath) return reportsRoute(searchParams);
  // No other page takes conditions.
  const { leftOut } = readAddress(searchParams, {});
  if (pathname === '/') return frontRoute(leftOut);
  const outside = outsideFiles[pathname];
  if (outside) return outsideRoute(pathname, outside);
  const file = reportFileAt(pathname);
  if (file) return fileRoute(file, leftOut);
  const thing = thingAt(pathname);
  // What is no page is served as a file.
  if (thing && thing.form !== 'page') return null;
  if (pathname.startsWith(pagePaths.report)) {
    const piece = pathname.slice(pagePaths.report.length);
    const code = piece.includes('/') ? null : codeIn(piece);
    return code ? readingRoute(code, searchParams) : nothingAt(pathname);
  }
  const example = exampleAt(pathname);
  if (example) return exampleRoute(example, searchParams);
  if (!thing) return null;
  return thing.kind === 'indicator'
    ? indicatorRoute(thing.code, searchParams)
    : thingRoute(thing, leftOut);
}

const nothingAt = (path: string): PageRoute => ({
  path,
  query: {},
  leftOut: [],
  isShared: true,
  make: () => Promise.resolve(null),
});

const frontRoute = (leftOut: readonly LeftOut[]): PageRoute => ({
  path: '/',
  query: {},
  leftOut,
  isShared: true,
  async make({ site, ask, gallery }) {
    const data = await askFront(ask, site.language);
    const cards = await gallery(ask, site.dataVersion, site.language);
    return { html: frontPage(site, data, cards), isWhole: cards.every(({ head }) => head) };
  },
});

/** Reviewers came by `?numerals=1` before, and still do. */
const readingParts = { review: aSwitch, numerals: aSwitch };

function readingRoute(code: string, search: URLSearchParams): PageRoute {
  const { values, leftOut } = readAddress(search, readingParts);
  const isReview = values.review === '1' || values.numerals === '1';
  return {
    path: reportPath(code),
    query: { ...(isReview && { review: '1' }) },
    leftOut,
    isShared: true,
    tellsDay: true,
    async make({ site, ask }) {
      const data = await askReport(ask, code, site.language);
      return data && whole(readingPage(site, data, isReview));
    },
  };
}

const outsideRoute = (path: string, { type, make }: OutsideFile): PageRoute => ({
  path,
  query: {},
  leftOut: [],
  isShared: true,
  make: async ({ site, ask }) => ({ html: await make(ask, site), isWhole: true, file: { type } }),
});

/** Files are asked for once, to be kept elsewhere. */
const fileRoute = (file: ReportFile, leftOut: readonly LeftOut[]): PageRoute => ({
  path: reportFilePath(file),
  query: {},
  leftOut,
  isShared: false,
  isFile: true,
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

const thingRoute = (
  { kind, code }: Pick<ThingAddress, 'kind' | 'code'>,
  leftOut: readonly LeftOut[],
): PageRoute => ({
  path: pagePath(kind, code),
  query: {},
  leftOut,
  isShared: true,
  tellsDay: true,
  async make({ site, ask }) {
    const thing = await kindPages[kind].find(ask, site, code);
    return thing && whole(thingPage(site, thing));
  },
});
