import assert from 'node:assert/strict';
import type { TestDatabase } from './cluster.ts';

/**
 * All rows of the tables of a schema as text, without the numbers that PostgreSQL gives by itself, and its indexes. How
 * entries of the search are cut into stretches is told by what was published whole: only that each bears the mark of
 * its own, and of no other, is looked at.
 */
type Content = Map<string, string[]>;

async function contentOf({ run }: TestDatabase, schema: string): Promise<Content> {
  const tables = await run(
    `select table_name as name, string_agg(quote_ident(column_name::text), ', ' order by column_name) as columns
     from information_schema.columns where table_schema = '${schema}' and column_name <> 'rowid' and table_name <> 'search_stretches' group by 1 order by 1`,
  );
  const content: Content = new Map();
  const indexes = await run(
    `select replace(indexdef, '${schema}.', '') as of from pg_indexes where schemaname = '${schema}' order by 1`,
  );
  content.set(
    'indexes',
    indexes.map(({ of }) => String(of)),
  );
  for (const { name, columns } of tables) {
    const rows = await run(
      `select row_to_json(t)::text as of from (select ${String(columns)} from ${schema}."${String(name)}") t order by 1`,
    );
    content.set(
      String(name),
      rows.map(({ of }) => String(of).replace(stretchMark, '')),
    );
  }
  const astray = await run(
    `select i.id from ${schema}.search_index i join ${schema}.search_stretches s
     on (i.id between s.first and s.last) <> (i.words @@ s.mark::tsquery) order by 1 limit 3`,
  );
  assert.deepEqual(astray, [], 'each entry bears the mark of its stretch');
  return content;
}

/** As it stands in the words of an entry, written as JSON. */
const stretchMark = /'\\u0002stretch:\d+' ?/;

/** In what two published schemas differ, row by row; nothing where they hold the same. */
export async function differences(
  one: readonly [TestDatabase, schema: string],
  other: readonly [TestDatabase, schema: string],
): Promise<string[]> {
  const [a, b] = [await contentOf(...one), await contentOf(...other)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) => {
    const [rows, others] = [a.get(name) ?? [], b.get(name) ?? []];
    return [
      ...onlyIn(rows, others, `${name}, only in the first`),
      ...onlyIn(others, rows, `${name}, only in the other`),
    ];
  });
}

function onlyIn(rows: readonly string[], others: readonly string[], what: string): string[] {
  const counts = new Map<string, number>();
  for (const row of others) counts.set(row, (counts.get(row) ?? 0) + 1);
  const missing = rows.filter((row) => {
    const count = counts.get(row) ?? 0;
    counts.set(row, count - 1);
    return count <= 0;
  });
  return missing.slice(0, 3).map((row) => `${what}: ${row.slice(0, 400)}`);
}
