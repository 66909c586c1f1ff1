import { importSeed } from '../../src/importer/import.ts';
import { startOver } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';
import { copyWorkedSeed } from './worked-seed.ts';

/** The whole application over the seed and the worked example: through the compiler, and without it. */
export async function startWorked(): Promise<{
  seeded: Seeded;
  executed: Seeded;
  close: () => void;
}> {
  const copied = copyWorkedSeed();
  await importSeed({ ...copied, jobs: 1 });
  const seeded = startOver(copied.data);
  const executed = startOver(copied.data, { compiler: false });
  return {
    seeded,
    executed,
    close() {
      seeded.close();
      executed.close();
      copied.remove();
    },
  };
}
