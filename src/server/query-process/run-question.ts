import { pino } from 'pino';
import { openSnapshot } from '../../db/database.ts';
import { readStatistics } from '../../db/statistics.ts';
import { createApp } from '../app.ts';
import type { Pinned } from '../app.ts';
import { insistOnPlace, keyOf, pathOf } from './held-place.ts';
import type { Job, Result, SnapshotName } from './messages.ts';

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
  let current: { pinned: Pinned; key: string; close: () => void } | null = null;

  function open(snapshot: SnapshotName): Pinned {
    const key = keyOf(snapshot);
    if (current?.key === key) return current.pinned;
    current?.close();
    current = null;
    const { file, version, counts } = snapshot;
    const connection = openSnapshot(pathOf(data, snapshot));
    insistOnPlace(snapshot, connection);
    const statistics = readStatistics(connection.db, counts);
    const pinned = { ...connection, file, version, counts: { ...counts }, statistics };
    current = { pinned, key, close: connection.close };
    return pinned;
  }

  function openIfThere(snapshot: SnapshotName): Pinned | null {
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
