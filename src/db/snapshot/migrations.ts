import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** The SQL that makes the tables, in its order. */
export const migrations: readonly string[] = readdirSync(folder)
  .toSorted()
  .map((name) => readFileSync(join(folder, name, 'migration.sql'), 'utf8'));

/**
 * The version of the tables: another one as soon as any word of what makes them is another. A snapshot of
 * another version is not served. SQLite keeps 32 bits of it.
 */
export const tablesVersion =
  createHash('sha256').update(migrations.join('\n')).digest().readUInt32BE(0) >>> 4;
