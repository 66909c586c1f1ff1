import type { Plugin } from 'graphql-yoga';
import { preferredType } from '../../../http/accept.ts';
import { tagOfAnswer } from '../../../http/entity-tag.ts';
import { noStore } from '../../../http/headers.ts';
import { isRead, onlyRead } from '../../../http/reply.ts';
import type { FeedEntry } from '../../../pages/feed/feed.ts';
import { languageOf } from '../../../pages/language/language.ts';
import { dayOf, pageAt } from '../../../pages/origin.ts';
import { outsideFiles } from '../../../pages/outside/files.ts';
import { routeFor } from '../../../pages/routes.ts';
import { sendPage, unkept } from '../../../pages/send-page.ts';
import { siteOf } from '../../../pages/site.ts';
import { thingAt } from '../../../pages/things/kinds.ts';
import {
  addressesWithin,
  goneVersionPage,
  pageWithin,
  versionAt,
  versionBase,
} from '../../../pages/versions/version-page.ts';
import { originFor, publicOrigin } from '../../../public-origin.ts';
import type { KeptVersion, KeptVersions } from '../../snapshots/kept-versions.ts';
import type { Snapshots } from '../../snapshots/snapshots.ts';

type Answering<Server> = (request: Request, server: Server) => Response | Promise<Response>;

type Options<Server> = {
  kept: KeptVersions;
  snapshots: Pick<Snapshots, 'current'>;
  /** What was published until now. */
  history: () => readonly FeedEntry[];
  /** Everything that is served, over one snapshot that stays the same. */
  appOver: (snapshots: Snapshots) => Answering<Server>;
};

type Asked<Server> = { request: Request; url: URL; server: Server; rest: string; prefix: string };

/** What a version of the data is asked for by: to read it is all that can be done with it. */
const isServed = (url: URL) =>
  url.pathname === '/graphql' ||
  url.pathname === '/schema.graphql' ||
  url.pathname.startsWith('/examples/') ||
  thingAt(url.pathname) !== null ||
  // What tells crawlers where all stands is told of the present version alone.
  (routeFor(url) !== null && !outsideFiles[url.pathname]);

/**
 * Serves the snapshots that are kept under `/versions/<first 12 digits>`: pages, files and GET of the
 * API, so that what a citation names can be had again.
 */
export function useVersions<Server extends object>(
  options: Options<Server>,
): Plugin<object, Server> {
  const answers = new WeakMap<KeptVersion['served'], Answering<Server>>();
  const answerOf = (version: KeptVersion): Answering<Server> => {
    const { served } = version;
    const known = answers.get(served);
    if (known) return known;
    const made = options.appOver(over(version));
    answers.set(served, made);
    return made;
  };
  return {
    async onRequest({ request, url, serverContext, endResponse }) {
      const named = versionAt(url.pathname);
      if (!named) return;
      if (!isRead(request.method)) return endResponse(onlyRead());
      const asked = { request, url, server: serverContext, ...named };
      const kept = await options.kept.open(named.prefix);
      if (!kept) return endResponse(gone(options, asked));
      const release = kept.hold();
      try {
        endResponse(await within(answerOf(kept), kept, asked));
      } finally {
        release();
      }
    },
  };
}

/** Snapshots of which one is current for ever. */
const over = ({ served, hold }: KeptVersion): Snapshots => ({
  current: () => served,
  hold: () => ({ snapshot: served, release: hold() }),
  settle: () => null,
  isServable: () => true,
  problem: () => null,
  close: () => {},
});

/** The types of the files that hold a citation. */
const isCitation = /^application\/x-(?:bibtex|research-info)/;

/** What stands at an address within a version. */
async function within<Server>(
  answer: Answering<Server>,
  { served, state }: KeptVersion,
  { request, url, server, rest }: Asked<Server>,
): Promise<Response> {
  const inner = new URL(`${url.origin}${rest}${url.search}`);
  if (!isServed(inner)) return new Response(null, { status: 404, headers: noStore });
  // Coded, and compared with what the client has, is what leaves in the end.
  const headers = new Headers(request.headers);
  for (const name of ['accept-encoding', 'if-none-match']) headers.delete(name);
  const response = await answer(new Request(inner, { method: request.method, headers }), server);
  const { status } = response;
  const origin = originFor(url);
  const told = headersWithin(response.headers, { version: served.version, state, origin });
  const type = told.get('content-type') ?? '';
  if (isCitation.test(type)) {
    const text = addressesWithin(await response.text(), origin, versionBase(served.version));
    return new Response(text, { status, headers: told });
  }
  // The editor leads by itself to where it is told.
  const isEditor = inner.pathname === '/graphql';
  if (isEditor || !type.startsWith('text/html'))
    return new Response(response.body, { status, headers: told });
  const language = languageOf(url);
  const site = { language, dataVersion: served.version, path: inner.pathname };
  const isFile = told.has('content-disposition');
  const page = pageWithin(await response.text(), site, { state, origin, isFile });
  return new Response(page, { status, headers: told });
}

/** The headers of an answer as they hold within a version. */
function headersWithin(
  headers: Headers,
  { version, state, origin }: { version: string; state: KeptVersion['state']; origin: string },
): Headers {
  const told = new Headers(headers);
  told.delete('content-length');
  told.set('juzheng-version-state', state);
  const tag = told.get('etag');
  // What it says of itself changes when another version is published, so caches ask every time.
  if (tag !== null) told.set('etag', tagOfAnswer(version, [versionBase(version), state, tag]));
  if (told.get('cache-control') !== noStore['cache-control'])
    told.set('cache-control', 'public, no-cache');
  const location = told.get('location');
  if (location !== null) {
    const path = location.startsWith(`${origin}/`) ? location.slice(origin.length) : location;
    if (path.startsWith('/'))
      told.set('location', `${publicOrigin()}${versionBase(version)}${path}`);
  }
  return told;
}

/** That a version is there no longer: to a reader as a page. */
function gone<Server>(
  { snapshots, history }: Options<Server>,
  { request, url, prefix, rest }: Asked<Server>,
): Response {
  const current = snapshots.current().version;
  const liked = preferredType(request.headers.get('accept'), ['text/html', 'application/json']);
  if (liked === 'application/json') {
    const message = `The version ${prefix} of the data is kept no longer; the present one is ${current}, at ${rest}.`;
    const errors = [{ message, extensions: { code: 'GONE' } }];
    return Response.json({ errors }, { status: 410, headers: noStore });
  }
  const site = siteOf({ path: url.pathname, query: {} }, languageOf(url), current);
  const page = goneVersionPage(site, { version: prefix, rest, history: history() });
  const origin = originFor(url);
  return sendPage(pageAt(page, origin, dayOf(new Date())), 410, unkept);
}
