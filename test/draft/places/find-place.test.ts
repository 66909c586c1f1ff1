import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describePlace, findPlace, placeOfWords } from '../../../src/draft/places/find-place.ts';
import type { FoundPlace } from '../../../src/draft/places/find-place.ts';
import { placeTable, shortNamesOf } from '../../../src/draft/places/place-table.ts';

const told = (found: FoundPlace): string | string[] => {
  if (found.found === 'ONE') return found.place.code;
  return found.found === 'SEVERAL' ? found.places.map(({ code }) => code) : 'none';
};
const place = (title: string, publisher = '', opening = '') =>
  told(findPlace({ title, publisher, opening }));

test('a title gives the place that it names lowest', () => {
  assert.equal(place('兴和县2023年法治政府建设情况报告'), '150924');
  assert.equal(place('内蒙古自治区乌兰察布市兴和县人民政府关于法治政府建设的报告'), '150924');
  assert.equal(place('乌兰察布市司法局2023年工作总结'), '150900');
  assert.equal(place('北京市朝阳区2023年法治政府建设年度情况报告'), '110105');
  assert.equal(place('恩施州2023年法治政府建设情况报告'), '422800');
  assert.equal(place('2024年湖北省政府工作报告'), '420000');
  assert.equal(place('仙桃市2023年法治政府建设情况'), '429004');
});

test('a name that several places have is settled by what is named beside it, and asked otherwise', () => {
  assert.equal(place('鼓楼区2023年法治政府建设情况报告', '南京市鼓楼区人民政府'), '320106');
  for (const opening of ['', '2023年,在福州市委领导下', '学习借鉴南京市的做法']) {
    const asked = place('鼓楼区2023年法治政府建设情况报告', '', opening);
    assert.ok(Array.isArray(asked) && asked.includes('320106') && asked.length > 2, opening);
  }
});

test('the short name of a place above, right before a name, settles it, and nothing else does', () => {
  for (const [words, code] of [
    ['南京鼓楼区2023年法治政府建设情况报告', '320106'],
    ['江苏南京鼓楼区司法局', '320106'],
    ['北京朝阳区工作总结', '110105'],
    ['长春朝阳区工作总结', '220104'],
    ['广西兴安县', '450325'],
    ['海南州共和县', '632521'],
  ] as const) {
    assert.equal(place(words), code, words);
    assert.equal(told(placeOfWords(words)), code, words);
  }
  const inJiangsu = place('江苏鼓楼区2023年报告');
  assert.deepEqual(inJiangsu, ['320106', '320302']);
  assert.ok(place('南京的经验与鼓楼区的做法').length > 2);
});

test('every place is found by each short name of a place above it before its own', () => {
  const { byName, chainOf } = placeTable();
  const all = [...new Set([...byName.values()].flat())];
  const counties = all.filter(({ until, level }) => until === null && level === 'COUNTY');
  for (const county of counties.filter((_, nth) => nth % 40 === 0)) {
    const [, above] = chainOf(county);
    for (const short of above ? shortNamesOf(above) : []) {
      const found = place(`${short}${county.name}2023年报告`);
      assert.ok(
        found === county.code || (Array.isArray(found) && found.includes(county.code)),
        short,
      );
    }
  }
});

test('the publisher gives the place where the title names none', () => {
  assert.equal(place('2023年法治政府建设情况报告', '兴和县司法局'), '150924');
  assert.equal(place('2023年法治政府建设情况报告'), 'none');
});

test('what the text itself names is asked about and never taken', () => {
  const named = '内蒙古自治区印发决定,兴和县成功上榜,成为第三批示范县的县';
  assert.deepEqual(place('', '', '2023年,兴和县坚持以习近平…'), ['150924']);
  assert.deepEqual(place('', '', named), ['150000', '150924'], '示范县 is no 范县');
  assert.deepEqual(place('2023年报告', '', '学习浙江省诸暨市“枫桥经验”'), ['330000', '330681']);
});

test('a place that is gone is found by the name that it had', () => {
  assert.equal(place('宣武区2008年依法行政工作报告'), '110104');
});

test('a code or a name says a place; an unknown one none', () => {
  assert.equal(told(placeOfWords('150924')), '150924');
  assert.equal(told(placeOfWords('兴和县')), '150924');
  assert.equal(told(placeOfWords('999999')), 'none');
  const { place: found } = placeOfWords('兴和县') as Extract<FoundPlace, { found: 'ONE' }>;
  assert.equal(describePlace(found), '150924 内蒙古自治区 › 乌兰察布市 › 兴和县');
});

test('every place leads up to a province, and provinces, prefectures and counties are as many as there are', () => {
  const { byName, chainOf } = placeTable();
  const all = [...new Set([...byName.values()].flat())].filter(({ until }) => until === null);
  for (const each of all) assert.equal(chainOf(each).at(-1)?.level, 'PROVINCE', each.name);
  const count = (level: string) => all.filter((each) => each.level === level).length;
  assert.deepEqual([count('PROVINCE'), count('PREFECTURE')], [34, 333]);
  assert.ok(Math.abs(count('COUNTY') - 2845) < 10);
});
