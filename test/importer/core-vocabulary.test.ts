import assert from 'node:assert/strict';
import { test } from 'node:test';
import { perBeside, unitsBeside } from '../../src/importer/resolve/unit-words.ts';
import type { Problem } from '../../src/importer/read/problem.ts';
import { readVocabulary } from '../../src/importer/read/read-seed.ts';
import { startSeeded } from '../support/random/seeded.ts';

const problems: Problem[] = [];
const { units, indicators } = readVocabulary('seed/vocabulary', problems);
const unitWords = new Map(
  units.value.map(({ code, classifiers, nouns }) => [code, { classifiers, nouns }]),
);

test('no classifier with a noun names two units, and no classifier alone does', () => {
  assert.deepEqual(problems, []);
  for (const { code, classifiers, nouns } of units.value) {
    for (const classifier of classifiers) {
      const beside = (before: string) => unitsBeside(classifier, unitWords, { before, after: '' });
      if (nouns.length === 0 && !code.includes('/{person}')) {
        const others = beside('').filter((other) => !other.includes('/{person}'));
        assert.deepEqual(others, [code], classifier);
      }
      for (const noun of nouns) assert.deepEqual(beside(noun), [code], `${classifier} ${noun}`);
    }
  }
});

for (const [before, classifier, after, unit] of [
  ['收到行政复议申请156件，受理', '件', '', '{application}'],
  ['行政复议案件', '件', '', '{case}'],
  ['清理规范性文件', '件', '', '{document}'],
  ['审议地方性法规议案', '件', '', '{proposal}'],
  ['涉及', '个', '部门', '{department}'],
  ['全旗', '个', '苏木镇', '{township}'],
  ['减少环节', '个', '', '{step}'],
  ['组织', '名', '行政执法人员', '{person}'],
  ['罚没金额2108.35万元，移送司法机关', '件', '', undefined],
  ['新增口袋公园22处、停车泊位', '个', '', undefined],
  ['全市共有自然保护区', '个', '', undefined],
  ['设立乡镇行政复议代收点', '个', '', undefined],
  ['建成社区矫正用房', '处', '', '{place_of}'],
  ['行政村法治宣传栏', '个', '', undefined],
  ['扶持企业开办专区', '个', '', undefined],
  ['联系企业共', '家', '', '{enterprise}'],
  ['对企业开展走访', '家', '', '{enterprise}'],
  ['规模以上企业数量增加', '家', '', '{enterprise}'],
  ['乡镇法律服务工作站', '个', '', '{facility}'],
] as const) {
  test(`${before}…${classifier}${after} is counted in ${unit ?? 'a unit of the report’s own'}`, () => {
    assert.deepEqual(
      unitsBeside(classifier, unitWords, { before, after }),
      unit === undefined ? [] : [unit],
    );
  });
}

for (const [before, per] of [
  ['每个村不少于', '个村'],
  ['每万人拥有5G基站', '万人'],
  ['每千人口拥有3岁以下婴幼儿托位', '千人口'],
  ['每2.5平方公里设置', '2.5平方公里'],
  ['律师每月到村服务', '月'],
  ['走访每一名群众,发放资料', null],
  ['每项任务都有', null],
] as const) {
  test(`what stands behind ${before} is told per ${per ?? 'nothing'}`, () => {
    assert.equal(perBeside({ before, after: '' }), per);
  });
}

test('every indicator of the genre has its group, its definition and the phrases that name it', () => {
  assert.ok(indicators.value.length >= 60);
  for (const { code, group, definition, phrases, level } of indicators.value) {
    assert.ok(group && definition?.zh && definition.en && phrases.length > 0 && level, code);
  }
});

test('indicators that nobody reports are left out unless they are asked for', async () => {
  const seeded = await startSeeded();
  try {
    const { body } = await seeded.ask(`{
      usual: indicators { totalCount }
      reported: indicators(filter: { hasOutcomes: true }) { totalCount }
      unreported: indicators(filter: { hasOutcomes: false }) { totalCount }
      all: indicators(filter: { withUnreported: true }) { totalCount }
      named: indicators(filter: { codes: ["suits-lost-rate"] }) { nodes { name group phrases definition(language: EN) } }
      search(text: "败诉率") { totalCount }
    }`);
    const { usual, reported, unreported, all, named, search } = body.data;
    assert.deepEqual(usual, reported);
    assert.equal(reported.totalCount + unreported.totalCount, all.totalCount);
    assert.equal(all.totalCount, indicators.value.length);
    assert.deepEqual(named.nodes, [
      {
        name: '行政诉讼败诉率',
        group: 'DISPUTES',
        phrases: '败诉率、行政机关败诉率',
        definition:
          'The share of first-instance administrative lawsuits concluded that the organ lost.',
      },
    ]);
    assert.equal(search.totalCount, 0);
    const page = await seeded.fetch('http://localhost/indicators/suits-lost-rate');
    assert.ok(page.status < 500);
  } finally {
    seeded.close();
  }
});
