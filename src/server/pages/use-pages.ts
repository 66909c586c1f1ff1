import type { Plugin } from 'graphql-yoga';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import packageFile from '../../../package.json' with { type: 'json' };
import { entityTagOf, isNamed } from '../http/entity-tag.ts';
import { keptFor } from '../http/caching.ts';
import type { Caching } from '../http/caching.ts';
import { notKept } from '../http/headers.ts';
import type { Snapshots } from '../snapshots.ts';
import { NotATable } from '../table/pages.ts';
import type { Ask, Asker } from '../table/pages.ts';
import { assetsByPath, assetsVersion } from './asset-files.ts';
import { Unanswered } from './ask-all.ts';
import type { Html } from './html.ts';
import { createGallery } from './front/gallery.ts';
import { languageOf } from './language.ts';
import type { Language } from './language.ts';
import { pageAt } from './origin.ts';
import { notFoundPage, unansweredPage } from './other-pages.ts';
import { createRecent } from './recent.ts';
import { routeFor } from './routes.ts';
import type { Page, Route } from './routes.ts';
import type { Site } from './site.ts';
import { wordsIn } from './words.ts';

/** Nothing but this server's own styles and scripts; the icon is an empty data address. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const safe = {
  'content-security-policy': policy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

const unkept = { ...safe, ...notKept } as const;

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
  askOf: (snapshot: ReturnType<Snapshots['current']>, asker: Asker) => Ask;
};

/**
 * Pages for people: the front page, a page to read each report on, and one to compare each
 * indicator on. Each is made of the API's own answers, all of them from one snapshot.
 */
export function usePages({
  schema,
  snapshots,
  log,
  caching = () => keptFor(),
  askOf,
}: Options): Plugin<object, Asker> {
  const gallery = createGallery(schema);
  const recent = createRecent<Page>(keptPages, ({ isWhole }) =>
    isWhole ? Number.POSITIVE_INFINITY : 0,
  );

  async function sendRoute(
    request: Request,
    url: URL,
    route: Route,
    asker: Asker,
  ): Promise<Response> {
    const { snapshot, release } = snapshots.hold();
    const site = siteOf(route, languageOf(url), snapshot.version);
    const send = (page: Html, status: number, headers: Readonly<Record<string, string>>) =>
      sendPage(pageAt(page, url.origin), request.method === 'HEAD', status, headers);
    try {
      const key = keyOf(site);
      const tag = entityTagOf([url.origin, key]);
      const headers = () => ({ ...caching(snapshot.version), ...safe, etag: tag });
      if (isNamed(tag, request.headers.get('if-none-match'))) {
        return new Response(null, { status: 304, headers: headers() });
      }
      const making = (by: Asker) => route.make({ site, ask: askOf(snapshot, by), gallery });
      // What nobody else asks for would drive out what many read. Of the others the one who asks first
      // may leave, and those who wait for the same page are not to lose it.
      const page = await (route.isShared
        ? recent(key, () => making({ client: asker.client }))
        : making(asker));
      if (!page) return send(notFoundPage(site), 404, unkept);
      return send(page.html, 200, page.isWhole ? headers() : unkept);
    } catch (error) {
      if (!(error instanceof Unanswered || error instanceof NotATable)) throw error;
      if (error instanceof Unanswered && error.status < 500) {
        return send(notFoundPage(site), 404, unkept);
      }
      log.error(error, 'a page could not be made');
      return send(unansweredPage(site), 503, { ...unkept, 'retry-after': retrySeconds });
    } finally {
      release();
    }
  }

  async function answer(request: Request, url: URL, asker: Asker): Promise<Response | null> {
    const asset = assetsByPath.get(url.pathname);
    const route = asset ? null : routeFor(url);
    if (!asset && !route) return null;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    }
    if (asset) return sendAsset(asset, request.method === 'HEAD');
    return route && sendRoute(request, url, route, asker);
  }

  return {
    async onRequest({ request, url, endResponse, serverContext }) {
      const response = await answer(request, url, serverContext ?? {});
      if (response) endResponse(response);
    },
  };
}

function siteOf({ path, query }: Route, language: Language, dataVersion: string): Site {
  const { version: softwareVersion } = packageFile;
  return { language, words: wordsIn(language), path, query, dataVersion, softwareVersion };
}

/** All that a page depends on. */
const keyOf = ({ language, path, query, dataVersion, softwareVersion }: Site) =>
  JSON.stringify([dataVersion, softwareVersion, assetsVersion, language, path, query]);

function sendPage(
  page: string,
  isHead: boolean,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response {
  const body = new TextEncoder().encode(page);
  return new Response(isHead ? null : body, {
    status,
    headers: {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(body.byteLength),
    },
  });
}

function sendAsset({ type, body }: { type: string; body: BodyInit & Uint8Array }, isHead: boolean) {
  return new Response(isHead ? null : body, {
    headers: {
      'content-type': type,
      'content-length': String(body.byteLength),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    },
  });
}
