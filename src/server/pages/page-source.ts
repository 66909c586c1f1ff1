import type { Logger } from 'pino';
import type { AnswerExample } from '../../pages/examples/example-answer.ts';
import type { FeedEntry } from '../../pages/feed/feed.ts';
import type { Gallery } from '../../pages/front/gallery.ts';
import type { Recent } from '../../pages/recent.ts';
import type { MadePage } from '../../pages/page-route.ts';
import type { Ask, AskingClient } from '../../table/fetch-pages.ts';
import type { Caching } from '../http/caching.ts';
import type { Snapshots } from '../snapshots/snapshots.ts';

/** What pages are made from. */
export type PageSource = {
  snapshots: Snapshots;
  log: Logger;
  /** What caches are told. */
  caching: Caching;
  /** Asks the API, always of one snapshot. */
  askOf: (snapshot: ReturnType<Snapshots['current']>, asker: AskingClient) => Ask;
  gallery: Gallery;
  answerExample: AnswerExample;
  /** What was published until now, the oldest first. */
  history: () => readonly FeedEntry[];
  /** The pages that are kept ready. */
  recent: Recent<MadePage>;
};

export type ReaderRequest = { request: Request; url: URL; asker: AskingClient };
