import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { importSeed } from '../../src/importer/import.ts';
import { makeCorpus } from '../support/corpus.ts';
import type { Corpus } from '../support/corpus.ts';
import { spoiling } from '../support/imports/spoiling.ts';
import { indexKinds } from '../../src/text/search/full-text.ts';

/** Of so many reports a snapshot with one that has changed is carried on, and not built anew. */
const corpus = makeCorpus(8);
const small = makeCorpus(1);
after(() => {
  corpus.remove();
  small.remove();
});

/** Of the report that is put in. */
const own = 'report_id = (select max(id) from reports)';
const last = (table: string) => `id = (select max(id) from ${table} where ${own})`;

type Fault = readonly [statement: string, why: RegExp];
const references: Fault = [
  `update outcomes set evidence_id = 999999999 where ${last('outcomes')}`,
  /refer to nothing/,
];

const texts: readonly Fault[] = [
  [
    `update sections set text = '。' || substr(text, 2) where ${last('sections')}`,
    /do not hold its text/,
  ],
  [
    `update sections set "start" = "start" - 1, "end" = "end" - 1 where ${last('sections')}`,
    /do not follow each other/,
  ],
  [
    `update evidences set section_id = (select min(id) from sections where ${own}) where ${last('evidences')}`,
    /does not stand in its section/,
  ],
  [
    `update evidences set exact = '。' || substr(exact, 2) where ${last('evidences')}`,
    /does not read/,
  ],
];

/** Tables without an index of codes: two rows have one code, or a row has one of another report. */
const codes = ['numerals', 'uncovered_clauses', 'links'].flatMap((table): Fault[] => {
  const notFound = new RegExp(`rows of \\w+.* are found by codes of their own`);
  return [
    [
      `update ${table} set code = (select code from ${table} where ${own} order by id limit 1) where ${last(table)}`,
      notFound,
    ],
    [`update ${table} set code = 'x' || code where ${last(table)}`, notFound],
  ];
});

/** What is done to a snapshot that was made in either way, and what its import then says against it. */
const faults: Readonly<Record<'carriedOn' | 'built', readonly Fault[]>> = {
  carriedOn: [
    references,
    ...codes,
    ['pragma application_id = 1', /it does not say that it is ours/],
    ...indexKinds.map((kind): Fault => [
      `delete from search_${kind} where rowid = ${last('search_entries').slice(5)}`,
      /searches find/,
    ]),
    ...texts,
  ],
  built: [
    references,
    ...codes,
    [`delete from numerals where ${last('numerals')}`, /holds \d+ rows/],
    ...texts,
  ],
};

const published = () => readFileSync(join(corpus.data, 'CURRENT'), 'utf8');

/** Imports, and has the new snapshot spoiled. */
const importSpoiled = ({ seed, data }: Corpus, statement: string) =>
  importSeed({ seed, data, jobs: 1, onStep: spoiling(statement, data) });

describe('a snapshot that is not what was to be written is not published', () => {
  before(async () => {
    await importSeed({ ...corpus, jobs: 1 });
    corpus.change(join(corpus.folders.at(-1)!, 'facts.json'), '"en": "Overview"', '"en": "About"');
  });

  for (const [statement, why] of faults.carriedOn) {
    test(`carried on from the one before: ${statement}`, async () => {
      const untouched = [published(), readdirSync(corpus.data)];
      await assert.rejects(importSpoiled(corpus, statement), { message: why });
      assert.deepEqual([published(), readdirSync(corpus.data)], untouched, 'nothing has changed');
    });
  }

  for (const [statement, why] of faults.built) {
    test(`built from nothing: ${statement}`, async () => {
      await assert.rejects(importSpoiled(small, statement), { message: why });
      assert.deepEqual(readdirSync(small.data), ['LOCK.sqlite'], 'nothing is published');
    });
  }

  test('what is sound is published', async () => {
    assert.equal((await importSpoiled(corpus, 'select 1')).outcome, 'imported');
  });
});
