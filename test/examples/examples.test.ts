import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { readExamples } from '../../src/examples/read-examples.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Answer, Seeded } from '../support/random/seeded.ts';

let seeded: Seeded;
let executed: Seeded;
before(async () => {
  seeded = await startSeeded();
  executed = await startSeeded({ compiler: false });
  // What is retired is read once for a snapshot, when something is first looked up.
  for (const { ask } of [seeded, executed]) await ask('{ measure(by: { code: "" }) { code } }');
});
after(() => {
  seeded.close();
  executed.close();
});

type Data = Answer['body'];
/** How many statements the ordinary executor takes; compiled, it is one. */
type Expected = { statements: number; holds: (data: Data) => void };

const expected: Record<string, Expected> = {
  MeasuresToOutcomes: {
    statements: 3,
    holds({ links }) {
      assert.equal(links.totalCount, 74);
      assert.equal(links.nodes.length, 74);
      assert.equal(new Set(links.nodes.map((link: Data) => link.measure.title)).size, 17);
      for (const { outcome } of links.nodes) {
        const told = [outcome.quantity, outcome.statement, outcome.change];
        assert.ok(told.some((each) => each !== null));
        const words = outcome.statement ?? outcome.quantity?.text ?? '减少';
        assert.ok(outcome.evidence.exact.includes(words));
      }
      assert.deepEqual(links.nodes[0], {
        report: { place: { name: '兴和县' }, year: 2023 },
        measure: { title: '党政主要负责人履行法治建设第一责任人职责' },
        outcome: {
          label: '依法治县委员会会议及法治政府建设工作推进会',
          level: 'OUTPUT',
          reviewState: 'CURATED',
          quantity: { text: '2次' },
          change: null,
          statement: null,
          whole: null,
          evidence: { exact: '召开依法治县委员会及法治政府建设工作推进会2次' },
        },
        basis: 'SAME_POINT',
        reviewState: 'CURATED',
        evidence: null,
      });
      assert.deepEqual(links.facets.bases, [
        { value: 'SAME_POINT', count: 41 },
        { value: 'STATED', count: 33 },
      ]);
    },
  },
  ReportAtAGlance: {
    statements: 1,
    holds({ report }) {
      assert.equal(report.place.parent.parent.name, '内蒙古自治区');
      assert.equal(report.source.characterCount, 2667);
      assert.deepEqual(
        report.sections.map((section: Data) => section.measures.totalCount),
        [0, 3, 4, 2, 2, 3, 2, 3, 0],
      );
      const [honour] = report.honours.nodes;
      assert.equal(honour.batch, 3);
      assert.equal(honour.recipientCount, 19);
    },
  },
  BiggestCuts: {
    statements: 1,
    holds({ units }) {
      const cuts = units.nodes.map(({ name, outcomes }: Data) => [
        name,
        ...outcomes.nodes.map(({ change, baseline, quantity }: Data) => [
          change.absolute,
          change.percent,
          change.isImprovement,
          baseline?.text ?? null,
          quantity?.text ?? null,
        ]),
      ]);
      assert.deepEqual(cuts, [
        ['天', [-4064, null, true, null, null], [-523, null, true, null, null]],
        ['要件', [-165, null, true, null, null], [-50, null, true, null, null]],
        ['环节', [-220, null, true, null, null], [-46, null, true, null, null]],
        [
          '工作日',
          [-25, -83.33, true, '30个工作日', '5个工作日'],
          [-10, -50, true, '20个工作日', '10个工作日'],
          [-5, -50, true, '10个工作日', '5个工作日'],
        ],
      ]);
    },
  },
  WholesAndParts: {
    statements: 2,
    holds({ outcomes }) {
      const sums = outcomes.nodes.map((whole: Data) => [
        whole.quantity.value,
        ...whole.parts.map((part: Data) => part.quantity.value),
      ]);
      assert.deepEqual(sums, [
        [2, 1, 1],
        [53, 1, 3, 49],
        [1119, 13, 591, 515],
        [96, 4, 17, 43, 32],
        [5, 3, 1, 1],
      ]);
    },
  },
  HowFarItReached: {
    statements: 2,
    holds({ outcomes }) {
      assert.deepEqual(
        outcomes.nodes.map((outcome: Data) => outcome.quantity?.value ?? outcome.statement),
        ['一体化网上政务服务平台已覆盖我县所有审批职能部门', 9, 9, 174, 8, 28, 34, 9, 157],
      );
    },
  },
  ResultsInWords: {
    statements: 2,
    holds({ outcomes }) {
      const statements = new Set(outcomes.nodes.map((outcome: Data) => outcome.statement));
      assert.equal(outcomes.totalCount, 20);
      assert.ok(statements.has('社会投资类审批为即办件'));
      assert.ok(statements.has('未收到当事人不服行政复议决定提起诉讼的应诉通知'));
    },
  },
  MeasuresWithoutFigures: {
    statements: 4,
    holds({ measures, noResult }) {
      assert.deepEqual(
        noResult.nodes.map((measure: Data) => measure.title),
        ['制定印发普法规划和责任制方案', '利用展板、标语和微信公众号宣传法治'],
      );
      assert.deepEqual(
        measures.nodes.map((measure: Data) => measure.outcomes.nodes.length),
        [1, 1, 1, 3, 0, 0],
      );
    },
  },
  DocumentsAndIssuers: {
    statements: 2,
    holds({ documents }) {
      assert.equal(documents.totalCount, 9);
      assert.equal(
        documents.nodes[0].issuer.name,
        '中共内蒙古自治区委员会全面依法治区委员会办公室',
      );
      assert.deepEqual(
        documents.nodes.slice(1).map((document: Data) => document.measures.edges.length),
        Array(8).fill(1),
      );
    },
  },
  FiguresByPeriod: {
    statements: 4,
    holds({ told, notTold }) {
      assert.deepEqual([told.totalCount, notTold.nodes.length], [26, 28]);
      const until = told.facets.periods.find((each: Data) => each.value === '截至目前');
      assert.equal(until.count, 11, '截止目前 is the same phrase');
      const words = new Set(told.nodes.map((outcome: Data) => outcome.period.text));
      assert.deepEqual(words, new Set(['全年', '截止目前', '截至目前', '今年以来', '上半年']));
      const half = told.nodes.find((outcome: Data) => outcome.period.text === '上半年');
      assert.deepEqual(half.period, {
        text: '上半年',
        edtf: '2023-01?/2023-06?',
        start: '2023-01-01',
        end: '2023-06-30',
        basis: 'STATED',
      });
    },
  },
  WhatDoesNotAddUp: {
    statements: 4,
    holds({ checks, leftOpen }) {
      assert.deepEqual(
        leftOpen.nodes.map((each: Data) => each.computed),
        [60, 2, 2],
      );
      assert.equal(checks.totalCount, 2);
      const [departments, check] = checks.nodes.toSorted((a: Data, b: Data) =>
        a.kind < b.kind ? 1 : -1,
      );
      assert.deepEqual(
        [departments.kind, departments.stated, departments.computed],
        ['SUBSET', 28, 25],
      );
      assert.deepEqual([check.kind, check.stated, check.computed], ['RATIO', 98, 99.54]);
      assert.match(check.explanation, /^435 ÷ 437 = 99\.54%/);
      assert.deepEqual(
        check.operands.map((operand: Data) => [operand.role, operand.outcome.quantity.text]),
        [
          ['RATE', '98%'],
          ['COUNT', '435件'],
          ['BASE', '437起'],
          ['CONFIRMS', '100%'],
        ],
      );
    },
  },
  WhatIsMissing: {
    statements: 1,
    holds({ report }) {
      const { coverage } = report;
      assert.deepEqual(
        [
          coverage.numeralCount,
          coverage.quantityCount,
          coverage.claimedCount,
          coverage.waivedCount,
        ],
        [114, 58, 57, 1],
      );
      assert.deepEqual(
        coverage.unclaimed.nodes.map((numeral: Data) => numeral.text),
        ['19个'],
      );
      assert.deepEqual(
        [
          coverage.clauseCount,
          coverage.coveredClauseCount,
          coverage.headingClauseCount,
          coverage.waivedClauseCount,
        ],
        [161, 119, 29, 8],
      );
      assert.deepEqual([coverage.possibleCheckCount, coverage.madeCheckCount], [20, 16]);
      assert.deepEqual(coverage.unmadeChecks, [
        { kind: 'RATIO', reason: 'NOT_TOLD', checkCount: 1 },
        { kind: 'SET_SIZE', reason: 'NOT_TOLD', checkCount: 3 },
      ]);
      assert.equal(coverage.uncovered.totalCount, 13);
      const waived = coverage.uncovered.nodes.filter((clause: Data) => clause.waiver !== null);
      assert.equal(waived.length, 8);
      assert.deepEqual(coverage.linkBases, [
        { basis: 'STATED', linkCount: 33, share: 44.59 },
        { basis: 'SAME_POINT', linkCount: 41, share: 55.41 },
        { basis: 'CURATED', linkCount: 0, share: 0 },
      ]);
      const missing = coverage.requiredParts.filter((part: Data) => !part.isPresent);
      assert.deepEqual(
        missing.map((part: Data) => part.part),
        ['SHORTCOMINGS', 'PLAN', 'OTHER'],
      );
      const unserved = coverage.frameworkItems.filter((each: Data) => each.measureCount === 0);
      assert.deepEqual(
        unserved.map((each: Data) => each.item.ordinal),
        [6],
      );
    },
  },
  ProofOfOneFigure: {
    statements: 1,
    holds({ outcome, meta }) {
      const { start, end, exact, prefix, suffix } = outcome.evidence;
      const text = readFileSync('seed/reports/xinghe-2023/report.txt', 'utf8');
      const points = Array.from(text);
      assert.equal(points.slice(start, end).join(''), exact);
      assert.ok(text.includes(prefix + exact + suffix));
      assert.match(meta.dataVersion, /^[0-9a-f]{64}$/);
    },
  },
  Search: {
    // The hits, one for each of four types among them, their snippets and the count.
    statements: 7,
    holds({ search }) {
      assert.equal(search.totalCount, 13);
      const types = new Set(search.nodes.map((hit: Data) => hit.type));
      assert.deepEqual(types, new Set(['INDICATOR', 'OUTCOME', 'SECTION', 'MEASURE']));
      const order = search.nodes.map((hit: Data) => hit.type);
      assert.ok(
        order.indexOf('MEASURE') < order.indexOf('INDICATOR'),
        'measures before indicators',
      );
      for (const { snippets } of search.nodes) {
        for (const { text, highlights } of snippets) {
          const lit = highlights.map((span: Data) => text.slice(span.start, span.end));
          assert.ok(lit.every((words: string) => words === '行政复议'));
        }
      }
    },
  },
  WordsAndFigures: {
    statements: 4,
    holds({ outcomes, withFigure }) {
      assert.deepEqual(
        outcomes.nodes.map((outcome: Data) => outcome.quantity?.text ?? null),
        [null, '9个乡镇', '10个工作日', null],
      );
      assert.equal(withFigure.totalCount, 2);
    },
  },
  HowManyOfEach: {
    // The page, the count and one for each facet.
    statements: 5,
    holds({ outcomes }) {
      const { levels, units, sections } = outcomes.facets;
      assert.deepEqual(
        levels.map(({ value, count }: Data) => [value, count]),
        [
          ['OUTPUT', 36],
          ['OUTCOME', 28],
          ['SCOPE', 9],
          ['IMPACT', 1],
        ],
      );
      assert.equal(units.length, 5);
      assert.deepEqual(units[0], { value: '{item}', label: '事项', count: 11 });
      const sum = sections.reduce((total: number, { count }: Data) => total + count, 0);
      assert.equal(sum, outcomes.totalCount);
    },
  },
  SumsByUnit: {
    statements: 2,
    holds({ outcomeGroups: { nodes } }) {
      const of = (code: string) => nodes.find((group: Data) => group.unit.code === code);
      assert.deepEqual(
        [of('{event}').sum, of('{event}').isExact, of('{event}').withheld],
        [null, false, ['INDICATORS_MIXED']],
      );
      assert.deepEqual(
        [of('{document}').sum, of('{document}').withheld],
        [null, ['INDICATORS_MIXED', 'COUNTED_TWICE']],
      );
      assert.ok(of('{department}').withheld.includes('MEMBERS_MAY_OVERLAP'));
      // The three amounts of days, steps and documents that were cut, inside and outside: no figures.
      for (const unit of ['d', '{step}', '{required_document}'])
        assert.deepEqual([of(unit).outcomeCount, of(unit).figureCount, of(unit).sum], [2, 0, null]);
      for (const { sum, withheld, figureCount } of nodes)
        assert.equal(sum === null, withheld.length > 0 || figureCount === 0);
    },
  },
  SectionsAndLevels: {
    statements: 2,
    holds({ outcomeGroups: { nodes } }) {
      const count = nodes.reduce((sum: number, group: Data) => sum + group.outcomeCount, 0);
      const figures = nodes.reduce((sum: number, group: Data) => sum + group.figureCount, 0);
      assert.deepEqual([count, figures], [74, 48]);
      assert.equal(nodes[0].section.title, '组织领导');
    },
  },
  ComparePlaces: {
    statements: 1,
    holds({ reports }) {
      const [{ place, year, outcomes }] = reports.nodes;
      assert.deepEqual([place.name, year], ['兴和县', 2023]);
      assert.equal(outcomes.nodes[0].quantity.value, 5);
      assert.equal(outcomes.nodes[0].baseline.value, 30);
    },
  },
  Indicators: {
    statements: 2,
    holds({ indicators }) {
      assert.equal(indicators.totalCount, 44);
      const time = indicators.nodes.find((each: Data) => each.code === 'energy-review-time');
      assert.deepEqual([time.unit.code, time.direction], ['{workday}', 'LOWER_IS_BETTER']);
      assert.ok(indicators.nodes.every((each: Data) => each.outcomes.totalCount > 0));
    },
  },
  BelowAPlace: {
    statements: 2,
    holds({ reports }) {
      assert.equal(reports.totalCount, 1);
      const [report] = reports.nodes;
      assert.deepEqual([report.place.level, report.year], ['COUNTY', 2023]);
      assert.deepEqual([report.measures.totalCount, report.outcomes.totalCount], [19, 74]);
    },
  },
  StatedLinks: {
    statements: 3,
    holds({ links }) {
      assert.equal(links.totalCount, 33);
      const text = Array.from(readFileSync('seed/reports/xinghe-2023/report.txt', 'utf8'));
      for (const { evidence } of links.nodes) {
        assert.equal(text.slice(evidence.start, evidence.end).join(''), evidence.exact);
      }
      assert.deepEqual(links.facets.bases, [
        { value: 'SAME_POINT', count: 41 },
        { value: 'STATED', count: 33 },
      ]);
    },
  },
  OtherEnd: {
    statements: 2,
    holds({ measures }) {
      assert.equal(measures.totalCount, 2);
      const changes = measures.nodes.flatMap((measure: Data) =>
        measure.outcomes.edges.map(({ node }: Data) => node.change.absolute),
      );
      assert.equal(changes.length, 9);
      assert.ok(changes.every((change: number) => change < 0));
    },
  },
  CarefulFigures: {
    statements: 2,
    holds({ outcomes }) {
      assert.equal(outcomes.totalCount, 4);
      assert.deepEqual(outcomes.nodes[0].quantity, {
        value: 200000,
        minimum: 200000,
        maximum: 300000,
        qualifier: 'MORE_THAN',
        text: '20多万份',
      });
    },
  },
  Numerals: {
    statements: 3,
    holds({ numerals }) {
      const counts = numerals.facets.kinds.map(({ value, count }: Data) => [value, count]);
      assert.deepEqual(Object.fromEntries(counts), { IDIOM: 21, ORDINAL: 19, DATE: 12, TITLE: 4 });
      assert.equal(numerals.totalCount, 56);
    },
  },
  // The seed's report looks ahead to nothing; over reports that do, see kept.test.ts.
  PromisesKeptAndBroken: {
    statements: 3,
    holds({ targets }) {
      assert.deepEqual(targets, { totalCount: 0, facets: { verdicts: [] }, nodes: [] });
    },
  },
  PlansAndTheirFollowUp: {
    statements: 3,
    holds({ measures }) {
      assert.deepEqual(measures, { totalCount: 0, facets: { followUps: [] }, nodes: [] });
    },
  },
  ProblemsWithoutAnAnswer: {
    statements: 3,
    holds({ problems }) {
      assert.deepEqual(problems, { totalCount: 0, facets: { years: [] }, nodes: [] });
    },
  },
  ProblemToOutcome: {
    statements: 2,
    holds({ problems }) {
      assert.deepEqual(problems, { totalCount: 0, nodes: [] });
    },
  },
  // A publicity text owes no part.
  ReportsThatLackAPart: {
    statements: 2,
    holds({ reports }) {
      assert.deepEqual(reports, { totalCount: 0, nodes: [] });
    },
  },
  OneIndicatorOverYears: {
    statements: 5,
    holds({ promised, told }) {
      assert.deepEqual(promised, { totalCount: 0, facets: { verdicts: [] }, nodes: [] });
      assert.deepEqual(
        told.nodes.map(({ year, quantity, change }: Data) => [
          year,
          quantity.text,
          change.absolute,
        ]),
        [[2023, '5个工作日', -25]],
      );
    },
  },
  MeasuresCarriedOn: {
    statements: 3,
    holds({ measures }) {
      assert.deepEqual(measures, { totalCount: 0, facets: { stages: [] }, nodes: [] });
    },
  },
  Honours: {
    statements: 2,
    holds({ honours }) {
      assert.equal(honours.totalCount, 1);
      const [honour] = honours.nodes;
      assert.deepEqual(honour.report, { place: { name: '兴和县' }, year: 2023 });
      assert.equal(honour.batch, 3);
      assert.ok(honour.evidence.exact.includes('第三批'));
    },
  },
};

