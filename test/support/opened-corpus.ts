import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { openCurrent } from '../../src/db/snapshot/pointer.ts';
import type { Opened } from '../../src/db/snapshot/open-published.ts';
import { startOverCorpus } from './random/seeded.ts';

/** An import of synthetic reports for all tests of a file, and its snapshot, open to be read; not before they run. */
export function openedCorpus(reports: number): {
  readonly data: string;
  readonly snapshot: Opened;
} {
  let opened: { data: string; snapshot: Opened; close: () => void } | undefined;
  before(async () => {
    const { data, close } = await startOverCorpus(reports);
    const current = openCurrent(data);
    assert.ok(current.ok);
    opened = { data, snapshot: current.snapshot, close };
  });
  after(() => {
    opened?.snapshot.close();
    opened?.close();
  });
  const now = () => {
    assert.ok(opened);
    return opened;
  };
  return {
    get data() {
      return now().data;
    },
    get snapshot() {
      return now().snapshot;
    },
  };
}
