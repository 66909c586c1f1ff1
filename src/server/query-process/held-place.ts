import { join } from 'node:path';
import type { Reader } from '../../db/client.ts';
import { fileOf, identityAt } from '../../db/held-file.ts';
import type { SnapshotName } from './messages.ts';

/** Where the file of a snapshot lies. */
export const pathOf = (data: string, { file, place }: SnapshotName) =>
  place?.path ?? join(data, file);

/** Tells an open file from any other. Whether it is still right, whoever asks knows. */
export const keyOf = ({ version, place }: SnapshotName) =>
  JSON.stringify(place ? [version, place.path, fileOf(place.identity)] : [version]);

/**
 * Insists that what was opened under a name is the file that the process which asks holds.
 * @throws where it is not; it is then closed
 */
export function insistOnPlace({ place }: SnapshotName, opened: Pick<Reader, 'close'>): void {
  if (!place || fileOf(identityAt(place.path) ?? '') === fileOf(place.identity)) return;
  opened.close();
  throw new Error('this is not the file that was checked');
}
