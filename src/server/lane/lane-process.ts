import { join } from 'node:path';
import { pino } from 'pino';
import { openSnapshot } from '../../db/database.ts';
import type { Opened } from '../../db/pointer.ts';
import { createApp } from '../app.ts';
import type { FromLane, Question, ToLane } from './messages.ts';

/**
 * The process that runs what may take long, one question after the other. SQLite cannot be
 * interrupted: whoever waits too long ends this process instead, which takes three milliseconds.
 */
const tell = (message: FromLane) => process.send?.(message);

process.on('disconnect', () => process.exit());
process.once('message', (message: ToLane) => {
  if (message.kind === 'serve') serve(message.data);
});

function serve(data: string): void {
  let current: Opened | null = null;

  /** The snapshot of a question; the one before is let go, as questions come one by one. */
  function open({ file, version, counts }: Question['snapshot']): Opened {
    if (current?.version === version) return current;
    current?.close();
    current = { ...openSnapshot(join(data, file)), file, version, counts: { ...counts } };
    return current;
  }

  const none = () => {
    throw new Error('a question names its snapshot');
  };
  const snapshots = { current: none, hold: none, problem: () => null, close: () => {} };
  const app = createApp({ snapshots, log: pino({ level: 'silent' }) });

  async function answer({ type, snapshot, ...params }: Question): Promise<FromLane> {
    const begun = performance.now();
    const request = new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: type },
      body: JSON.stringify(params),
    });
    const response = await app.fetch(request, { pinned: open(snapshot) });
    const body = new Uint8Array(await response.arrayBuffer());
    const milliseconds = performance.now() - begun;
    return { kind: 'answer', status: response.status, body, milliseconds };
  }

  process.on('message', (message: ToLane) => {
    if (message.kind === 'ask') void answer(message.question).then(tell);
  });
  tell({ kind: 'ready' });
}
