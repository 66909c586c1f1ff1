import { noStore } from '../../http/headers.ts';
import { tagOfAnswer } from '../../http/entity-tag.ts';
import { notModifiedResponse } from '../../http/reply.ts';
import { Unanswered } from '../../pages/ask-all.ts';
import { languageOf } from '../../pages/language/language.ts';
import { dayOf } from '../../pages/origin.ts';
import { siteOf } from '../../pages/site.ts';
import { fileOf, thingData } from '../../pages/things/thing-data.ts';
import type { ThingAddress } from '../../pages/things/kinds.ts';
import { originFor } from '../../public-origin.ts';
import type { PageSource, ReaderRequest } from './page-source.ts';
import { refuseUnread } from './refuse-address.ts';

/** A thing as a file, made of one snapshot; null where there is none of that code. */
export async function sendThing(
  { snapshots, caching, askOf }: PageSource,
  { request, url, asker }: ReaderRequest,
  thing: ThingAddress & { form: 'json' | 'bib' | 'ris' },
): Promise<Response | null> {
  const refusal = refuseUnread(url);
  if (refusal) return refusal;
  const { snapshot, release } = snapshots.hold();
  try {
    const { version } = snapshot;
    const now = new Date();
    const language = languageOf(url);
    const origin = originFor(url);
    // Only citations tell by what the server is called, and the day.
    const told = thing.form === 'json' ? [] : [origin, dayOf(now)];
    const etag = tagOfAnswer(version, [thing.form, thing.kind, thing.code, language, ...told]);
    const headers = { ...caching(version), etag };
    const unchanged = notModifiedResponse(request, headers);
    if (unchanged) return unchanged;
    const site = siteOf({ path: url.pathname, query: {} }, language, version);
    const data = await thingData(askOf(snapshot, asker), site, thing, { origin, now });
    if (!data) return null;
    return new Response(data.text, {
      headers: {
        ...headers,
        'content-type': data.type,
        'content-disposition': `inline; filename="${fileOf(thing)}"`,
        'juzheng-data-version': version,
      },
    });
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    return unanswered(error);
  } finally {
    release();
  }
}

/** What the API says instead: what is no code of such a thing is told as not there. */
function unanswered({ status, messages, retryAfter }: Unanswered): Response | null {
  if (status < 422) return null;
  const errors = messages.map((message) => ({ message }));
  const later = retryAfter === null ? {} : { 'retry-after': retryAfter };
  return Response.json({ errors }, { status, headers: { ...noStore, ...later } });
}
