import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { unlessPostgres } from './dialect.ts';

/**
 * A text or a number that is worked out once for all who ask by the same key.
 * @param key several values, apart by commas; each mention has parameters of its own
 */
export const remembered = (key: () => SQL, value: SQL): SQL =>
  unlessPostgres(sql`coalesce(recall(${key()}), remember(${value}, ${key()}))`, () => value);
