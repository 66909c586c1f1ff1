import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOf } from '../../src/db/snapshot/pointer.ts';
import { publish } from '../../src/importer/snapshot/publish.ts';
import { countRows } from '../../src/importer/rows/rows.ts';
import type { Rows } from '../../src/importer/rows/rows.ts';
import { pieceOf } from '../../src/importer/convert/convert-report.ts';
import { fields } from '../../src/importer/snapshot/renumber.ts';
import { ancestorsOf } from '../../src/importer/rows/vocabulary-rows.ts';
import { startSnapshot } from '../../src/importer/snapshot/write-rows.ts';
import { startOver } from './random/seeded.ts';
import type { Seeded, Starting } from './random/seeded.ts';

/** The whole application over rows that no seed was read for. */
export function startOverRows(rows: Rows, starting: Starting = {}): Seeded {
  const data = mkdtempSync(join(tmpdir(), 'juzheng-'));
  const file = 'kb-000001.sqlite';
  const snapshot = startSnapshot(join(data, file));
  // All reports as one piece: their rows have their numbers already.
  snapshot.add(pieceOf(rows, { ancestors: ancestorsOf(rows), codes: {} }, fields), 0);
  // Nothing is settled: the rows stand for what an import has made, and are held against as they are.
  snapshot.index(() => {});
  snapshot.finish(() => {});
  snapshot.close();
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
