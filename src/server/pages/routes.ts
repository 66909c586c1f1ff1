import type { GraphQLSchema } from 'graphql';
import type { Ask } from '../table/pages.ts';
import type { Html } from './html.ts';
import { askReport } from './reading/report-data.ts';
import { readingPage } from './reading/reading-page.ts';
import type { Site } from './site.ts';

/** What a page is made from. */
export type Making = { site: Site; ask: Ask; schema: GraphQLSchema };

/** Makes a page; null where what it is about is not there. */
export type MakePage = (making: Making) => Promise<Html | null>;

/** The page that stands at an address; null where no page ever does. */
export function pageFor({ pathname }: URL): MakePage | null {
  const [, room, name, ...rest] = pathname.split('/');
  if (room === 'reports') return rest.length === 0 ? readingOf(read(name)) : missing;
  return null;
}

const missing: MakePage = () => Promise.resolve(null);

const readingOf =
  (code: string | null): MakePage =>
  async ({ site, ask }) => {
    const data = code ? await askReport(ask, code, site.language) : null;
    return data && readingPage(site, data);
  };

/** A code out of an address; null where it is not well-formed. */
function read(piece: string | undefined): string | null {
  try {
    return piece === undefined ? null : decodeURIComponent(piece);
  } catch {
    return null;
  }
}
