import { join } from 'node:path';
import { pino } from 'pino';
import { openSnapshot } from '../../db/database.ts';
import { readStatistics } from '../../db/statistics.ts';
import type { Opened } from '../../db/pointer.ts';
import { createApp } from '../app.ts';
import type { Job, Result, SnapshotName } from './messages.ts';

/** Has the ordinary executor answer questions, each from the snapshot that it names. */
export function createQuestionRunner(
  data: string,
): (job: Job & { kind: 'question' }) => Promise<Result> {
  const none = () => {
    throw new Error('a question names its snapshot');
  };
  const snapshots = { current: none, hold: none, problem: () => null, close: () => {} };
  const log = pino({ level: 'silent' });
  const app = createApp({ snapshots, log, plans: null });
  let current: Opened | null = null;

  function open({ file, version, counts }: SnapshotName): Opened {
    if (current?.version === version) return current;
    current?.close();
    current = null;
    const connection = openSnapshot(join(data, file));
    const statistics = readStatistics(connection.db, counts);
    current = { ...connection, file, version, counts: { ...counts }, statistics };
    return current;
  }

  function openIfThere(snapshot: SnapshotName): Opened | null {
    try {
      return open(snapshot);
    } catch {
      return null;
    }
  }

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
