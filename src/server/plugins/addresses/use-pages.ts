import type { GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { wantsPage } from '../../../http/accept.ts';
import { isRead, onlyRead } from '../../../http/reply.ts';
import type { Presets } from '../../../examples/presets.ts';
import { assetsByPath } from '../../../pages/asset-files.ts';
import { createAnswerExample } from '../../../pages/examples/example-answer.ts';
import { createGallery } from '../../../pages/front/gallery.ts';
import { searchPath } from '../../../pages/front/search/search-state.ts';
import { createRecent } from '../../../pages/recent.ts';
import { withoutEmpty } from '../../../pages/address/leave-empty-out.ts';
import type { MadePage } from '../../../pages/page-route.ts';
import { routeFor } from '../../../pages/routes.ts';
import { sendAsset } from '../../../pages/send-page.ts';
import { publicOrigin } from '../../../public-origin.ts';
import type { AskingClient } from '../../../table/fetch-pages.ts';
import { cacheableFor } from '../../http/caching.ts';
import { thingAt } from '../../../pages/things/kinds.ts';
import type { ThingAddress } from '../../../pages/things/kinds.ts';
import { sendRemoved, sendRetired } from '../../pages/send-gone.ts';
import { sendThing } from '../../pages/send-thing.ts';
import { sendNothing, sendRoute } from '../../pages/send-route.ts';
import type { PageSource, ReaderRequest } from '../../pages/page-source.ts';

/** Pages that a process keeps ready: a few megabytes, and most readers read the same ones. */
const keptPages = 24;

type Options = Pick<PageSource, 'snapshots' | 'log' | 'askOf'> &
  Partial<Pick<PageSource, 'caching' | 'history'>> & {
    schema: GraphQLSchema;
    presets: Presets;
  };

/**
 * Pages for people: the front page, a page to read each report on, and one for each thing that people
 * cite. Each is made of the API's own answers, all of them from one snapshot.
 */
export function usePages({
  schema,
  presets,
  caching = () => cacheableFor(),
  history = () => [],
  ...others
}: Options): Plugin<object, AskingClient> {
  const gallery = createGallery(schema, presets);
  const recent = createRecent<MadePage>(keptPages, ({ isWhole }) =>
    isWhole ? Number.POSITIVE_INFINITY : 0,
  );
  const answerExample = createAnswerExample(schema, presets);
  const source = { ...others, caching, history, gallery, answerExample, recent };
  return {
    async onRequest({ request, url, endResponse, serverContext }) {
      const response = await answer(source, { request, url, asker: serverContext ?? {} });
      if (response) endResponse(response);
    },
    // Whatever else stands nowhere: a reader gets a page, a program the words that it has always got.
    async onResponse({ request, response, serverContext, setResponse }) {
      const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
      if (response.status !== 404 || !isRead(request.method) || isPage) return;
      const asked = { request, url: new URL(request.url), asker: serverContext ?? {} };
      const isForReader = wantsPage(request.headers.get('accept'));
      const sent = isForReader ? await sendNothing(source, asked) : sendRemoved(source, asked);
      if (sent) setResponse(sent);
    },
  };
}

async function answer(source: PageSource, asked: ReaderRequest): Promise<Response | null> {
  const asset = assetsByPath.get(asked.url.pathname);
  const route = asset ? null : routeFor(asked.url);
  const moved = movedSearch(asked) ?? inLowerCase(asked) ?? (route && withFieldsFilled(asked));
  if (moved) return moved;
  const thing = thingAt(asked.url.pathname);
  if (!asset && !route && !thing) return null;
  if (!isRead(asked.request.method)) return onlyRead();
  if (asset) return sendAsset(asset);
  const retired = thing && (await sendRetired(source, asked, thing));
  if (retired) return retired;
  if (route) return sendRoute(source, asked, route);
  return thing && sendFile(source, asked, thing);
}

/** A thing as a file; null where there is no such thing, and for tables, which are sent elsewhere. */
async function sendFile(
  source: PageSource,
  asked: ReaderRequest,
  thing: ThingAddress,
): Promise<Response | null> {
  const { form } = thing;
  if (form !== 'json' && form !== 'bib' && form !== 'ris') return null;
  return sendThing(source, asked, { ...thing, form });
}

/** Codes are in lower case: what is written otherwise has one address with what was meant. */
function inLowerCase({ request, url }: ReaderRequest): Response | null {
  const thing = thingAt(url.pathname);
  if (!thing || !isRead(request.method)) return null;
  const isOfNone = thing.kind === 'report' && thing.code.includes('/');
  if (isOfNone || thing.code === thing.code.toLowerCase()) return null;
  return sendMoved(`${url.pathname.toLowerCase()}${url.search}`);
}

/** A form sends its empty fields too: what it asks for has an address without them. */
function withFieldsFilled({ request, url }: ReaderRequest): Response | null {
  const path = withoutEmpty(url);
  return path === null || !isRead(request.method) ? null : sendMoved(path);
}

/** Searches stood at the front page once: what was cited then leads to where they stand now. */
function movedSearch({ request, url }: ReaderRequest): Response | null {
  if (url.pathname !== '/' || !url.searchParams.get('text')?.trim()) return null;
  if (!isRead(request.method)) return null;
  return sendMoved(`${searchPath}${url.search}`);
}

const sendMoved = (path: string) =>
  new Response(null, {
    status: 308,
    headers: { location: `${publicOrigin()}${path}`, 'content-length': '0' },
  });
