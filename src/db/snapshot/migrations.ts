import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url));

const statementBreak = '--> statement-breakpoint\n';

/**
 * Tables that hold little more than their key of several columns, and whose rows nobody numbers: without a
 * rowid they lie in the order of the key, which takes no index. drizzle-kit knows no such tables.
 */
const keptByKey = ['numeral_claims', 'measure_acts', 'overlaps'];

const endOfTable = /^\);$/m;

function keepByKey(migration: string): string {
  const statements = migration.split(statementBreak).map((statement) => {
    const isKept = keptByKey.some((name) => statement.startsWith(`CREATE TABLE \`${name}\` (`));
    return isKept ? statement.replace(endOfTable, ') WITHOUT ROWID;') : statement;
  });
  return statements.join(statementBreak);
}

/** The SQL that makes the tables, in its order. */
export const migrations: readonly string[] = readdirSync(folder)
  .toSorted()
  .map((name) => keepByKey(readFileSync(join(folder, name, 'migration.sql'), 'utf8')));

/**
 * The version of the tables: another one as soon as any word of what makes them is another. A snapshot of
 * another version is not served. SQLite keeps 32 bits of it.
 */
export const tablesVersion =
  createHash('sha256').update(migrations.join('\n')).digest().readUInt32BE(0) >>> 4;
