import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getColumns, getTableName, sql } from 'drizzle-orm';
import type { Column } from 'drizzle-orm';
import { parse } from 'graphql';
import { createPlanCache } from '../../src/compiler/plan-cache.ts';
import { toldByColumn } from '../../src/db/columns/derived-columns.ts';
import { relations } from '../../src/db/relations.ts';
import { openCurrent } from '../../src/db/snapshot/pointer.ts';
import type { Statistics } from '../../src/db/statistics/statistics.ts';
import { schema } from '../../src/schema/schema.ts';
import { explainOver } from '../../src/server/explain/explain-over.ts';
import {
  drawDeep,
  drawPairs,
  drawTriples,
  randomFrom,
} from '../programs/bench/plans/draw-questions.ts';
import type { PageQuestion } from '../programs/bench/plans/draw-questions.ts';
import { statementsByEachWay } from '../programs/bench/plans/each-way.ts';
import { openedCorpus } from '../support/opened-corpus.ts';
import { startSeeded } from '../support/random/seeded.ts';

const corpus = openedCorpus(12);

/** The answers by each way that a page can be read, the one that SQLite chooses first. */
const answersTo = (question: PageQuestion): string[] =>
  statementsByEachWay(question).map(({ statement, values }) =>
    String(corpus.snapshot.readBytes(statement, values)),
  );

test('over a few rows no way is looked for, and the answers are the same', async () => {
  const one = await startSeeded();
  const opened = openCurrent(one.data);
  assert.ok(opened.ok);
  const { db, readBytes, statistics, counts, version, close } = opened.snapshot;
  const probes: string[] = [];
  const context = { db, readBytes, snapshot: { version, counts, statistics } };
  const watched: Statistics = {
    ...statistics,
    probe: (statement) => {
      probes.push(statement);
      return [];
    },
  };
  try {
    const plans = createPlanCache(schema, relations);
    for (const { query, variables, title } of drawDeep(db, 40, randomFrom(5))) {
      const asked = { document: parse(query), variables, context };
      const [few, many] = [watched, { ...statistics, isSmall: false }].map((own) => {
        const compiled = plans.compiledFor({ ...asked, statistics: own });
        return compiled && String(readBytes(compiled.statement, compiled.values));
      });
      assert.equal(few, many, title);
    }
    assert.deepEqual(probes, []);
  } finally {
    close();
    one.close();
  }
});

/** `QUESTIONS` asks so many times more than by default, and `SEED` for others. */
const { SEED = '3', QUESTIONS = '1' } = process.env;
const times = Number(QUESTIONS);

test('a page holds the same rows by whichever index it is read', () => {
  const random = randomFrom(Number(SEED));
  const pairs = drawPairs(corpus.snapshot.db).filter(() => random() < 0.1 * times);
  const questions = [
    ...pairs,
    ...drawTriples(corpus.snapshot.db, 80 * times, random),
    ...drawDeep(corpus.snapshot.db, 60 * times, random),
  ];
  let compared = 0;
  for (const question of questions) {
    const [wanted, ...others] = answersTo(question);
    for (const answer of others) assert.equal(answer, wanted, question.title);
    compared += others.length;
  }
  assert.ok(compared > questions.length, `${compared} of ${questions.length}`);
});

const takenFor = async (filter: string, order: string) => {
  const query = `{ outcomes(first: 5, filter: { ${filter} }, orderBy: { ${order} }) { nodes { code } } }`;
  const { compiled } = await explainOver({ data: corpus.data }, { query });
  return compiled?.pages.map((ways) =>
    ways.map(({ index, isTaken, rows }) => `${isTaken ? '> ' : ''}${index} ${rows ?? 'more'}`),
  );
};

test('it is told by which ways a page can be read, which is taken and why', async () => {
  assert.deepEqual(
    await Promise.all([
      takenFor('levels: [SCOPE]', 'field: VALUE, direction: DESC'),
      takenFor('levels: [OUTPUT]', 'field: VALUE, direction: DESC'),
      takenFor('sections: ["nowhere"]', 'field: VALUE, direction: DESC'),
      takenFor('linkBases: [SAME_POINT]', 'field: TEXT_ORDER'),
      takenFor('levels: [OUTPUT]', 'field: TEXT_ORDER'),
      takenFor('value: { from: 5 }', 'field: VALUE'),
      takenFor('measures: { outcomes: { hasFigure: true } }', 'field: VALUE'),
      takenFor('hasBaseline: true, hasNote: true', 'field: LABEL'),
    ]),
    [
      [['outcomes_level 100', '> outcomes_value_descending 7']],
      // Its index leaves out what most rows have: the order is walked, and it is known how far.
      [['> outcomes_value_descending 5']],
      // What was found to lead to no row is not gone.
      [['outcomes_section 0', 'outcomes_value_descending more']],
      [['null more', '> null 6', 'null more']],
      [['> null 6']],
      // One index has just these, in just this order.
      [],
      // By the set of what passes, by steps row by row, and by sets below the first step or of all.
      [
        [
          'null more',
          '> outcomes_value_ascending 5',
          'outcomes_value_ascending more',
          'outcomes_value_ascending more',
        ],
      ],
      // The last but one fetch only what both find.
      [
        [
          'outcomes_baseline 63',
          '> outcomes_note 19',
          'outcomes_baseline more',
          'outcomes_note more',
          'outcomes_label_zh more',
        ],
      ],
    ],
  );
});

test('a generated column tells of those that it is made of what they hold themselves', () => {
  const told = Object.values(relations).flatMap(({ table }) => {
    const columns: Column[] = Object.values(getColumns(table));
    return columns.flatMap((own) =>
      Object.entries(toldByColumn(own)).map(([name, what]) => ({ table, own, name, what })),
    );
  });
  let withValues = 0;
  for (const { table, own, name, what } of told) {
    const column = sql.identifier(name);
    const isWrong = what.value
      ? sql`${what.value(own)} is not ${column}`
      : sql`(${what.isPresent(own)}) <> (${column} is not null)`;
    const counted = sql`select count(*) filter (where ${isWrong}), count(${column}), count(*) from ${table}`;
    const [[wrong, present, all] = [1, 0, 0]] =
      corpus.snapshot.db.values<[number, number, number]>(counted);
    assert.equal(wrong, 0, `${getTableName(table)}.${own.name} of ${name}`);
    if (present > 0 && present < all) withValues += 1;
  }
  assert.ok(withValues > 10, `${withValues} of ${told.length}`);
});
