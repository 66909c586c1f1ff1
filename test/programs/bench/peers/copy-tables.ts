import type { Client } from '../../../../src/db/client.ts';
import type { CatalogTable } from './catalog.ts';
import type { Cluster } from './cluster.ts';
import { backwardOf, forwardOf, typeNameOf } from './names.ts';

/** What was copied, and the indexes that PostgreSQL does not take, each with why. */
export type Copied = { rows: number; indexes: number; refused: string[] };

/** Makes the tables of a snapshot anew, with all their rows, keys and indexes. */
export async function copyTables(
  { run }: Cluster,
  client: Client,
  catalog: readonly CatalogTable[],
  tell: (line: string) => void,
): Promise<Copied> {
  await run(catalog.map(createTable).join('\n'));
  let rows = 0;
  for (const table of catalog) {
    const columns = table.columns.map(({ name }) => `"${name}"`).join(', ');
    await run(`copy "${table.name}" (${columns}) from stdin`, linesOf(client, table));
    rows += Number(await run(`select count(*) from "${table.name}"`));
  }
  tell(`${rows} rows copied into PostgreSQL`);
  await run(catalog.flatMap(keysOf).toSorted(foreignLast).join('\n'));
  const indexes = catalog.flatMap((table) => table.indexes);
  const refused: string[] = [];
  for (const { sql, name } of indexes) {
    const statement = sql.replaceAll('`', '"');
    await run(statement).catch((error: Error) => refused.push(`${name}: ${error.message}`));
  }
  await run('vacuum (analyze)');
  tell(`${indexes.length - refused.length} of ${indexes.length} indexes made`);
  return { rows, indexes: indexes.length - refused.length, refused };
}

const createTable = ({ name, columns, tie }: CatalogTable) => {
  const lines = columns.map(
    (each) => `"${each.name}" ${each.type}${each.isNotNull ? ' not null' : ''}`,
  );
  return `create table "${name}" (${lines.join(', ')});
    comment on table "${name}" is E'@name ${typeNameOf(name)}${tie === null ? '' : `\\n@unique ${tie}`}';`;
};

/** Keys come after the rows, and foreign ones after all others: they would be looked up row by row. */
function keysOf({ name, primaryKey, unique, foreignKeys }: CatalogTable, nth: number): string[] {
  const list = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');
  const alter = `alter table "${name}" add`;
  return [
    ...(primaryKey.length > 0 ? [`${alter} primary key (${list(primaryKey)});`] : []),
    ...unique.map((columns) => `${alter} unique (${list(columns)});`),
    ...foreignKeys.map(({ column, table, target }, key) => {
      const constraint = `"key_${nth}_${key}"`;
      return `${alter} constraint ${constraint} foreign key ("${column}") references "${table}" ("${target}");
        comment on constraint ${constraint} on "${name}" is E'@fieldName ${forwardOf(column)}\\n@foreignFieldName ${backwardOf(name, column)}';`;
    }),
  ];
}

const isForeign = (statement: string) => Number(statement.includes('foreign key'));

const foreignLast = (one: string, other: string) => isForeign(one) - isForeign(other);

/** So many characters are handed over at once. */
const pieceLength = 1_000_000;

/** All rows as COPY reads them: a line each, fields parted by tabs. */
async function* linesOf(client: Client, { name, columns }: CatalogTable): AsyncGenerator<string> {
  const list = columns.map((column) => `"${column.name}"`).join(', ');
  const rows = client.prepare(`select ${list} from "${name}"`).raw().iterate();
  let piece = '';
  for (const row of rows as Iterable<(string | number | null)[]>) {
    piece += `${row.map(field).join('\t')}\n`;
    if (piece.length > pieceLength) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

const field = (value: string | number | null) =>
  value === null
    ? '\\N'
    : String(value).replaceAll(/[\\\t\n\r]/g, (found) => escapes[found] ?? found);
