import { pino } from 'pino';
import { openSnapshot } from '../../db/database.ts';
import { readStatistics } from '../../db/statistics/statistics.ts';
import { createApp } from '../app.ts';
import type { PinnedSnapshot } from '../app.ts';
import type { Enveloped } from '../http/valid-documents.ts';
import { createPlanner } from '../planning/planner.ts';
import { keepOpen } from './held-place.ts';
import type { Job, QueryMessage, Result } from './messages.ts';

/** What is asked here comes once, or once more soon: little of it is kept. */
const keptCharacters = 20_000;
const sparing = { preparedCharacters: 200_000, cacheKibibytes: 4096 };

/** Has the ordinary executor answer questions, and others planned, each over the snapshot that it names. */
export function createQuestionRunner(
  data: string,
): (job: Exclude<Job, { kind: 'statement' }>) => Promise<Result> {
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
  const app = createApp({ snapshots, log, plans: null, keptCharacters });
  const plan = createPlanner(() => app.getEnveloped({} as never) as Enveloped, keptCharacters);
  const openIfThere = keepOpen({
    data: () => data,
    openAt: (path, { base }) => openSnapshot(path, { ...sparing, base }),
    complete: (connection, { file, version, counts }): PinnedSnapshot => ({
      ...connection,
      file,
      version,
      counts: { ...counts },
      statistics: readStatistics(connection, counts),
    }),
  });

  async function answer(
    { type, ...params }: QueryMessage,
    pinned: PinnedSnapshot,
  ): Promise<Result> {
    const request = new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: type },
      body: JSON.stringify(params),
    });
    const response = await app.fetch(request, { pinned });
    const body = new Uint8Array(await response.arrayBuffer());
    return { outcome: 'answer', status: response.status, body };
  }

  return async (job) => {
    const pinned = openIfThere(job.snapshot);
    if (!pinned) return { outcome: 'broken' };
    if (job.kind === 'question') return answer(job.question, pinned);
    const planned = await plan(job.question, pinned);
    return planned ? { outcome: 'planned', planned } : { outcome: 'none' };
  };
}
