import { styleText, parseArgs } from 'node:util';
import { randomOf } from '../../../src/corpus/random.ts';
import { fullDisk } from './full-disk.ts';
import { LeftOut } from './fault.ts';
import type { Fault } from './fault.ts';
import { hostileSeeds } from './hostile-seeds.ts';
import { jumpingClock } from './jumping-clock.ts';
import { killImport } from './kill-import.ts';
import { killServer } from './kill-server.ts';
import { noMemory } from './no-memory.ts';
import { readOnly } from './read-only.ts';
import { spoiledSnapshot } from './spoiled-snapshot.ts';
import { stuckWorker } from './stuck-worker.ts';
import { twoImporters } from './two-importers.ts';

/**
 * Causes faults, one after the other, and checks after each that nothing acknowledged is lost, nothing
 * half is served and all goes on without help.
 * `npm run faults -- [--short] [--only NAME] [--seed NUMBER] [--strict]`; `--strict` takes a fault
 * that cannot be caused here for one that did not hold.
 */
const faults: Fault[] = [
  killImport('BUILD'),
  killImport('CHANGE'),
  killServer,
  twoImporters,
  fullDisk,
  readOnly,
  spoiledSnapshot,
  jumpingClock,
  noMemory,
  stuckWorker,
  hostileSeeds,
];

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Causes one fault and tells what came of it; false where something did not hold. */
async function tell({ name, cause }: Fault): Promise<boolean> {
  const begun = performance.now();
  const line = (mark: string, words: string) => {
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    say(`${mark.padEnd(8)}  ${name.padEnd(17)}  ${seconds.padStart(6)} s  ${words}`);
  };
  try {
    const random = randomOf(`${values.seed}/${name}`);
    const { done, held } = await cause({ short: values.short, random });
    line('held', `${done} → ${held}`);
    return true;
  } catch (error) {
    if (error instanceof LeftOut) {
      line('left out', error.message);
      return !values.strict;
    }
    line(styleText('red', 'BROKEN'), error instanceof Error ? (error.stack ?? '') : String(error));
    return false;
  }
}

const chosen = faults.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0) {
  say(`there is no fault ${values.only}; there are ${faults.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
let broken = 0;
for (const fault of chosen) if (!(await tell(fault))) broken += 1;
say(`${chosen.length - broken} of ${chosen.length} faults held (--seed ${values.seed})`);
process.exit(broken > 0 ? 1 : 0);
