import type { Ask } from '../table/fetch-pages.ts';
import { askIndicator } from './compare/compare-data.ts';
import { comparePage } from './compare/compare-page.ts';
import { askFront } from './front/front-data.ts';
import { frontPage, searchPage } from './front/front-page.ts';
import type { Gallery } from './front/gallery.ts';
import { searchHits } from './front/hits.ts';
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
import { comparePath } from './compare/path.ts';

/** What a page is made from. */
type PageRequest = { site: Site; ask: Ask; gallery: Gallery };

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
  /** Makes the page; null where what it is about is not there. */
  make: (making: PageRequest) => Promise<MadePage | null>;
};

/** What stands at an address; null where no page ever does. */
export function routeFor({ pathname, searchParams }: URL): PageRoute | null {
  if (pathname === '/') {
    const text = searchParams.get('text')?.trim() ?? '';
    return text === '' ? frontRoute(searchParams.get('after')) : searchRoute(text);
  }
  const outside = outsideFiles[pathname];
  if (outside) return outsideRoute(pathname, outside);
  const file = reportFileAt(pathname);
  if (file) return fileRoute(file);
  const [, room, name, ...rest] = pathname.split('/');
  if (room !== 'reports' && room !== 'compare') return null;
  const code = rest.length === 0 ? read(name) : null;
  if (!code)
    return { path: pathname, query: {}, isShared: true, make: () => Promise.resolve(null) };
  return room === 'compare'
    ? compareRoute(code)
    : readingRoute(code, isAsked(searchParams, 'review') || isAsked(searchParams, 'numerals'));
}

const searchRoute = (text: string): PageRoute => ({
  path: '/',
  query: { text },
  isShared: false,
  make: async ({ site, ask }) => whole(searchPage(site, text, await searchHits(site, ask, text))),
});

const frontRoute = (after: string | null): PageRoute => ({
  path: '/',
  query: { ...(after !== null && { after }) },
  isShared: true,
  async make({ site, ask, gallery }) {
    const data = await askFront(ask, site.language, after);
    const cards = await gallery(ask, site.dataVersion, site.language);
    return { html: frontPage(site, data, cards), isWhole: cards.every(({ head }) => head) };
  },
});

/** Reviewers came by `?numerals=1` before, and still do. */
const isAsked = (query: URLSearchParams, name: string) => query.get(name) === '1';

const readingRoute = (code: string, isReview: boolean): PageRoute => ({
  path: reportPath(code),
  query: { ...(isReview && { review: '1' }) },
  isShared: true,
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

const compareRoute = (code: string): PageRoute => ({
  path: comparePath(code),
  query: {},
  isShared: true,
  async make({ site, ask }) {
    const compared = await askIndicator(ask, code, site.language);
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
