import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { writeReport } from '../../src/importer/conformance/write-report.ts';
import { checkSeed } from '../../src/importer/check.ts';
import { importSeed } from '../../src/importer/import.ts';
import { serveOnFreePort } from '../support/served.ts';
import { elementsOf, textOf } from '../support/read-html.ts';

const root = mkdtempSync(join(tmpdir(), 'juzheng-reviews-'));
const [seed, data] = [join(root, 'seed'), join(root, 'data')];

const text =
  '2023年开展工作。印发《工作规程》。全年清理文件12件,其中废止5件、修改4件。调解纠纷30件。2023年12月底前清理文件10件。执法力量薄弱。\n';
const title = { zh: '一份由规则起草的报告' };
const draft = { origin: 'draft', review: '规则不能确定' };

const facts = {
  report: { title, period: { text: '2023年', edtf: '2023' } },
  origins: [{ code: 'draft', kind: 'RULE', name: 'draft-figures', version: '1' }],
  documents: [{ code: 'rules', title: { zh: '工作规程' }, quote: '《工作规程》', ...draft }],
  sections: [
    {
      code: 'all',
      title,
      starts: '2023年开展工作',
      problems: [{ code: 'weak', title: { zh: '力量薄弱' }, quote: '执法力量薄弱', ...draft }],
      measures: [
        {
          code: 'clean',
          title,
          quote: '印发《工作规程》',
          ...draft,
          outcomes: [
            {
              code: 'cleaned',
              quote: '清理文件12件',
              label: { zh: '清理的文件' },
              level: 'OUTPUT',
              value: 12,
              unit: '件',
              link: { basis: 'SAME_POINT', ...draft },
              parts: [
                {
                  code: 'repealed',
                  label: { zh: '废止的文件' },
                  dimension: { zh: '废止' },
                  quote: { to: '废止5件' },
                  value: 5,
                  ...draft,
                },
                {
                  code: 'changed',
                  label: { zh: '修改的文件' },
                  dimension: { zh: '修改' },
                  quote: { to: '修改4件' },
                  value: 4,
                },
              ],
            },
            {
              code: 'mediated',
              quote: '调解纠纷30件',
              label: { zh: '调解的纠纷' },
              level: 'OUTCOME',
              value: 30,
              unit: '件',
              link: { basis: 'SAME_POINT' },
            },
          ],
        },
        {
          code: 'plan',
          title,
          stage: 'PLANNED',
          quote: '2023年12月底前清理文件',
          targets: [
            {
              code: 'to-clean',
              label: { zh: '清理的文件' },
              quote: '清理文件10件',
              value: 10,
              unit: '件',
              due: { text: '2023年12月底前', edtf: '../2023-12-31' },
              ...draft,
            },
          ],
        },
      ],
    },
  ],
};