for (const { name, query, description } of readExamples()) {
  test(`example ${name}: its data and its statements`, async () => {
    const { holds, statements: most } = expected[name] ?? assert.fail(`${name} has no expectation`);
    const { status, body, statements } = await seeded.ask(query);
    assert.equal(status, 200);
    assert.equal(body.errors, undefined);
    holds(body.data);
    assert.equal(statements, 1);
    const ordinary = await executed.ask(query);
    assert.deepEqual(ordinary.body, body);
    assert.equal(ordinary.statements, most);
    assert.match(description, /^[A-Z][^?.]+[?:.].*\p{Script=Han}/u, 'in English, then in Chinese');
  });
}

test('the page of examples lists every one, in the words of its own comment', () => {
  const page = readFileSync('.github/docs/examples.md', 'utf8');
  for (const { name, file, description } of readExamples()) {
    const line = `- [${name}](../../src/examples/${file}): ${description}\n`;
    assert.ok(page.includes(line), `${name} is not listed so: ${line}`);
  }
});

test('the README’s tour shows the answers that the server gives', async () => {
  const readme = readFileSync('README.md', 'utf8');
  const pairs = [...readme.matchAll(/```graphql\n(.*?)```\n+```json\n(.*?)```/gs)];
  assert.equal(pairs.length, 2);
  for (const [, query, answer] of pairs) {
    const { body } = await seeded.ask(query!);
    assert.deepEqual(body, JSON.parse(answer!));
  }
});
