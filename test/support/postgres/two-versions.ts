import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pointerName, readPointer } from '../../../src/db/snapshot/pointer.ts';
import type { PublishedEntry } from '../../../src/db/snapshot/published-entry.ts';
import { importSeed } from '../../../src/importer/import.ts';
import { rollBack } from '../../../src/importer/publish/rollback.ts';
import { makeCorpus } from '../corpus.ts';

/** A data folder with two versions of a corpus, of which either can be named as the one that is served. */
export type TwoVersions = {
  data: string;
  older: PublishedEntry;
  newer: PublishedEntry;
  /** Names one of them, as an import or a rollback does. */
  name: (which: 'older' | 'newer') => void;
  remove: () => void;
};

/** @param reports how many the older one has; the newer one lacks one of them, and has another one twice */
export async function makeTwoVersions(reports: number): Promise<TwoVersions> {
  const corpus = makeCorpus(reports);
  const { data, folders } = corpus;
  await importSeed(corpus);
  rmSync(folders[1]!, { recursive: true });
  cpSync(folders[0]!, `${folders[0]}-again`, { recursive: true });
  await importSeed(corpus);
  const current = join(data, pointerName);
  const newer = readFileSync(current);
  const entry = readPointer(data)!;
  rollBack(data);
  const older = readFileSync(current);
  return {
    data,
    older: readPointer(data)!,
    newer: entry,
    name(which) {
      writeFileSync(current, which === 'older' ? older : newer);
    },
    remove: corpus.remove,
  };
}
