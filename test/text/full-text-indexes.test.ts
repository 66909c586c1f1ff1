import assert from 'node:assert/strict';
import { test } from 'node:test';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { SQLiteDialect } from 'drizzle-orm/sqlite-core';
import { addToIndex, takeFromIndex } from '../../src/db/bulk.ts';
import { addFunctions } from '../../src/db/functions/functions.ts';
import { hitsOf } from '../../src/db/search/matching.ts';
import { migrations } from '../../src/db/snapshot/migrations.ts';
import { withBorders } from '../../src/text/search/figures.ts';
import { indexKinds, markOf, tokensOfEntry } from '../../src/text/search/full-text.ts';
import type { Where } from '../../src/text/search/full-text.ts';
import { searchKeyOf, wordsOf } from '../../src/text/search/search-key.ts';
import { randomOf } from '../support/corpus-rows.ts';

const random = randomOf(7);
const pieces = [
  '法',
  '治',
  '行',
  '政',
  '𠮷',
  'a',
  'b',
  'A b',
  ' ',
  '7',
  '12',
  '㎡',
  '①',
  '。',
  '"',
  '*',
];
const text = (most: number) =>
  Array.from({ length: random.below(most + 1) }, () => random.pick(pieces)).join('');

type Entry = { titles: string[]; texts: string[]; type: string };

const keyOf = (characters: readonly string[]) =>
  withBorders(characters)
    .map(({ character }) => character)
    .join('');

/** Whether the words stand where they must, as the texts are read one after the other. */
function holds({ titles, texts }: Entry, typed: string, where: Where): boolean {
  const words = wordsOf(typed).map(keyOf);
  const isIn = (list: readonly string[]) =>
    words.length > 0 &&
    words.every((word) => list.some((each) => keyOf(searchKeyOf(each).characters).includes(word)));
  if (where === 'title') return isIn(titles);
  return isIn([...titles, ...texts]) && (where === 'anywhere' || !isIn(titles));
}

test('the indexes find what a scan of the texts finds, in titles, elsewhere and within a scope', () => {
  const client = new BetterSqlite3(':memory:');
  for (const migration of migrations) client.exec(migration);
  addFunctions(client);
  const entries = Array.from({ length: 300 }, (): Entry => {
    const titles = [text(6), text(3)];
    return { titles, texts: [text(9), text(2)], type: random.pick(['MEASURE', 'OUTCOME']) };
  });
  for (const kind of indexKinds) {
    const insert = client.prepare(addToIndex(kind));
    entries.forEach(({ titles, texts, type }, id) => {
      insert.run(id, tokensOfEntry(titles, texts, [markOf('type', type)])[kind]);
    });
    // One that has gone is found no more.
    client.prepare(takeFromIndex(kind)).run(0);
  }
  const found = (typed: string, where: Where, scope: object) => {
    const search = { typed: sql`${typed}`, scope: sql`${JSON.stringify(scope)}` };
    const query = new SQLiteDialect().sqlToQuery(sql`${hitsOf(search, where)} order by entry`);
    return client
      .prepare<unknown[], number>(query.sql)
      .pluck()
      .all(...query.params);
  };
  let hits = 0;
  for (let nth = 0; nth < 500; nth += 1) {
    const typed = `${text(3)} ${random.below(2) === 0 ? text(1) : ''}`;
    const where = random.pick(['title', 'anywhere', 'elsewhere'] as const);
    const type = random.pick(['MEASURE', null]);
    const wanted = entries.flatMap((entry, id) =>
      id > 0 && (!type || entry.type === type) && holds(entry, typed, where) ? id : [],
    );
    const told = JSON.stringify({ typed, where, type });
    assert.deepEqual(found(typed, where, type ? { type: [type] } : {}), wanted, told);
    hits += wanted.length;
  }
  assert.ok(hits > 1000, `${hits} hits`);
  client.close();
});
