import type { Logger } from 'pino';
import { nearestCodes } from '../../db/codes/near-codes.ts';
import { preferredType } from '../../http/accept.ts';
import { tagOfAnswer } from '../../http/entity-tag.ts';
import { notModifiedResponse } from '../../http/reply.ts';
import { Unanswered, messagesOf } from '../../pages/ask-all.ts';
import { withNote } from '../../pages/address/left-out-note.ts';
import { assetsVersion } from '../../pages/asset-files.ts';
import type { Html } from '../../pages/html.ts';
import { noStore, withVary } from '../../http/headers.ts';
import { languageOf } from '../../pages/language/language.ts';
import {
  leavesLanguageOpen,
  preferredAddress,
  variesByReader,
} from '../../pages/language/prefer.ts';
import { sendNotFound } from '../../pages/not-found/send-not-found.ts';
import { dayOf, pageAt } from '../../pages/origin.ts';
import { refusedPage } from '../../pages/refused/other-pages.ts';
import type { RefusalReason } from '../../pages/refused/other-pages.ts';
import type { MadePage, PageRoute } from '../../pages/page-route.ts';
import { safe, sendPage, unkept } from '../../pages/send-page.ts';
import { originFor } from '../../public-origin.ts';
import { siteOf } from '../../pages/site.ts';
import type { Site } from '../../pages/site.ts';
import { NotATable } from '../../table/fetch-pages.ts';
import type { AskingClient } from '../../table/fetch-pages.ts';
import type { PageSource, ReaderRequest } from './page-source.ts';
import { refuseAddress } from './refuse-address.ts';
import { sendRemoved } from './send-gone.ts';
import type { Snapshots } from '../snapshots/snapshots.ts';

/** When one may come again whose page could not be made, in seconds. */
const retrySeconds = '5';

/** In words of JSON where these are liked better, which are put there for every address. */
export function sendNothing(
  source: PageSource,
  asked: ReaderRequest,
): Promise<Response> | Response {
  const { snapshots, log, askOf } = source;
  const { request, url, asker } = asked;
  const removed = sendRemoved(source, asked);
  if (removed) return removed;
  const liked = preferredType(request.headers.get('accept'), ['text/html', 'application/json']);
  if (liked === 'application/json') return new Response(null, { status: 404 });
  const { snapshot, release } = snapshots.hold();
  const { version } = snapshot;
  return sendNotFound(request, {
    version,
    nearestCodes: (kind, code, most) => nearestCodes(snapshot, kind, { code, most }),
    ask: askOf(snapshot, asker),
    log,
    origin: originFor(url),
  }).finally(release);
}

/** The page at a route, made of answers from one snapshot, or a page that says why there is none. */
export async function sendRoute(
  source: PageSource,
  asked: ReaderRequest,
  route: PageRoute,
): Promise<Response> {
  const { snapshots, caching, log } = source;
  const { request, url } = asked;
  const refusal = route.isFile ? refuseAddress(url, route.leftOut) : null;
  if (refusal) return refusal;
  const preferred = preferredAddress(url, request.headers);
  if (preferred !== null) return sendElsewhere(preferred);
  const { snapshot, release } = snapshots.hold();
  const site = siteOf(route, languageOf(url), snapshot.version);
  const origin = originFor(url);
  const day = dayOf(new Date());
  const send: Send = (page, status, headers) =>
    sendPage(pageAt(page, origin, day), status, headers);
  try {
    const told = JSON.stringify(route.leftOut);
    const parts = [origin, keyOf(site), told, ...(route.tellsDay ? [day] : [])];
    const etag = tagOfAnswer(snapshot.version, parts);
    const headers = () => {
      const cacheable = caching(snapshot.version);
      return { ...cacheable, ...safe, etag, vary: varyOf(url, cacheable.vary) };
    };
    const unchanged = notModifiedResponse(request, headers());
    if (unchanged) return unchanged;
    const page = await makePage(source, { route, site, snapshot, asker: asked.asker });
    if (!page) return sendNothing(source, asked);
    const leftOut = [...route.leftOut, ...(page.leftOut ?? [])];
    return send(withNote(page.html.toString(), leftOut, site), 200, {
      ...(page.isWhole ? headers() : unkept),
      ...(page.file && fileHeaders(page.file)),
    });
  } catch (error) {
    if (!(error instanceof Unanswered || error instanceof NotATable)) throw error;
    if (error instanceof Unanswered && error.status < 422) return sendNothing(source, asked);
    tell(log, error);
    return refuse(error, (status, reason, headers) =>
      send(refusedPage(site, status, reason), status, headers),
    );
  } finally {
    release();
  }
}

/** A page whose address leaves its language open varies by who reads it too. */
const varyOf = (url: URL, vary = ''): string =>
  leavesLanguageOpen(url) ? withVary(vary, variesByReader) : vary;

const sendElsewhere = (location: string): Response =>
  new Response(null, { status: 302, headers: { ...noStore, location, vary: variesByReader } });

const fileHeaders = ({ type, name }: NonNullable<MadePage['file']>) => ({
  'content-type': type,
  ...(name !== undefined && { 'content-disposition': `attachment; filename="${name}"` }),
});

/** Limits do their work without a word: else whoever asks for much could fill the log. */
function tell(log: Logger, error: Unanswered | NotATable): void {
  if (error.status === 422 || error.status === 503) log.debug(`page refused: ${error.message}`);
  else log.error(error, 'a page could not be made');
}

type Send = (
  page: Html | string,
  status: number,
  headers: Readonly<Record<string, string>>,
) => Response;

type Making = {
  route: PageRoute;
  site: Site;
  snapshot: ReturnType<Snapshots['current']>;
  asker: AskingClient;
};

/**
 * What nobody else asks for would drive out what many read. Of the others the one who asks first may
 * leave, and those who wait for the same page are not to lose it.
 */
function makePage(
  { askOf, gallery, answerExample, recent }: PageSource,
  { route, site, snapshot, asker }: Making,
): Promise<MadePage | null> {
  const make = (by: AskingClient) =>
    route.make({ site, ask: askOf(snapshot, by), gallery, answerExample });
  return route.isShared ? recent(keyOf(site), () => make({ client: asker.client })) : make(asker);
}

/** What a limit stands against is told without a time: the page is as large the next time. */
function refuse(
  error: Unanswered | NotATable,
  send: (
    status: number,
    reason: RefusalReason,
    headers: Readonly<Record<string, string>>,
  ) => Response,
): Response {
  const messages = error instanceof Unanswered ? error.messages : messagesOf(error.body);
  if (error.status === 422) return send(422, { messages, retryAfter: null }, unkept);
  const retryAfter = error.retryAfter ?? retrySeconds;
  return send(503, { messages, retryAfter }, { ...unkept, 'retry-after': retryAfter });
}

/** All that a page depends on, beside what it says of parts of its address that it does not understand. */
const keyOf = ({ language, path, query, dataVersion, softwareVersion }: Site) =>
  JSON.stringify([dataVersion, softwareVersion, assetsVersion, language, path, query]);
