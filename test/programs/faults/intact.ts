import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { isIntact, readPointer } from '../../../src/db/snapshot/pointer.ts';
import type { Pointer } from '../../../src/db/snapshot/pointer.ts';

/** The pointer of a data folder, after all that it names has been held against its digest. */
export function readIntact(data: string): Pointer {
  const pointer = readPointer(data);
  assert.ok(pointer, 'the pointer can be understood');
  for (const entry of [pointer, pointer.before]) {
    if (entry) assert.ok(isIntact(data, entry), `${entry.file} is what was published`);
  }
  return pointer;
}

/** Files that no pointer names and that hold nobody out. */
export function strays(data: string): string[] {
  const { file, before, withdrawn } = readPointer(data) ?? {};
  const named = new Set([
    'CURRENT',
    'HISTORY',
    'DIGESTS',
    'VOCABULARY',
    'SEALING.sqlite',
    'LOCK.sqlite',
    file,
    before?.file,
    withdrawn,
  ]);
  return readdirSync(data).filter((name) => !named.has(name));
}

export function insistOnNoStrays(data: string): void {
  assert.deepEqual(strays(data), [], 'nothing is left behind');
}
