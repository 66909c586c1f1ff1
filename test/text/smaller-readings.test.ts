import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNumerals } from '../../src/text/numerals/numeral-scanner.ts';
import { quantitiesOf, readNumerals } from '../support/numerals.ts';

test('a second classifier in brackets belongs to the unit', () => {
  assert.deepEqual(readNumerals('8条（个）'), ['8条（个） = 8 条（个） EXACT']);
  assert.deepEqual(readNumerals('1200人(次)'), ['1200人(次) = 1200 人(次) EXACT']);
  assert.deepEqual(readNumerals('6300余件（起）'), [
    '6300余件（起） = 6300 件（起） MORE_THAN 6300..6400',
  ]);
  assert.deepEqual(readNumerals('8条（含2条）'), ['8条 = 8 条 EXACT', '2条 = 2 条 EXACT']);
});

test('a unit goes on to what it is taken per', () => {
  for (const unit of ['公斤/亩', '吨/万元', '张/千人', '元/平方米', '个／百户', '微克/立方米']) {
    assert.equal(findNumerals(`达到438.8${unit}，`)[0]?.quantity?.unit, unit);
  }
  assert.equal(findNumerals('3个/5个')[0]?.quantity?.unit, '个');
  assert.deepEqual(readNumerals('死亡率8.6/10万，'), ['8.6/10万 = 8.6 /10万 EXACT']);
  assert.deepEqual(readNumerals('2/3'), ['2/3 = 0.6666666666666666  EXACT']);
});

test('what a rate is taken of is no amount', () => {
  for (const text of [
    '每万人口',
    '每十万人',
    '亿元地区生产总值',
    '万车死亡人数',
    '百万吨死亡人数',
  ]) {
    assert.deepEqual(quantitiesOf(text), [], text);
  }
  assert.deepEqual(quantitiesOf('每万人口18.6件'), ['18.6件']);
  assert.deepEqual(quantitiesOf('突破百万人'), ['突破百万人']);
});

test('the rank of a person and the number of a hotline are no amounts', () => {
  for (const text of [
    '四级调研员',
    '一级主任科员',
    '三级高级警长',
    '二级高级法官',
    '12309',
    '12348',
  ]) {
    assert.deepEqual(quantitiesOf(text), [], text);
  }
});

test('half of the last place is part of a number', () => {
  assert.deepEqual(readNumerals('两万半'), ['两万半 = 25000  EXACT']);
  assert.deepEqual(readNumerals('三天半'), ['三天半 = 3.5 天 EXACT']);
  assert.deepEqual(readNumerals('一年半'), ['一年半 = 1.5 年 EXACT']);
});

test('words that only begin like a unit are none', () => {
  for (const [text, unit] of [
    ['20万家庭', ''],
    ['5台阶', ''],
    ['300名师生', '名'],
    ['8个案件', '个'],
    ['213个人民调解委员会', '个'],
    ['8个人才服务中心', '个'],
    ['3个人员密集场所', '个'],
    ['2个人口大县', '个'],
    ['12个点位', '个'],
    ['3个周期', '个'],
    ['2个点', '个点'],
    ['3个人办理', '个人'],
    ['5种业态', '种'],
    ['120项目', '项'],
    ['3批发展对象', '批'],
    ['40条线路', '条'],
  ] as const) {
    const [found] = findNumerals(text);
    assert.equal(found?.quantity?.unit, unit, text);
  }
});
