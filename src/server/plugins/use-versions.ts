import type { Plugin } from 'graphql-yoga';
import { preferredType } from '../../http/accept.ts';
import { noStore } from '../../http/headers.ts';
import { isRead, onlyRead } from '../../http/reply.ts';
import { languageOf } from '../../pages/language/language.ts';
import { dayOf, pageAt } from '../../pages/origin.ts';
import { routeFor } from '../../pages/routes.ts';
import { sendPage, unkept } from '../../pages/send-page.ts';
import { siteOf } from '../../pages/site.ts';
import { thingAt } from '../../pages/things/kinds.ts';
import {
  goneVersionPage,
  pageWithin,
  versionAt,
  versionBase,
} from '../../pages/versions/version-page.ts';
import { originFor } from '../../public-origin.ts';
import type { KeptVersion, KeptVersions } from '../snapshots/kept-versions.ts';
import type { Snapshots } from '../snapshots/snapshots.ts';

type Answering<Server> = (request: Request, server: Server) => Response | Promise<Response>;

type Options<Server> = {
  kept: KeptVersions;
  snapshots: Pick<Snapshots, 'current'>;
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
  routeFor(url) !== null;

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
  const isApi = inner.pathname === '/graphql';
  // Coded, and compared with what the client has, is what leaves in the end.
  const headers = new Headers(request.headers);
  for (const name of ['accept-encoding', 'if-none-match']) headers.delete(name);
  // The editor would ask the present version.
  if (isApi && !inner.searchParams.has('format')) headers.set('accept', 'application/json');
  const response = await answer(new Request(inner, { method: request.method, headers }), server);
  const told = new Headers(response.headers);
  // What it says of itself changes when another version is published.
  for (const name of ['etag', 'content-length']) told.delete(name);
  told.set('cache-control', 'public, no-cache');
  const location = told.get('location');
  if (location?.startsWith('/')) told.set('location', `${versionBase(served.version)}${location}`);
  const type = told.get('content-type') ?? '';
  const origin = originFor(url);
  if (isCitation.test(type)) {
    const text = (await response.text()).replaceAll(
      `${origin}/`,
      `${origin}${versionBase(served.version)}/`,
    );
    return new Response(text, { status: response.status, headers: told });
  }
  if (!type.startsWith('text/html'))
    return new Response(response.body, { status: response.status, headers: told });
  const language = languageOf(url);
  const site = { language, dataVersion: served.version, path: inner.pathname };
  const page = pageWithin(await response.text(), site, { state, origin });
  return new Response(page, { status: response.status, headers: told });
}

/** That a version is there no longer: to a reader as a page. */
function gone<Server>(
  { snapshots }: Options<Server>,
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
  const page = goneVersionPage(site, { version: prefix, rest });
  const origin = originFor(url);
  return sendPage(pageAt(page, origin, dayOf(new Date())), 410, unkept);
}
