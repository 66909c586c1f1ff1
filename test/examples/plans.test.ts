import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { openSnapshot } from '../../src/db/database.ts';
import type { Connection } from '../../src/db/database.ts';
import { relations } from '../../src/db/relations.ts';
import { readExamples } from '../../src/examples/read-examples.ts';
import { corpusRows } from '../support/corpus-rows.ts';
import { startOverRows } from '../support/published.ts';
import { startOver } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

type Statement = { sql: string; values: unknown[] };

const statements: Statement[] = [];
let compiled: Seeded;
let executed: Seeded;
let connection: Connection;
before(() => {
  const told = (sql: string, values: unknown[]) => statements.push({ sql, values });
  compiled = startOverRows(corpusRows(1000, 4), { told });
  executed = startOver(compiled.data, { told, compiler: false });
  connection = openSnapshot(`${compiled.data}/kb-000001.sqlite`);
});
after(() => {
  connection.close();
  executed.close();
  compiled.close();
});

/** What SQLite means to do, step by step. */
function planOf({ sql, values }: Statement): string[] {
  const { $client } = connection.db as unknown as {
    $client: { prepare: (sql: string) => { all: (...values: unknown[]) => { detail: string }[] } };
  };
  return $client
    .prepare(`explain query plan ${sql}`)
    .all(...values)
    .map(({ detail }) => detail);
}

/** A query for groups reads all that it counts; no index could spare it that. */
const readsAll = ({ sql }: Statement) => sql.includes('group by key');

/** Of so few rows an index could spare nothing. */
const few = 50;

/** Whether rows of a table are read in the order of their numbers and no further than a page: the table is its own index. */
const isWalked = ({ sql }: Statement, alias: string) =>
  new RegExp(`order by "${alias}"\\."id" (?:asc|desc) limit`).test(sql);

/** The tables that it reads from end to end without an index; results of its own steps are none. */
function scanned(statement: Statement): string[] {
  return planOf(statement).flatMap((step) => {
    const [, name = ''] = /^SCAN (\w+)$/.exec(step) ?? [];
    if (isWalked(statement, name)) return [];
    const table = new RegExp(`"(\\w+)" as "${name}"`).exec(statement.sql)?.[1] ?? name;
    return table.length > 1 && countRows(table) > few ? [table] : [];
  });
}

function countRows(table: string): number {
  const known: Record<string, { table: SQLiteTable } | undefined> = relations;
  const name = table.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const found = known[name]?.table;
  return found ? connection.db.$count(found).sync() : 0;
}

test('a scan is noticed', () => {
  const sql = 'select * from outcomes where note_en = ?';
  assert.deepEqual(scanned({ sql, values: ['a'] }), ['outcomes']);
});

for (const { name, query } of readExamples()) {
  test(`${name} scans no table, compiled or not`, async () => {
    statements.length = 0;
    for (const server of [compiled, executed]) {
      const { body } = await server.ask(query);
      assert.equal(body.errors, undefined, JSON.stringify(body.errors));
    }
    assert.ok(statements.length > 1);
    for (const statement of statements.filter((each) => !readsAll(each))) {
      const told = [statement.sql, ...planOf(statement)].join('\n');
      assert.deepEqual(scanned(statement), [], told);
    }
  });
}
