import type { Snapshots } from '../snapshots/snapshots.ts';
import { tagOfAnswer } from '../../http/entity-tag.ts';
import { varies } from '../../http/headers.ts';

/** For so many seconds a cache may keep an answer where nothing else is said. */
const defaultCacheSeconds = 60;

/** For so many times as long it may hand out what it has while it asks again. */
const staleTimes = 10;

/** What caches are told of an answer to GET that is made from a version of the data. */
export type Caching = (version: string) => Readonly<Record<string, string>>;

const askAgain = { 'cache-control': 'public, no-cache', vary: varies } as const;

/** What caches are told of an answer that is made from what is served now. */
export const cacheableFor = (seconds = defaultCacheSeconds) =>
  seconds === 0
    ? askAgain
    : {
        'cache-control': `public, max-age=${seconds}, stale-while-revalidate=${seconds * staleTimes}`,
        vary: varies,
      };

/**
 * Answers change only with an import or a rollback, but then at once: so a cache may keep one for a
 * while, hands out what it has for a longer one while it asks again, and asking again costs no SQL,
 * since the tag tells. What is sent after its version fell is not kept unasked.
 * @param seconds how long; with 0 a cache asks every time
 */
export function createCaching(
  snapshots: Pick<Snapshots, 'current'>,
  seconds = defaultCacheSeconds,
): Caching {
  const kept = cacheableFor(seconds);
  return (version) => (snapshots.current().version === version ? kept : askAgain);
}

/** The validator of the answer in JSON to a GET: what it is made from, its type, and its address. */
export const tagOfQuestion = (
  dataVersion: string,
  [type, search]: [type: string, search: string],
) => tagOfAnswer(dataVersion, [type, search]);
