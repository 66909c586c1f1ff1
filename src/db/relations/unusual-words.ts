import { getColumns } from 'drizzle-orm';
import { besides } from '../columns/word-columns.ts';
import { relations } from '../relations.ts';
import type { TableName } from '../relations.ts';
import { relationInFilter, targetOf } from './relation-of.ts';

/** A list as it stands in a filter, and the words in it. */
type WordList = { list: object; words: readonly unknown[] };

/**
 * A filter that asks for words of a closed list, with what an index that leaves out the usual ones needs
 * to have said of them: none of the others is one of those. It passes the same rows.
 */
export function sayingUnusual(name: TableName, filter: object, asked: WordList): object {
  const { table } = relations[name];
  const columns = getColumns(table);
  const parts = Object.entries(filter).map(([key, value]: [string, unknown]) => {
    if (key === 'AND' || key === 'OR')
      return [key, (value as object[]).map((each) => sayingUnusual(name, each, asked))];
    const relation = relationInFilter(name, key);
    if (relation && typeof value === 'object' && value !== null)
      return [key, sayingUnusual(targetOf(relation), value, asked)];
    const column = columns[key as keyof typeof columns];
    const isAsked = column && (Object(value) as { in?: unknown }).in === asked.list;
    return [key, isAsked ? { in: asked.list, ...besides(table, column, asked.words) } : value];
  });
  return Object.fromEntries(parts) as object;
}
