import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { OnStep } from '../../../src/importer/snapshot/progress.ts';

/** Spoils the newest snapshot after it was written and before it is verified. */
export const spoiling =
  (statement: string, data: string): OnStep =>
  ({ phase, done }) => {
    if (phase !== 'verify' || done > 0) return;
    const newest = readdirSync(data).findLast((name) => name.startsWith('kb-'));
    const client = new BetterSqlite3(join(data, newest ?? ''));
    client.pragma('foreign_keys = off');
    client.exec(statement);
    client.close();
  };
