import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { OnStep } from './progress.ts';
import { verifications, verifyPart } from './verify.ts';
import type { Verification } from './verify.ts';
import type { VerifyTask } from './verify-worker.ts';

/** Smaller files, in bytes, are verified sooner than a thread starts. */
const worthAWorker = 256 << 20;

/**
 * Verifies all of a new snapshot, its parts side by side.
 * @throws with what is wrong; such a snapshot must not be published
 */
export async function verifySnapshot(
  file: string,
  counts: Record<string, number>,
  jobs: number,
  tell: OnStep,
): Promise<void> {
  const parts = Object.keys(verifications) as Verification[];
  const total = parts.length;
  let done = 0;
  const tellDone = () => {
    done += 1;
    tell({ phase: 'verify', done, total });
  };
  tell({ phase: 'verify', done, total });
  const isLarge = jobs > 1 && statSync(file).size >= worthAWorker;
  // By far the longest one goes beside the others.
  const [longest = 'STRUCTURE', ...others] = parts;
  const beside = isLarge ? verifyApart({ file, part: longest, counts }) : null;
  // Its failure is told once the others are through.
  beside?.catch(() => {});
  for (const part of beside ? others : parts) {
    verifyPart(file, part, counts);
    tellDone();
  }
  await beside?.then(tellDone);
}

function verifyApart(task: VerifyTask): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 },
  });
  worker.once('error', reject);
  worker.once('exit', () => {
    resolve();
  });
  return promise;
}