let server: Awaited<ReturnType<typeof serveOnFreePort>>;
before(async () => {
  cpSync('seed/vocabulary', join(seed, 'vocabulary'), { recursive: true });
  writeReport(join(seed, 'reports', 'draft-2023'), { text, facts, files: {} });
  await importSeed({ seed, data });
  server = await serveOnFreePort(data);
});
after(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

// oxlint-disable-next-line no-explicit-any -- a test says by its assertions what the shape is
type Told = any;

async function ask(query: string): Promise<Told> {
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const body = (await answer.json()) as { data: Told; errors?: unknown };
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  return body.data;
}

test('a check refuses nothing that is left to review, and lists it with its rule and reason', async () => {
  const { problems, summary } = await checkSeed(seed);
  assert.deepEqual(problems, []);
  assert.equal(summary.unreviewedCount, 8);
  const [first] = summary.unreviewed;
  assert.deepEqual(first, {
    kind: 'document',
    code: 'draft-2023/rules',
    rule: 'draft-figures',
    reason: '规则不能确定',
  });
});

test('each kind of fact says that nobody has reviewed it, which rule said it, and why it is unsure', async () => {
  const review = 'code reviewState reviewReason origin { name version kind }';
  const told = await ask(`{
    measures { nodes { ${review} } } outcomes { nodes { ${review} } } links { nodes { ${review} } }
    targets { nodes { ${review} } } problems { nodes { ${review} } } documents { nodes { ${review} } }
    report(by: { code: "draft-2023" }) { coverage { unreviewedCount } }
  }`);
  assert.equal(told.report.coverage.unreviewedCount, 8);
  const all: Told[] = ['measures', 'outcomes', 'links', 'targets', 'problems', 'documents'].flatMap(
    (kind) => told[kind].nodes,
  );
  const open = all.filter(({ reviewState }) => reviewState === 'UNREVIEWED');
  const codes: string[] = open.map(({ code }) => code.replace('draft-2023/', ''));
  assert.deepEqual(
    codes.toSorted((a, b) => (a < b ? -1 : 1)),
    // The links of the parts are those of their whole.
    [
      'clean',
      'clean--changed',
      'clean--cleaned',
      'clean--repealed',
      'repealed',
      'rules',
      'to-clean',
      'weak',
    ],
  );
  for (const { reviewReason, origin } of open) {
    assert.equal(reviewReason, '规则不能确定');
    assert.deepEqual(origin, { name: 'draft-figures', version: '1', kind: 'RULE' });
  }
  for (const { reviewState, reviewReason } of all.filter((fact) => !open.includes(fact))) {
    assert.deepEqual({ reviewState, reviewReason }, { reviewState: 'CURATED', reviewReason: null });
  }
});

test('checks, groups and verdicts leave out what nobody has reviewed unless they are asked', async () => {
  const told = await ask(`{
    checks { nodes { code } }
    all: checks(filter: { reviewStates: [CURATED, UNREVIEWED] }) { nodes { code reviewState verdict } }
    outcomeGroups(groupBy: []) { nodes { outcomeCount } }
    everything: outcomeGroups(groupBy: [], filter: { reviewStates: [CURATED, UNREVIEWED] }) { nodes { outcomeCount } }
    report(by: { code: "draft-2023" }) { coverage { possibleCheckCount } checks { totalCount } }
    target(by: { code: "draft-2023/to-clean" }) { verdict verdictReason verdictExplanation(language: EN) }
  }`);
  assert.deepEqual(told.checks.nodes, []);
  assert.deepEqual(told.all.nodes, [
    { code: 'draft-2023/sum-cleaned', reviewState: 'UNREVIEWED', verdict: 'DOES_NOT_FOLLOW' },
  ]);
  assert.deepEqual(told.report, { coverage: { possibleCheckCount: 0 }, checks: { totalCount: 0 } });
  assert.equal(told.outcomeGroups.nodes[0].outcomeCount, 3);
  assert.equal(told.everything.nodes[0].outcomeCount, 4);
  assert.deepEqual(told.target, {
    verdict: 'NOT_COMPARABLE',
    verdictReason: 'NOT_REVIEWED',
    verdictExplanation:
      'The target is “10件” (2023年12月底前). A rule found the target, or what the report of its time tells, and nobody has reviewed that yet.',
  });
});

test('cards and citations on pages say it in words, and so does what stands beside a table', async () => {
  const page = await (await fetch(`${server.url}/reports/draft-2023?lang=en`)).text();
  const cards = elementsOf(page, 'article').map(({ attributes, inner }) => ({
    id: attributes['id'],
    words: textOf(inner),
  }));
  const wordsOf = (id: string) => cards.find((card) => card.id === id)?.words ?? assert.fail(id);
  for (const id of ['measure-clean', 'outcome-repealed', 'target-to-clean', 'problem-weak']) {
    assert.match(
      wordsOf(id),
      /Not reviewed found by a rule and not reviewed by a person: 规则不能确定/,
    );
    assert.match(wordsOf(id), /\(found by a rule and not reviewed by a person\)[,，]? in /u);
  }
  assert.doesNotMatch(wordsOf('outcome-mediated'), /found by a rule/);
  const beside = await fetch(`${server.url}/examples/measures-to-outcomes.metadata.json`);
  const metadata = (await beside.json()) as Record<string, Told>;
  assert.deepEqual(metadata['juzheng:unreviewed'], {
    measures: 1,
    outcomes: 1,
    links: 3,
    targets: 1,
    problems: 1,
  });
  assert.match(metadata['dc:bibliographicCitation'].zh, /7项由规则识别/);
});
