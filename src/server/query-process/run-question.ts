import { pino } from 'pino';
import { openSnapshot } from '../../db/database.ts';
import { readStatistics } from '../../db/statistics/statistics.ts';
import { createApp } from '../app.ts';
import type { PinnedSnapshot } from '../app.ts';
import { keepOpen } from './held-place.ts';
import type { Job, Result } from './messages.ts';

/** Has the ordinary executor answer questions, each from the snapshot that it names. */
export function createQuestionRunner(
  data: string,
): (job: Job & { kind: 'question' }) => Promise<Result> {
  const none = () => {
    throw new Error('a question names its snapshot');
  };
  const snapshots = {
    current: none,
    hold: none,
    settle: () => null,
    isServable: () => true,
    problem: () => null,
    close: () => {},
  };
  const log = pino({ level: 'silent' });
  const app = createApp({ snapshots, log, plans: null });
  const openIfThere = keepOpen({
    data: () => data,
    openAt: (path, { base }) => openSnapshot(path, { base }),
    complete: (connection, { file, version, counts }): PinnedSnapshot => ({
      ...connection,
      file,
      version,
      counts: { ...counts },
      statistics: readStatistics(connection, counts),
    }),
  });

  return async ({ snapshot, question: { type, ...params } }) => {
    const pinned = openIfThere(snapshot);
    if (!pinned) return { outcome: 'broken' };
    const request = new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: type },
      body: JSON.stringify(params),
    });
    const response = await app.fetch(request, { pinned });
    const body = new Uint8Array(await response.arrayBuffer());
    return { outcome: 'answer', status: response.status, body };
  };
}
