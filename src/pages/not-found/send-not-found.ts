import type { Logger } from 'pino';
import type { Ask } from '../../table/fetch-pages.ts';
import { readerLanguage } from '../language/language.ts';
import { sendPage, unkept } from '../send-page.ts';
import { siteOf } from '../site.ts';
import { dayOf, pageAt } from '../origin.ts';
import { placesNear } from './near-places.ts';
import type { NearestCodes, NearPlace } from './near-places.ts';
import { notFoundPage } from './not-found-page.ts';

/**
 * Says to a reader, in the language that is read, that nothing stands at an address, and what stands
 * near. It is no part of what caches keep, so it may depend on more than its address.
 */
export async function sendNotFound(
  request: Request,
  from: {
    version: string;
    nearestCodes: NearestCodes;
    ask: Ask;
    log: Pick<Logger, 'error'>;
    origin: string;
  },
): Promise<Response> {
  const { version, log, origin } = from;
  const url = new URL(request.url);
  const language = readerLanguage(url, request.headers.get('accept-language'));
  // Named in the address of the other language, since the reader’s own preference would win over none.
  const query = { lang: 'zh' };
  // Two slashes at its start would name another host.
  const path = url.pathname.replace(/^\/+/, '/');
  const site = siteOf({ path, query }, language, version);
  const near = await placesNear(site, from).catch((error: unknown): readonly NearPlace[] => {
    log.error(error, 'what is near an address could not be found');
    return [];
  });
  const page = pageAt(notFoundPage(site, near), origin, dayOf(new Date()));
  const headers = { ...unkept, vary: 'accept, accept-language', 'content-language': language };
  return sendPage(page, 404, headers);
}
