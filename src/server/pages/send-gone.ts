import { retirable, retirementOf } from '../../db/codes/retired-codes.ts';
import { preferredType } from '../../http/accept.ts';
import { pagePath } from '../../http/addresses.ts';
import type { PagedKind } from '../../http/addresses.ts';
import { noStore } from '../../http/headers.ts';
import type { Html } from '../../pages/html.ts';
import { address, readerLanguage } from '../../pages/language/language.ts';
import { removedPage, removedReportAt, retiredPage } from '../../pages/not-found/gone-page.ts';
import { dayOf, pageAt } from '../../pages/origin.ts';
import { cardOfId } from '../../pages/reading/notes/clauses.ts';
import { sendPage, unkept } from '../../pages/send-page.ts';
import { siteOf } from '../../pages/site.ts';
import type { Site } from '../../pages/site.ts';
import type { ThingAddress } from '../../pages/things/kinds.ts';
import { originFor, publicOrigin } from '../../public-origin.ts';
import type { PageSource, ReaderRequest } from './page-source.ts';

/** The kinds whose codes can be retired, by their names in ids. */
const kinds = {
  Measure: 'measure',
  Outcome: 'outcome',
  Target: 'target',
  Problem: 'problem',
  Document: 'document',
} as const satisfies Readonly<Record<string, PagedKind>>;

const retirableOf = (kind: ThingAddress['kind']) =>
  retirable.find(({ typename }) => kindOf(typename) === kind);

const kindOf = (typename: string) => Object.entries(kinds).find(([name]) => name === typename)?.[1];

/**
 * What is answered at the address of a thing whose code was retired: the way to what took its place, or that
 * nothing did. Null where it was not retired.
 */
export async function sendRetired(
  { snapshots, caching }: Pick<PageSource, 'snapshots' | 'caching'>,
  asked: ReaderRequest,
  { kind, code, form }: ThingAddress,
): Promise<Response | null> {
  const kindOfCode = retirableOf(kind);
  if (!kindOfCode) return null;
  const { table, typename } = kindOfCode;
  const { snapshot, release } = snapshots.hold();
  try {
    const { version } = snapshot;
    const retirement = await retirementOf(snapshot, table, code);
    if (!retirement) return null;
    const { replacement, reason } = retirement;
    const path = replacement === null ? null : pathOf(replacement);
    if (path !== null) {
      const ending = form === 'page' ? '' : `.${form}`;
      const location = `${publicOrigin()}${path}${ending}${asked.url.search}`;
      const headers = { ...caching(version), location, 'content-length': '0' };
      return new Response(null, { status: 301, headers });
    }
    return sendGone(asked, version, {
      message: `${code} was retired, and nothing took its place. ${reason.en ?? reason.zh}`,
      page: (site) => retiredPage(site, { code, reason, card: cardOf(typename, code, site) }),
    });
  } finally {
    release();
  }
}

/** The page of what an id names, as `Outcome:xinghe-2023/all-advised`; null for what has none. */
function pathOf(id: string): string | null {
  const [typename = '', code = ''] = id.split(':');
  const kind = kindOf(typename);
  return kind ? pagePath(kind, code) : null;
}

/** Where the report's page tells what became of the code. */
function cardOf(typename: string, code: string, { language }: Site): string {
  const [report = ''] = code.split('/');
  return `${address(pagePath('report', report), language)}#${cardOfId(`${typename}:${code}`)}`;
}

/** What is answered at an address of a report that was taken away; null where none was. */
export function sendRemoved(
  { snapshots, history }: Pick<PageSource, 'snapshots' | 'history'>,
  asked: ReaderRequest,
): Response | null {
  const removed = removedReportAt(asked.url.pathname, history());
  if (!removed) return null;
  return sendGone(asked, snapshots.current().version, {
    message: `The report ${removed.code} was taken away on ${removed.at.slice(0, 10)} and is no part of the present data.`,
    page: (site) => removedPage(site, removed),
  });
}

/** In words of JSON to programs, as a page to readers; no cache keeps it. */
function sendGone(
  { request, url }: ReaderRequest,
  version: string,
  { message, page }: { message: string; page: (site: Site) => Html },
): Response {
  const liked = preferredType(request.headers.get('accept'), ['text/html', 'application/json']);
  if (liked === 'application/json') {
    const errors = [{ message, extensions: { code: 'GONE' } }];
    return Response.json({ errors }, { status: 410, headers: noStore });
  }
  const language = readerLanguage(url, request.headers.get('accept-language'));
  const site = siteOf({ path: url.pathname, query: { lang: 'zh' } }, language, version);
  const headers = { ...unkept, vary: 'accept, accept-language', 'content-language': language };
  return sendPage(pageAt(page(site), originFor(url), dayOf(new Date())), 410, headers);
}
