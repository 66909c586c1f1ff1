import type { Plugin } from 'graphql-yoga';
import { tagOfAnswer } from '../../../http/entity-tag.ts';
import { isRead, onlyRead } from '../../../http/reply.ts';
import { feedOf, feedPath } from '../../../pages/feed/feed.ts';
import type { FeedEntry } from '../../../pages/feed/feed.ts';
import { languageOf } from '../../../pages/language/language.ts';
import { originFor } from '../../../public-origin.ts';
import type { Caching } from '../../http/caching.ts';
import type { Snapshots } from '../../snapshots/snapshots.ts';

/** Serves the feed of what each import changed. */
export function useFeed({
  history,
  snapshots,
  caching,
}: {
  /** What was published, the oldest first. */
  history: () => readonly FeedEntry[];
  snapshots: Pick<Snapshots, 'current'>;
  caching: Caching;
}): Plugin {
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      if (url.pathname !== feedPath) return;
      if (!isRead(request.method)) return endResponse(onlyRead());
      const entries = history();
      const [origin, language] = [originFor(url), languageOf(url)];
      const { version } = snapshots.current();
      const { number = 0, at = '' } = entries.at(-1) ?? {};
      const etag = tagOfAnswer(version, [origin, language, String(number), at]);
      const bytes = new TextEncoder().encode(feedOf(entries, language, origin).toString());
      endResponse(
        new fetchAPI.Response(bytes, {
          headers: {
            ...caching(version),
            etag,
            'content-type': 'application/atom+xml; charset=utf-8',
            'content-length': String(bytes.byteLength),
          },
        }),
      );
    },
  };
}
