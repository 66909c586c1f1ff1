import type { Opened } from '../../db/snapshot/open-published.ts';
import { isIntact, readPointer } from '../../db/snapshot/pointer.ts';
import type { Pointer } from '../../db/snapshot/pointer.ts';
import { entryOf } from '../../db/snapshot/published-entry.ts';
import type { PublishedEntry } from '../../db/snapshot/published-entry.ts';
import { point } from './publish.ts';

/** The snapshot that was served until now; where its file is spoiled, the one before that. */
export function toGoBackTo(data: string, current: Opened | null): PublishedEntry | undefined {
  const pointer = readPointer(data);
  if (!pointer) return undefined;
  return current || isIntact(data, pointer) ? entryOf(pointer) : pointer.before;
}

/** The snapshots that stay beside a new one: that to go back to, and as many earlier ones as are kept. */
export function staying(
  data: string,
  before: PublishedEntry | undefined,
  keep = 2,
): Pick<Pointer, 'before' | 'earlier'> {
  if (!before) return {};
  const { before: second, earlier = [] } = readPointer(data) ?? {};
  const older = [...(second ? [second] : []), ...earlier]
    .filter(({ file }) => file !== before.file)
    .slice(0, keep - 2);
  return { before, ...(older.length > 0 && { earlier: older }) };
}

/** Whoever imports the seed of the snapshot that was gone back to, wants that one from now on. */
export function goForth(data: string): void {
  const { withdrawn, withdrawnEntry: _goneBackFrom, ...pointer } = readPointer(data) ?? {};
  if (withdrawn !== undefined && 'file' in pointer) point(data, pointer);
}
