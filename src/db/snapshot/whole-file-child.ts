import { constants, setPriority } from 'node:os';
import { readIntegrity } from '../client.ts';
import { holdFile } from './held-file.ts';
import type { WholeFileTask } from './whole-file.ts';

/** A process that reads one whole file, says what it was asked of it and is then ended. */
try {
  setPriority(constants.priority.PRIORITY_LOW);
} catch {
  // Then it competes with the others as any process does.
}

async function read({ path, part }: WholeFileTask): Promise<string | null> {
  return part === 'DIGEST' ? holdFile(path).digestMeanwhile() : readIntegrity(path);
}

process.once('message', (task: WholeFileTask) => {
  read(task).then(
    (told) => process.send?.(told),
    // Nothing is known of a file that cannot be read.
    () => process.exit(1),
  );
});
// Nobody wants to know any more.
process.once('disconnect', () => process.exit());
