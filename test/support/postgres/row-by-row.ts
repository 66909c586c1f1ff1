import type { TestDatabase } from './cluster.ts';

/** All rows of the tables of a schema as text, without the numbers that PostgreSQL gives by itself, and its indexes. */
type Content = Map<string, string[]>;

async function contentOf({ run }: TestDatabase, schema: string): Promise<Content> {
  const tables = await run(
    `select table_name as name, string_agg(quote_ident(column_name::text), ', ' order by column_name) as columns
     from information_schema.columns where table_schema = '${schema}' and column_name <> 'rowid' group by 1 order by 1`,
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
      rows.map(({ of }) => String(of)),
    );
  }
  return content;
}

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
