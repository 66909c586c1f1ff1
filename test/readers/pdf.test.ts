import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPdf } from '../../src/readers/pdf/read-pdf.ts';
import { restoreCharacters } from '../../src/readers/pdf/restore-characters.ts';
import { linesOfPage } from '../../src/readers/pdf/page-lines.ts';
import { joinLines } from '../../src/readers/pdf/join-lines.ts';
import { partRunningLines } from '../../src/readers/pdf/running-lines.ts';
import { UnreadableFile } from '../../src/readers/unreadable.ts';
import { encodeGb18030 } from './encode.ts';
import { pdfWithMap } from './make-pdf.ts';

const sentence = '全年办理案件38件，一是加强领导。';

test('fonts that are not embedded are read by the character maps that they name', async () => {
  const gbk = encodeGb18030(sentence);
  const utf16 = Buffer.from(sentence, 'utf16le').swap16();
  for (const [map, bytes] of [
    ['GBK-EUC-H', gbk],
    ['GB-EUC-H', gbk],
    ['GBK2K-H', gbk],
    ['UniGB-UCS2-H', utf16],
    ['UniGB-UTF16-H', utf16],
  ] as const) {
    const { text } = await readPdf(Buffer.from(pdfWithMap(map, bytes)));
    assert.equal(text, `${sentence}\n`, map);
  }
});

test('a text in a font whose characters nobody tells is no scan', async () => {
  const unknown = pdfWithMap('90ms-RKSJ-H', Buffer.from('88ea8d80', 'hex'), 'Japan1');
  await assert.rejects(
    readPdf(Buffer.from(unknown)),
    (error) => error instanceof UnreadableFile && error.rule === 'unknown-characters',
  );
});

test('radicals and shared glyphs become the characters that they stand for', () => {
  const right =
    '一是人民法院、户籍、长江、见证、页面、工作力度，2021—2025年，5～10件，〈清单〉和／或';
  const printed =
    '⼀是⼈⺠法院、⼾籍、⻓江、⻅证、⻚⾯、⼯作⼒度，2021―2025年，5〜10件，\u2329清单\u232a和∕或';
  assert.equal(restoreCharacters(printed), right);
  assert.equal(restoreCharacters(right), right);
  for (let code = 0x2e80; code <= 0x2fd5; code += 1) {
    // Without an equivalent, or no character at all.
    if ([0x2e80, 0x2e9a].includes(code) || (code > 0x2ef3 && code < 0x2f00)) continue;
    const radical = String.fromCodePoint(code);
    assert.doesNotMatch(restoreCharacters(radical), /[\u2e80-\u2fdf]/, code.toString(16));
  }
});

const item = (str: string, left: number, base: number, size = 10) => ({
  str,
  transform: [size, 0, 0, size, left, base],
  width: str.length * size,
  height: size,
});

test('gaps part cells and words; spaces that only the setting made are none', () => {
  const one = (...items: ReturnType<typeof item>[]) =>
    linesOfPage(items).lines.map(({ text }) => text);
  assert.deepEqual(one(item('案件', 0, 0), item('38', 100, 0)), ['案件\t38']);
  assert.deepEqual(one(item('全县 9 个乡镇，', 0, 0)), ['全县9个乡镇，']);
  assert.deepEqual(one(item('法 治 政 府 建 设', 0, 0)), ['法治政府建设']);
  assert.deepEqual(one(item('局长 张三', 0, 0)), ['局长 张三']);
  assert.deepEqual(one(item('第一行', 0, 20), item('第二行', 0, 0)), ['第一行', '第二行']);
  const turned = { ...item('水印', 0, 0), transform: [7, 7, -7, 7, 0, 0] };
  assert.deepEqual(linesOfPage([turned]), { lines: [], turned: ['水印'] });
});

const linesAt = (rows: readonly (readonly [string, number, number])[]) =>
  linesOfPage(rows.map(([text, left, base]) => item(text, left, base))).lines;

test('a line begins a paragraph where it is indented, or would have fitted on the line before', () => {
  const full = '一二三四五六七八九十一二三四五六七八九十';
  const page = linesAt([
    [full.slice(2), 20, 100],
    [full, 0, 85],
    ['末尾。', 0, 70],
    ['短标题', 0, 55],
    [full, 0, 40],
    ['（点）续', 0, 25],
  ]);
  assert.deepEqual(joinLines([page]), [
    `${full.slice(2)}${full}末尾。`,
    '短标题',
    `${full}（点）续`,
  ]);
  // Across pages, and where the first token does not fit.
  const [first, second] = [
    linesAt([[full, 0, 10]]),
    linesAt([
      ['百分之九十', 0, 100],
      [full, 20, 85],
    ]),
  ];
  assert.deepEqual(joinLines([first, second]), [`${full}百分之九十`, full]);
  const open = linesAt([
    [full, 0, 40],
    [full.slice(0, 17), 0, 25],
    ['1234567，后', 0, 10],
  ]);
  assert.deepEqual(joinLines([open]), [`${full}${full.slice(0, 17)}1234567，后`]);
});

test('lines that are centred or set to the right are lines of their own', () => {
  const full = '一二三四五六七八九十一二三四五六七八九十';
  const page = linesAt([
    [full, 0, 60],
    [full, 0, 45],
    ['末尾。', 0, 30],
    ['宁川县人民政府', 110, 15],
    ['2024年1月15日', 105, 0],
  ]);
  assert.deepEqual(joinLines([page]).slice(1), ['宁川县人民政府', '2024年1月15日']);
});

test('running heads and page numbers go; numbers and lines of the text stay', () => {
  const page = (number: number) =>
    linesAt([
      ['宁川县文件', 0, 800],
      [`第${number}页的正文。`, 0, 700],
      ['38', 0, 680],
      [`- ${number} -`, 200, 20],
    ]);
  const { pages, leftOut } = partRunningLines([page(1), page(2), page(3)]);
  assert.deepEqual(
    pages.flat().map(({ text }) => text),
    ['第1页的正文。', '38', '第2页的正文。', '38', '第3页的正文。', '38'],
  );
  assert.equal(leftOut.length, 6);
  const single = partRunningLines([
    linesAt([
      ['正文。', 0, 700],
      ['38', 0, 600],
    ]),
  ]);
  assert.equal(single.leftOut.length, 0);
});
