import { constants, setPriority } from 'node:os';
import { sealSnapshots } from './seal.ts';

/** A process that seals the snapshots of one data folder, after all who want the processor. */
try {
  setPriority(constants.priority.PRIORITY_LOW);
} catch {
  // Then it competes with the others as any process does.
}

process.once('message', (data: string) => {
  if (process.connected) process.disconnect();
  sealSnapshots(data);
});
// Whoever began it may be gone before it has said what is to be done.
process.once('disconnect', () => {});
