import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSnapshot } from '../../src/db/database.ts';
import { describeSnapshot } from '../../src/importer/publish/describe-snapshot.ts';
import { publish } from '../../src/importer/publish/publish.ts';
import { countRows } from '../../src/importer/rows/rows.ts';
import type { Rows } from '../../src/importer/rows/rows.ts';
import { pieceOf } from '../../src/importer/convert/convert-report.ts';
import { fields } from '../../src/importer/snapshot/renumber.ts';
import { ancestorsOf } from '../../src/importer/rows/vocabulary-rows.ts';
import { startSnapshot } from '../../src/importer/snapshot/write-rows.ts';
import { giveStretches } from './imports/stretches-of-reports.ts';
import { startOver } from './random/seeded.ts';
import type { Seeded, Starting } from './random/seeded.ts';

/** The whole application over rows that no seed was read for. */
export function startOverRows(rows: Rows, starting: Starting = {}): Seeded {
  const data = mkdtempSync(join(tmpdir(), 'juzheng-'));
  const file = 'kb-000001.sqlite';
  const snapshot = startSnapshot(join(data, file));
  const stretches = giveStretches(rows);
  // All reports as one piece: their rows have their numbers already.
  const piece = pieceOf(rows, { ancestors: ancestorsOf(rows), codes: {} }, fields);
  snapshot.add(piece, starting.place ?? 0);
  const { rowsSha256 } = piece;
  const once = { code: '', place: 0, numbers: 0 };
  snapshot.addSource({ ...once, kind: 'VOCABULARY', sha256: '', rowsSha256 });
  for (const { place, ...stretch } of stretches) {
    const own = { ...stretch, place: place + (starting.place ?? 0) };
    snapshot.addSource({ ...own, kind: 'REPORT', sha256: '', rowsSha256: '' });
  }
  // Nothing is settled: the rows stand for what an import has made, and are held against as they are.
  snapshot.index(() => {});
  snapshot.finish(() => {});
  snapshot.close();
  const counts = countRows(rows);
  const written = openSnapshot(join(data, file));
  const entry = describeSnapshot({ data, file, counts, from: null }, written);
  written.close();
  publish(data, entry);
  const started = startOver(data, starting);
  return {
    ...started,
    close() {
      started.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
