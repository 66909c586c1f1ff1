import { SQL, is } from 'drizzle-orm';
import type { TableName } from '../relations.ts';
import { isFound } from '../found-sets.ts';
import { relationInFilter, targetOf } from './relation-of.ts';

/**
 * Whether it may take long to tell of a single row that it passes a filter, since sets of rows are
 * worked out for that: those below the first step of a way to other tables (see `relation-steps.ts`),
 * and those that words are found in. Words of the rows themselves are another matter: they are
 * looked for once, and by an index.
 * @param depth how far within alternatives and steps the filter stands
 */
export function isCostly(name: TableName, filter: unknown, depth = 0): boolean {
  if (Array.isArray(filter)) return filter.some((each) => isCostly(name, each, depth));
  if (typeof filter !== 'object' || filter === null) return false;
  if (is(filter, SQL)) return depth > 0 && isFound(filter);
  return Object.entries(filter).some(([key, asked]: [string, unknown]) => {
    const relation = relationInFilter(name, key);
    if (relation) return depth > 0 || isCostly(targetOf(relation), asked, depth + 1);
    return isCostly(name, asked, key === 'OR' || key === 'NOT' ? depth + 1 : depth);
  });
}
