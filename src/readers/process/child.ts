import '../../lean-loading.ts';
import { readDocument } from '../read-document.ts';
import type { UnreadableFile } from '../unreadable.ts';
import type { FromReader, ToReader } from './messages.ts';

/** A process that reads files one after the other and is ended from outside where one takes too much. */
async function read(path: string): Promise<FromReader> {
  try {
    return { ok: true, document: await readDocument(path) };
  } catch (error) {
    // readDocument throws nothing else.
    const { rule, what, help } = error as UnreadableFile;
    return { ok: false, rule, what, help };
  }
}

process.on('message', ({ path }: ToReader) => {
  void read(path).then((answer) => process.send?.(answer, undefined, undefined, () => {}));
});
// Nothing here is worth keeping.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// A terminal signals to all processes at once; the one that reads files decides.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
// A broken PDF may reject what nobody awaits; its file is answered all the same.
process.on('unhandledRejection', () => {});
