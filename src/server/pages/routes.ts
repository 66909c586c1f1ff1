import type { GraphQLSchema } from 'graphql';
import type { Ask } from '../table/pages.ts';
import { askIndicator } from './compare/compare-data.ts';
import { comparePage } from './compare/compare-page.ts';
import { askFront } from './front/front-data.ts';
import { frontPage, searchPage } from './front/front-page.ts';
import { askExamples } from './front/gallery.ts';
import { searchHits } from './front/hits.ts';
import type { Html } from './html.ts';
import { askReport } from './reading/report-data.ts';
import { readingPage } from './reading/reading-page.ts';
import type { Site } from './site.ts';

/** What a page is made from. */
type Making = { site: Site; ask: Ask; schema: GraphQLSchema };

/** Makes a page; null where what it is about is not there. */
export type MakePage = (making: Making) => Promise<Html | null>;

/** The page that stands at an address; null where no page ever does. */
export function pageFor({ pathname, searchParams }: URL): MakePage | null {
  if (pathname === '/') return frontFor(searchParams.get('text')?.trim() ?? '');
  const [, room, name, ...rest] = pathname.split('/');
  if (room === 'reports') return rest.length === 0 ? readingOf(read(name)) : missing;
  if (room === 'compare') return rest.length === 0 ? comparisonOf(read(name)) : missing;
  return null;
}

const frontFor =
  (text: string): MakePage =>
  async ({ site, ask, schema }) => {
    if (text !== '') return searchPage(site, text, await searchHits(site, ask, text));
    const [data, answered] = await Promise.all([
      askFront(ask, site.language, site.url.searchParams.get('after')),
      askExamples(schema, ask, site.language),
    ]);
    return frontPage(site, data, answered);
  };

const missing: MakePage = () => Promise.resolve(null);

const readingOf =
  (code: string | null): MakePage =>
  async ({ site, ask }) => {
    const data = code ? await askReport(ask, code, site.language) : null;
    return data && readingPage(site, data);
  };

const comparisonOf =
  (code: string | null): MakePage =>
  async ({ site, ask }) => {
    const compared = code ? await askIndicator(ask, code, site.language) : null;
    return compared && comparePage(site, compared);
  };

/** A code out of an address; null where it is not well-formed. */
function read(piece: string | undefined): string | null {
  try {
    return piece === undefined ? null : decodeURIComponent(piece);
  } catch {
    return null;
  }
}
