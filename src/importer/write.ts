import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { createDatabase } from '../db/client.ts';
import { relations } from '../db/relations.ts';
import { settleIndex } from '../db/search.ts';
import type { Rows } from './rows.ts';
import { writeSearchIndex } from './search-index.ts';

/** SQLite takes 32,766 parameters a statement; the widest table has fewer than 64 columns. */
const rowsAtOnce = 500;

/**
 * Writes all rows into a new database file, in one transaction.
 * @throws what SQLite says; the file is then of no use
 */
export function writeSnapshot(file: string, rows: Rows): void {
  const connection = createDatabase(file);
  try {
    connection.db.transaction((transaction) => {
      // A report and its evidence refer to each other: what holds is checked at the end.
      transaction.run('pragma defer_foreign_keys = on');
      for (const name of Object.keys(rows) as (keyof Rows)[]) {
        const table: SQLiteTable = relations[name].table;
        const list: object[] = rows[name];
        for (let start = 0; start < list.length; start += rowsAtOnce) {
          const some = list.slice(start, start + rowsAtOnce);
          transaction.insert(table).values(some).run();
        }
      }
      writeSearchIndex(transaction);
      transaction.run(settleIndex());
    });
    connection.db.run('analyze');
  } finally {
    connection.close();
  }
}
