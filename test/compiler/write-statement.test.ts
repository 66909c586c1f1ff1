import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aliasedTable, and, eq, exists, inArray, isNull, not, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder, SQLiteDialect } from 'drizzle-orm/sqlite-core';
import { relations } from '../../src/db/relations.ts';
import { writeStatement } from '../../src/db/write-statement.ts';
import { randomOf } from '../support/corpus-rows.ts';

const outcomes = relations.outcomes.table;
const reports = relations.reports.table;
const drizzle = new SQLiteDialect();
const one = () => new QueryBuilder().select({ code: reports.code }).from(reports);

/** Pieces of every kind that drizzle knows and our statements have. */
const leaves: readonly (() => SQL)[] = [
  () => sql`1`,
  () => sql.raw(`'it''s "so"'`),
  () => sql`${sql.identifier('a "name"')}`,
  () => sql`${outcomes.labelZh}`,
  () => sql`${outcomes}`,
  () => sql`${aliasedTable(outcomes, 't"1').labelZh}`,
  () => sql`${aliasedTable(outcomes, 't2')}.rowid`,
  () => sql`${sql.placeholder('p0')}`,
  () => sql`${5} + ${'five'} + ${null}`,
  () => sql`${sql.param('given')}`,
  () => sql`${sql.param(sql.placeholder('p1'))}`,
  () => sql`${undefined} ${[1, 'two', sql`3`]} ${[]}`,
  () => eq(outcomes.reportId, 3),
  () => inArray(outcomes.code, ['a', 'b']),
  () => isNull(outcomes.unitId),
  () => sql`${sql`x`.as('named')}`,
  () => sql`${sql`${'inline'} ${7}`.inlineParams()}`,
  () => exists(one().where(eq(reports.id, 7))),
  () => sql`from ${one().as('sub query')}`,
];

type Random = ReturnType<typeof randomOf>;

/** A random statement of such pieces. */
function statementOf(random: Random, depth: number): SQL {
  const leaf = () => random.pick(leaves)();
  if (depth === 0) return leaf();
  const parts = Array.from({ length: 1 + random.below(4) }, () =>
    random.chance(0.5) ? leaf() : statementOf(random, depth - 1),
  );
  if (random.chance(0.3)) return and(...parts, not(sql`false`)) ?? sql``;
  return sql`(${sql.join(parts, sql` , `)})`;
}

test('statements are written as drizzle writes them', () => {
  const random = randomOf(19);
  for (let times = 0; times < 1000; times += 1) {
    const statement = statementOf(random, times % 6);
    const { sql: text, params } = drizzle.sqlToQuery(statement);
    assert.deepEqual(writeStatement(statement, 'sqlite'), { text, values: params });
  }
});

test('PostgreSQL is given its parameters by numbers, in the order of the text', () => {
  const inner = sql`${sql.placeholder('b')} ${sql.param('c')}`;
  const statement = sql`${'a'} ${inner} ${[1, 2]} ${outcomes.labelZh}`;
  const { text, values } = writeStatement(statement, 'postgres');
  assert.equal(text, '$1 $2 $3 ($4, $5) "outcomes"."label_zh"');
  assert.deepEqual(
    values.map((value) => (typeof value === 'object' ? 'placeholder' : value)),
    ['a', 'placeholder', 'c', 1, 2],
  );
});
