import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** The files of SQL that make the tables, in their order. */
export const migrationFiles: readonly string[] = readdirSync(folder)
  .toSorted()
  .map((name) => join(folder, name, 'migration.sql'));

/** The version of the tables, which each migration moves on; a snapshot of another one is not served. */
export const tablesVersion = migrationFiles.length;
