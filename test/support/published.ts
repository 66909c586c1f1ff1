import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOf } from '../../src/db/pointer.ts';
import { publish } from '../../src/importer/publish.ts';
import { countRows } from '../../src/importer/rows.ts';
import type { Rows } from '../../src/importer/rows.ts';
import { writeSnapshot } from '../../src/importer/write.ts';
import { startOver } from './seeded.ts';
import type { Seeded, Starting } from './seeded.ts';

/** The whole application over rows that no seed was read for. */
export function startOverRows(rows: Rows, starting: Starting = {}): Seeded {
  const data = mkdtempSync(join(tmpdir(), 'juzheng-'));
  const file = 'kb-000001.sqlite';
  writeSnapshot(join(data, file), rows);
  publish(data, { file, sha256: digestOf(join(data, file)), counts: countRows(rows) });
  const started = startOver(data, starting);
  return {
    ...started,
    close() {
      started.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
