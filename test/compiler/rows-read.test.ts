import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'graphql';
import { createPlanCache } from '../../src/compiler/plan-cache.ts';
import { openReader } from '../../src/db/client.ts';
import { relations } from '../../src/db/relations.ts';
import { schema } from '../../src/schema/schema.ts';
import {
  drawDeep,
  drawPairs,
  drawTriples,
  randomFrom,
} from '../programs/bench/plans/draw-questions.ts';
import type { PageQuestion } from '../programs/bench/plans/draw-questions.ts';
import { openedCorpus } from '../support/opened-corpus.ts';

const corpus = openedCorpus(12);
/** A statement that counts the rows that its page comes by; null where its page is not to be told. */
function counting(statement: string): string | null {
  const page = /( as ("t\d+") (?:indexed by "\w+"|not indexed) where )/;
  return page.test(statement) ? statement.replace(page, '$1seen($2.rowid) and ') : null;
}

type Asked = Pick<PageQuestion, 'query' | 'variables'>;

/** The same page from its middle on; null for one that has none. */
function fromMiddle({ query, variables }: Asked, answer: Uint8Array): Asked | null {
  const [, middle] =
    /^.*?(?:"code":.*?){9}"code":("[^"]+")/.exec(String(Buffer.from(answer))) ?? [];
  const rest = query.replace('first: 20', `first: 20, after: ${middle}`);
  return middle === undefined || rest === query ? null : { query: rest, variables };
}

test('no page comes by more rows than it is reckoned at, whose way is known', (t) => {
  const plans = createPlanCache(schema, relations, { recallFrom: Infinity });
  const reader = openReader(corpus.snapshot.path);
  t.after(() => reader.close());
  /** How many rows were come by since it was last looked. */
  let seen = 0;
  reader.client.function('seen', (_row: unknown) => {
    seen += 1;
    return 1;
  });
  const { statistics } = corpus.snapshot;
  const random = randomFrom(5);
  const counts = { all: 0, known: 0, cut: 0 };
  /** The answer, where it is told what its page comes by. */
  function check({ query, variables }: Asked): Uint8Array | null {
    const question = { document: parse(query), variables, context: {}, statistics };
    const { statement, values, work } = plans.compiledFor(question)!;
    const counted = counting(statement);
    if (counted === null) return null;
    seen = 0;
    const answer = reader.readBytes(counted, values)!;
    assert.deepEqual(answer, corpus.snapshot.readBytes(statement, values));
    assert.ok(seen <= work.rows, `${seen} of ${work.rows}: ${query} ${JSON.stringify(variables)}`);
    counts.all += 1;
    counts.known += work.rows < corpus.snapshot.counts.outcomes! / 4 ? 1 : 0;
    return answer;
  }
  for (const question of [
    ...drawPairs(corpus.snapshot.db).filter(() => random() < 0.05),
    ...drawTriples(corpus.snapshot.db, 45, random),
    ...drawDeep(corpus.snapshot.db, 40, random),
  ]) {
    const answer = check(question);
    const cut = answer && fromMiddle(question, answer);
    counts.cut += cut && check(cut) ? 1 : 0;
  }
  t.diagnostic(JSON.stringify(counts));
  assert.ok(counts.all > 200 && counts.cut > 50 && counts.known > counts.all / 2);
});
