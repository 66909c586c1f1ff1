import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { writeReport } from '../../src/importer/conformance/write-report.ts';
import { importSeed } from '../../src/importer/import.ts';
import { makeCorpus } from '../support/corpus.ts';
import type { Corpus } from '../support/corpus.ts';
import { startOver } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

const words = (zh: string) => ({ zh });

/** A report in Chinese alone, with what it plans and what falls short in a section within another. */
const report = {
  text: '一、总体情况\n2023年推进依法行政。\n（一）不足与计划\n执法力量薄弱,破损塑像3尊,办件系统不畅。原因是经费不足。\n下一步修缮塑像不少于2尊,实现培训全覆盖。\n',
  facts: {
    report: { title: words('甲县报告'), period: { text: '2023年', edtf: '2023' } },
    origins: [
      { code: 'reader', kind: 'MODEL', name: 'reader', version: '1' },
      { code: 'li', kind: 'PERSON', name: '李某' },
    ],
    origin: 'reader',
    sections: [
      { code: 'all', title: words('总体情况'), heading: '一、总体情况' },
      {
        code: 'plan',
        depth: 2,
        title: words('不足与计划'),
        heading: '（一）不足与计划',
        measures: [
          {
            code: 'mend',
            stage: 'PLANNED',
            title: words('修缮塑像'),
            quote: '下一步修缮塑像',
            origin: 'li',
            targets: [
              {
                code: 'mended',
                label: words('修缮的塑像'),
                quote: '修缮塑像不少于2尊',
                value: 2,
                unit: '尊',
              },
            ],
          },
        ],
        targets: [{ code: 'trained', label: words('培训'), statement: '实现培训全覆盖' }],
        problems: [
          {
            code: 'weak',
            title: words('塑像破损'),
            quote: '执法力量薄弱,破损塑像3尊',
            cause: '原因是经费不足',
            figures: [
              { label: words('破损的塑像'), value: 3, unit: { classifier: '尊', noun: '塑像' } },
            ],
            answeredBy: [{ measure: 'mend', basis: 'CURATED', note: words('同为塑像') }],
          },
        ],
      },
    ],
  },
  files: {},
};

let corpus: Corpus;
let seeded: Seeded;
before(async () => {
  corpus = makeCorpus(2);
  writeReport(join(corpus.seed, 'reports/aa-2023'), report);
  await importSeed({ ...corpus, jobs: 1 });
  seeded = startOver(corpus.data);
});
after(() => {
  seeded.close();
  corpus.remove();
});

const own = 'reports: ["aa-2023"]';

test('targets and problems in Chinese alone are told in Chinese, counted, and asked for', async () => {
  const told = await seeded.dataOf(`{
    targets(filter: { ${own} }) { nodes { code label(language: EN) hasTranslation statement quantity { unit { code } } } }
    problems(filter: { ${own} }) { nodes { title(language: EN) hasTranslation figures {
      label(language: EN) hasTranslation quantity { unit { code } }
    } } }
    none: targets(filter: { ${own}, hasTranslation: true }) { totalCount }
    all: problems(filter: { ${own}, hasTranslation: false }) { totalCount }
    report(by: { code: "aa-2023" }) { coverage { untranslatedCount } units { nodes { code name } } }
  }`);
  assert.deepEqual(told, {
    targets: {
      nodes: [
        {
          code: 'aa-2023/mended',
          label: '修缮的塑像',
          hasTranslation: false,
          statement: null,
          quantity: { unit: { code: 'aa-2023/尊-1' } },
        },
        {
          code: 'aa-2023/trained',
          label: '培训',
          hasTranslation: false,
          statement: '实现培训全覆盖',
          quantity: null,
        },
      ],
    },
    problems: {
      nodes: [
        {
          title: '塑像破损',
          hasTranslation: false,
          figures: [
            {
              label: '破损的塑像',
              hasTranslation: false,
              quantity: { unit: { code: 'aa-2023/尊-2' } },
            },
          ],
        },
      ],
    },
    none: { totalCount: 0 },
    all: { totalCount: 1 },
    // The report, two sections, a measure, two targets, a problem with its figure, and two units.
    report: {
      coverage: { untranslatedCount: 10 },
      units: {
        nodes: [
          { code: 'aa-2023/尊-1', name: '尊：修缮塑像' },
          { code: 'aa-2023/尊-2', name: '尊：塑像' },
        ],
      },
    },
  });
});

test('what names no origin has that of its measure, or else of the report', async () => {
  const told = await seeded.dataOf(`{
    targets(filter: { ${own} }) { nodes { code origin { name } } }
    problems(filter: { ${own} }) { nodes { origin { kind } } }
    people: targets(filter: { ${own}, originKinds: [PERSON] }) { nodes { code } }
    models: problems(filter: { ${own}, originKinds: [MODEL] }) { totalCount }
  }`);
  assert.deepEqual(told, {
    targets: {
      nodes: [
        { code: 'aa-2023/mended', origin: { name: '李某' } },
        { code: 'aa-2023/trained', origin: { name: 'reader' } },
      ],
    },
    problems: { nodes: [{ origin: { kind: 'MODEL' } }] },
    people: { nodes: [{ code: 'aa-2023/mended' }] },
    models: { totalCount: 1 },
  });
});

test('the English page marks what of a plan is there in Chinese alone, below its own heading', async () => {
  const page = await (await seeded.fetch('http://localhost/reports/aa-2023?lang=en')).text();
  for (const title of ['修缮的塑像', '培训', '塑像破损']) {
    assert.match(page, new RegExp(`<h4><span lang="zh">${title}</span></h4>`));
  }
  assert.match(page, /<dt><span lang="zh">破损的塑像<\/span><\/dt>/);
  assert.match(page, / · <span lang="zh">同为塑像<\/span>/);
  assert.match(page, /<nav class="contents"[^>]*>.*不足与计划.*<\/nav>/s);
  assert.match(page, /id="target-mended"/);
});
