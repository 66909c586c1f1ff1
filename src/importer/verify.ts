import { eq, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { openSnapshot } from '../db/client.ts';
import { foreignTo } from '../db/pointer.ts';
import { relations } from '../db/relations.ts';
import { countIndexed } from '../db/search.ts';
import { searchEntries } from '../db/tables/search.ts';
import { sliceCodePoints } from '../text/code-points.ts';
import { namesOf, searchTypes } from '../vocabulary.ts';

/**
 * Reads a new snapshot back and holds it against what was to be written.
 * @throws with what is wrong; such a snapshot must not be published
 */
export function verifySnapshot(file: string, counts: Readonly<Record<string, number>>): void {
  const connection = openSnapshot(file);
  const { db } = connection;
  const insist = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`the new snapshot is not sound: ${what}`);
  };
  try {
    insist(foreignTo(connection) === null, 'it does not say that it is ours');
    insist(connection.pragma('integrity_check') === 'ok', 'its integrity check fails');
    const broken = db.all(sql`pragma foreign_key_check`);
    insist(broken.length === 0, `${broken.length} rows refer to nothing`);
    for (const [name, count] of Object.entries(counts)) {
      const table: SQLiteTable = relations[name as keyof typeof relations].table;
      const found = db.$count(table).sync();
      insist(found === count, `${name} holds ${found} rows instead of ${count}`);
    }
    for (const type of namesOf(searchTypes)) {
      const entries = db.$count(searchEntries, eq(searchEntries.type, type)).sync();
      const { indexed } = db.get<{ indexed: number }>(countIndexed(type));
      insist(indexed === entries, `searches find ${indexed} of ${entries} entries of type ${type}`);
    }
    for (const { code, text, id } of db.query.reports.findMany().sync()) {
      const own = db.query.evidences.findMany({ where: { reportId: id } }).sync();
      for (const { exact, start, end } of own) {
        const words = sliceCodePoints(text, start, end);
        insist(words === exact, `${code} at ${start} does not read “${exact}”`);
      }
    }
  } finally {
    connection.close();
  }
}
