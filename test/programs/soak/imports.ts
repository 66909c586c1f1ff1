import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { readPointer } from '../../../src/db/snapshot/pointer.ts';
import { factsFile } from '../../support/copied.ts';
import type { Copied } from '../../support/copied.ts';
import type { Consistency } from './consistency.ts';

/** The label of the marked outcome after so many imports. */
export const labelAfter = (count: number) =>
  count === 0 ? 'Effectiveness of the supervision of enforcement' : `Effect as of import ${count}`;

export const versionOf = ({ data }: Copied) => readPointer(data)?.version ?? '';

/** Imports again and again, each time with another label, and leaves the server time to follow. */
export async function importAgain(
  copy: Copied,
  imports: number,
  consistency: Consistency,
): Promise<void> {
  for (let count = 1; count <= imports; count += 1) {
    copy.change(factsFile, labelAfter(count - 1), labelAfter(count));
    const args = ['src/main.ts', 'import', '--seed', copy.seed, '--data', copy.data];
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    // The server goes first where both want the same core, as whoever imports beside one would have it.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`import ${count} ended with exit code ${code}`);
    consistency.expect(versionOf(copy), labelAfter(count));
    await wait(1200);
  }
}
