import { applicationId } from '../client.ts';
import type { Connection } from '../database.ts';
import { dataVersionOf } from './data-version.ts';
import type { HeldFile } from './held-file.ts';
import { tablesVersion } from './migrations.ts';
import type { PublishedEntry } from './published-entry.ts';

/** A file that is held, and its digest where it was read whole. */
export type FoundFile = { held: HeldFile; path: string; identity: string; digest: string | null };

/** In what a file differs from the one that was published; null where in nothing that was looked at. */
export function otherThan(
  { sha256, bytes }: PublishedEntry,
  { held, digest }: FoundFile,
): string | null {
  if (digest !== null && sha256 !== undefined && digest !== sha256) return 'its digest differs';
  return bytes !== undefined && held.size() !== bytes ? 'its length differs' : null;
}

/** That a snapshot holds other data than were published; null where it does not. */
export function otherDataThan(
  { version, bytes }: PublishedEntry,
  connection: Connection,
): string | null {
  // The version in older pointers is the digest of the file.
  if (bytes === undefined || dataVersionOf(connection) === version) return null;
  return 'does not hold the data that were published: their version differs';
}

/** Why a database is no snapshot of ours; null where it is. */
export function foreignTo({ pragma }: Connection): string | null {
  if (pragma('application_id') !== applicationId) return 'is no snapshot of Juzheng';
  const version = pragma('user_version');
  if (version !== tablesVersion) {
    return `has tables of version ${String(version)}; this software reads version ${tablesVersion}`;
  }
  return null;
}
