import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { writeReport } from '../../src/importer/conformance/write-report.ts';
import { importSeed } from '../../src/importer/import.ts';
import { makeCorpus } from '../support/corpus.ts';
import type { Corpus } from '../support/corpus.ts';
import { namedRows } from '../support/imports/named-rows.ts';
import { serveOnFreePort } from '../support/served.ts';

/** Writes a report in Chinese alone whose units are named by their classifiers. */
function writeChinese({ seed }: Corpus, code: string, sentences: string, outcomes: object[]): void {
  const title = { zh: '一份只有中文的报告' };
  writeReport(join(seed, 'reports', code), {
    text: `2023年开展工作。${sentences}\n`,
    facts: {
      report: { title, period: { text: '2023年', edtf: '2023' } },
      sections: [
        {
          code: 'all',
          title,
          starts: '2023年开展工作',
          measures: [
            {
              title,
              outcomes: outcomes.map((outcome) => ({ label: { zh: '成效' }, ...outcome })),
            },
          ],
        },
      ],
    },
    files: {},
  });
}

async function imported(t: TestContext, seed: string): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'juzheng-'));
  t.after(() => {
    rmSync(data, { recursive: true, force: true });
  });
  await importSeed({ seed, data });
  return data;
}

test('a snapshot that is carried on has the units of reports as one that is built anew', async (t) => {
  const corpus = makeCorpus(9);
  t.after(corpus.remove);
  const letters = (value: number) =>
    `收到群众来信${value}封,办结${value}封,修缮塑像7尊,每个村配备法律顾问2名。`;
  const outcomes = (value: number) => [
    { code: 'letters', quote: `收到群众来信${value}封`, value, unit: '封' },
    { code: 'done', quote: `办结${value}封`, value, unit: '封' },
    { code: 'statues', quote: '修缮塑像7尊', value: 7, unit: '尊' },
    { code: 'advisers', quote: '每个村配备法律顾问2名', value: 2, unit: '名' },
  ];
  await importSeed(corpus);
  writeChinese(corpus, 'zz-2023', letters(21), outcomes(21));
  await importSeed(corpus);
  writeChinese(corpus, 'aa-2023', letters(5), outcomes(5));
  await importSeed(corpus);
  writeChinese(corpus, 'zz-2023', letters(22), outcomes(22));
  const { counts } = await importSeed(corpus);
  const carriedOn = namedRows(corpus.data);
  assert.deepEqual(carriedOn, namedRows(await imported(t, corpus.seed)));
  const own = carriedOn['units']!.map((row) => JSON.parse(row) as Record<string, unknown>);
  assert.deepEqual(
    own.flatMap(({ code, nameZh, reportId }) =>
      /^(?:aa|zz)-/.test(String(reportId)) ? [[code, nameZh, reportId]] : [],
    ),
    [
      ['aa-2023/名-1', '名/个村：每个村配备法律顾问', 'aa-2023'],
      ['aa-2023/封-1', '封：收到群众来信', 'aa-2023'],
      ['aa-2023/封-2', '封：办结', 'aa-2023'],
      ['aa-2023/尊-1', '尊：修缮塑像', 'aa-2023'],
      ['zz-2023/名-1', '名/个村：每个村配备法律顾问', 'zz-2023'],
      ['zz-2023/封-1', '封：收到群众来信', 'zz-2023'],
      ['zz-2023/封-2', '封：办结', 'zz-2023'],
      ['zz-2023/尊-1', '尊：修缮塑像', 'zz-2023'],
    ],
  );
  assert.equal(counts['units'], own.length);
  rmSync(join(corpus.seed, 'reports/aa-2023'), { recursive: true });
  await importSeed(corpus);
  assert.deepEqual(namedRows(corpus.data), namedRows(await imported(t, corpus.seed)));
});

test('figures in a unit of a report’s own stand alone', async (t) => {
  const corpus = makeCorpus(1);
  t.after(corpus.remove);
  const ofStatues = { classifier: '尊', noun: '塑像' };
  writeChinese(corpus, 'aa-2023', '修缮塑像12尊,重修塑像3尊。', [
    { code: 'statues', quote: '修缮塑像12尊', value: 12, unit: ofStatues },
    { code: 'again', quote: '重修塑像3尊', value: 3, unit: ofStatues },
  ]);
  const data = await imported(t, corpus.seed);
  const served = await serveOnFreePort(data);
  t.after(() => served.close());
  const page = await (await fetch(`${served.url}/reports/aa-2023?lang=en`)).text();
  assert.match(page, /<h1><span lang="zh">一份只有中文的报告<\/span><\/h1>/);
  assert.match(page, /<h4><span lang="zh">成效<\/span><\/h4>/);
  const query =
    '{ outcomes(filter: { reports: ["aa-2023"] }) { nodes { code label(language: EN) hasTranslation } } }';
  const csv = await fetch(`${served.url}/graphql?query=${encodeURIComponent(query)}`, {
    headers: { accept: 'text/csv' },
  });
  assert.match(await csv.text(), /aa-2023\/statues,成效,false/);
  const response = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `{
        units(filter: { hasReport: true, reports: ["aa-2023"] }) {
          nodes { code name en: name(language: EN) hasTranslation additivity report { code } }
        }
        report(by: { code: "aa-2023" }) {
          title(language: EN) hasTranslation zh: hasTranslation(language: ZH)
          units { totalCount } coverage { untranslatedCount }
        }
        outcomeGroups(groupBy: [UNIT], filter: { units: ["aa-2023/尊-1"] }) {
          nodes { sum mean minimum maximum withheld }
        }
        outcomes(filter: { reports: ["aa-2023"], hasTranslation: true }) { totalCount }
      }`,
    }),
  });
  assert.deepEqual(await response.json(), {
    data: {
      units: {
        nodes: [
          {
            code: 'aa-2023/尊-1',
            name: '尊：塑像',
            en: '尊：塑像',
            hasTranslation: false,
            additivity: 'UNKNOWN',
            report: { code: 'aa-2023' },
          },
        ],
      },
      report: {
        title: '一份只有中文的报告',
        hasTranslation: false,
        zh: true,
        units: { totalCount: 1 },
        coverage: { untranslatedCount: 6 },
      },
      outcomeGroups: {
        nodes: [
          {
            sum: null,
            mean: null,
            minimum: null,
            maximum: null,
            withheld: ['UNIT_UNNAMED', 'INDICATORS_MIXED'],
          },
        ],
      },
      outcomes: { totalCount: 0 },
    },
  });
});
