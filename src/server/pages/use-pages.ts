import type { Plugin } from 'graphql-yoga';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import packageFile from '../../../package.json' with { type: 'json' };
import { entityTagOf, isNamed } from '../http/entity-tag.ts';
import { kept, notKept } from '../http/headers.ts';
import type { Snapshots } from '../snapshots.ts';
import { NotATable } from '../table/pages.ts';
import type { Ask, Asker } from '../table/pages.ts';
import { assetsByPath, assetsVersion } from './asset-files.ts';
import { Unanswered } from './ask-all.ts';
import type { Html } from './html.ts';
import { languageOf } from './language.ts';
import { notFoundPage, unansweredPage } from './other-pages.ts';
import { createRecent } from './recent.ts';
import { pageFor } from './routes.ts';
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

type Options = {
  schema: GraphQLSchema;
  snapshots: Snapshots;
  log: Logger;
  /** Asks the API, always of one snapshot. */
  askOf: (snapshot: ReturnType<Snapshots['current']>, asker: Asker) => Ask;
};

/**
 * Pages for people: the front page, a page to read each report on, and one to compare each
 * indicator on. Each is made of the API's own answers, all of them from one snapshot.
 */
export function usePages({ schema, snapshots, log, askOf }: Options): Plugin<object, Asker> {
  const recent = createRecent<Html>(keptPages);

  async function answer(request: Request, url: URL, asker: Asker): Promise<Response | null> {
    const asset = assetsByPath.get(url.pathname);
    const make = asset ? null : pageFor(url);
    if (!asset && !make) return null;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    }
    const isHead = request.method === 'HEAD';
    if (asset) return sendAsset(asset, isHead);
    if (!make) return null;
    const { snapshot, release } = snapshots.hold();
    try {
      const tag = entityTagOf([snapshot.version, packageFile.version, assetsVersion, url.href]);
      const headers = { ...kept, ...safe, etag: tag };
      if (isNamed(tag, request.headers.get('if-none-match'))) {
        return new Response(null, { status: 304, headers });
      }
      const site = siteOf(url, snapshot.version);
      const making = (by: Asker) => make({ site, ask: askOf(snapshot, by), schema });
      // A search is another at every letter, and would drive out what many read. Of the others the
      // one who asks first may leave, and those who wait for the same page are not to lose it.
      const page = await (url.searchParams.has('text')
        ? making(asker)
        : recent(tag, () => making({ client: asker.client })));
      return page
        ? sendPage(page, isHead, 200, headers)
        : sendPage(notFoundPage(site), isHead, 404, unkept);
    } catch (error) {
      if (!(error instanceof Unanswered || error instanceof NotATable)) throw error;
      if (error instanceof Unanswered && error.status < 500) {
        return sendPage(notFoundPage(siteOf(url, snapshot.version)), isHead, 404, unkept);
      }
      log.error(error, 'a page could not be made');
      const page = unansweredPage(siteOf(url, snapshot.version));
      return sendPage(page, isHead, 503, unkept);
    } finally {
      release();
    }
  }

  return {
    async onRequest({ request, url, endResponse, serverContext: { client, signal } }) {
      const response = await answer(request, url, { client, signal });
      if (response) endResponse(response);
    },
  };
}

function siteOf(url: URL, dataVersion: string): Site {
  const language = languageOf(url);
  const { version: softwareVersion } = packageFile;
  return { language, words: wordsIn(language), url, dataVersion, softwareVersion };
}

function sendPage(
  page: Html,
  isHead: boolean,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response {
  const body = new TextEncoder().encode(page.toString());
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
