import type { Plugin } from 'graphql-yoga';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { nearestCodes } from '../../db/codes/near-codes.ts';
import { tagOfAnswer } from '../../http/entity-tag.ts';
import { isRead, notModifiedResponse } from '../../http/reply.ts';
import { preferredType, wantsPage } from '../../http/accept.ts';
import { cacheableFor } from '../http/caching.ts';
import type { Caching } from '../http/caching.ts';
import type { Snapshots } from '../snapshots/snapshots.ts';
import { NotATable } from '../../table/fetch-pages.ts';
import type { Ask, AskingClient } from '../../table/fetch-pages.ts';
import { assetsByPath, assetsVersion } from '../../pages/asset-files.ts';
import { Unanswered, messagesOf } from '../../pages/ask-all.ts';
import type { Html } from '../../pages/html.ts';
import { createGallery } from '../../pages/front/gallery.ts';
import { languageOf } from '../../pages/language/language.ts';
import { pageAt } from '../../pages/origin.ts';
import { sendNotFound } from '../../pages/not-found/send-not-found.ts';
import { refusedPage } from '../../pages/refused/other-pages.ts';
import type { RefusalReason } from '../../pages/refused/other-pages.ts';
import { createRecent } from '../../pages/recent.ts';
import { routeFor } from '../../pages/routes.ts';
import type { MadePage, PageRoute } from '../../pages/routes.ts';
import { safe, sendAsset, sendPage, unkept } from '../../pages/send-page.ts';
import { siteOf } from '../../pages/site.ts';
import type { Site } from '../../pages/site.ts';

/** Pages that a process keeps ready: a few megabytes, and most readers read the same ones. */
const keptPages = 24;

/** When one may come again whose page could not be made, in seconds. */
const retrySeconds = '5';

type Options = {
  schema: GraphQLSchema;
  snapshots: Snapshots;
  log: Logger;
  /** What caches are told. */
  caching?: Caching;
  /** Asks the API, always of one snapshot. */
  askOf: (snapshot: ReturnType<Snapshots['current']>, asker: AskingClient) => Ask;
  /** By what readers call this server; where it is not said, by what each of them calls it. */
  publicOrigin?: string | null;
};

/**
 * Pages for people: the front page, a page to read each report on, and one to compare each
 * indicator on. Each is made of the API's own answers, all of them from one snapshot.
 */
export function usePages({
  schema,
  snapshots,
  log,
  caching = () => cacheableFor(),
  askOf,
  publicOrigin = null,
}: Options): Plugin<object, AskingClient> {
  const gallery = createGallery(schema);
  const recent = createRecent<MadePage>(keptPages, ({ isWhole }) =>
    isWhole ? Number.POSITIVE_INFINITY : 0,
  );

  /** In words of JSON where these are liked better, which are put there for every address. */
  function notFound(request: Request, url: URL, asker: AskingClient): Promise<Response> | Response {
    const liked = preferredType(request.headers.get('accept'), ['text/html', 'application/json']);
    if (liked === 'application/json') return new Response(null, { status: 404 });
    const { snapshot, release } = snapshots.hold();
    const { version, readBytes } = snapshot;
    const ask = askOf(snapshot, asker);
    const origin = publicOrigin ?? url.origin;
    return sendNotFound(request, {
      version,
      nearestCodes: (kind, code, most) => nearestCodes(readBytes, kind, { code, most }),
      ask,
      log,
      origin,
    }).finally(release);
  }

  async function sendRoute(
    request: Request,
    url: URL,
    route: PageRoute,
    asker: AskingClient,
  ): Promise<Response> {
    const { snapshot, release } = snapshots.hold();
    const site = siteOf(route, languageOf(url), snapshot.version);
    const origin = publicOrigin ?? url.origin;
    const send = (page: Html, status: number, headers: Readonly<Record<string, string>>) =>
      sendPage(pageAt(page, origin), status, headers);
    try {
      const key = keyOf(site);
      const tag = tagOfAnswer(snapshot.version, [origin, key]);
      const headers = () => ({ ...caching(snapshot.version), ...safe, etag: tag });
      const unchanged = notModifiedResponse(request, headers());
      if (unchanged) return unchanged;
      const making = (by: AskingClient) => route.make({ site, ask: askOf(snapshot, by), gallery });
      // What nobody else asks for would drive out what many read. Of the others the one who asks first
      // may leave, and those who wait for the same page are not to lose it.
      const page = await (route.isShared
        ? recent(key, () => making({ client: asker.client }))
        : making(asker));
      if (!page) return notFound(request, url, asker);
      return send(page.html, 200, page.isWhole ? headers() : unkept);
    } catch (error) {
      if (!(error instanceof Unanswered || error instanceof NotATable)) throw error;
      if (error instanceof Unanswered && error.status < 422) {
        return notFound(request, url, asker);
      }
      log.error(error, 'a page could not be made');
      return refuse(error, (status, reason, headers) =>
        send(refusedPage(site, status, reason), status, headers),
      );
    } finally {
      release();
    }
  }

  async function answer(request: Request, url: URL, asker: AskingClient): Promise<Response | null> {
    const asset = assetsByPath.get(url.pathname);
    const route = asset ? null : routeFor(url);
    if (!asset && !route) return null;
    if (!isRead(request.method)) {
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    }
    if (asset) return sendAsset(asset);
    return route && sendRoute(request, url, route, asker);
  }

  return {
    async onRequest({ request, url, endResponse, serverContext }) {
      const response = await answer(request, url, serverContext ?? {});
      if (response) endResponse(response);
    },
    // Whatever else stands nowhere: a reader gets a page, a program the words that it has always got.
    async onResponse({ request, response, serverContext, setResponse }) {
      const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
      if (response.status !== 404 || !isRead(request.method) || isPage) return;
      if (!wantsPage(request.headers.get('accept'))) return;
      setResponse(await notFound(request, new URL(request.url), serverContext ?? {}));
    },
  };
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

/** All that a page depends on. */
const keyOf = ({ language, path, query, dataVersion, softwareVersion }: Site) =>
  JSON.stringify([dataVersion, softwareVersion, assetsVersion, language, path, query]);
