import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createFileReader } from '../../src/readers/read-files.ts';
import { findNumerals } from '../../src/text/numerals/numeral-scanner.ts';
import { chrome, paragraphs, title, withTable } from './sample-report.ts';

const folder = join(import.meta.dirname, 'files');
const reader = createFileReader(2);
after(() => reader.close());

const read = (name: string) => reader.read(join(folder, name));
const bare = (text: string) => text.replace(/\s/g, '');
const linesOf = (text: string) => text.trimEnd().split('\n');
const numeralsOf = (text: string) =>
  findNumerals(text).map(({ kind, text: words }) => `${kind} ${bare(words)}`);

const seed = readFileSync('seed/reports/xinghe-2023/report.txt', 'utf8');

const pages = readdirSync(folder).filter((name) => /\.html?$/.test(name));

test('pages give the report’s paragraphs whatever encoding they declare, and no word around them', async () => {
  assert.equal(pages.length, 16);
  for (const name of pages) {
    const { text, leftOut } = await read(name);
    const [first, ...rest] = linesOf(text);
    // A page that is laid out by a table has its title in one cell with the text.
    const lines = first === title ? rest : linesOf(text);
    assert.deepEqual(lines, name === 'table.html' ? withTable : paragraphs, name);
    for (const word of chrome) assert.ok(!text.includes(word), `${name}: ${word}`);
    assert.ok(leftOut.length > 0 && leftOut.every(({ why }) => why.split(' ').length > 2), name);
  }
});

test('what a page says of itself comes with its proof, the head before the lines', async () => {
  const standard = await read('trs-declares-gb2312.html');
  assert.deepEqual(standard.title, { value: title, from: '<meta name="ArticleTitle">' });
  assert.deepEqual(standard.publisher, {
    value: '宁川县司法局',
    from: '<meta name="ContentSource">',
  });
  assert.deepEqual(standard.publishedOn, { value: '2024-01-18', from: '<meta name="PubDate">' });
  assert.deepEqual(standard.address, {
    value: 'http://www.ningchuan.example/zwgk/fzzf/t20240118_1.html',
    from: '<meta name="Url">',
  });
  const line = await read('unnamed.html');
  assert.deepEqual(line.title, { value: title, from: '<h1>' });
  assert.deepEqual(line.publisher, { value: '宁川县司法局', from: '来源：宁川县司法局' });
  assert.deepEqual(line.publishedOn, { value: '2024-01-18', from: '发布时间：2024-01-18' });
  assert.equal(line.address, null);
  const saved = await read('saved-bom-crlf.html');
  assert.equal(saved.address?.value, standard.address?.value);
  const catalogue = await read('catalogue.html');
  assert.deepEqual(catalogue.publishedOn?.value, '2024-01-18');
  assert.deepEqual(catalogue.title, { value: title, from: '<title>' });
  const bareText = await read('utf8.txt');
  assert.deepEqual(
    [bareText.title, bareText.publisher, bareText.publishedOn, bareText.address],
    [null, null, null, null],
  );
});

test('documents give the numbers that a word processor shows and rows as lines', async () => {
  const numbers = await read('numbers.docx');
  assert.deepEqual(linesOf(numbers.text), [title, ...paragraphs]);
  assert.deepEqual(numbers.title, { value: title, from: 'style Title' });
  // LibreOffice counts the same document by itself.
  assert.equal(bare((await read('numbers-libreoffice.pdf')).text), bare(numbers.text));
  assert.deepEqual(linesOf((await read('table.docx')).text), withTable);
  assert.deepEqual(linesOf((await read('stored.docx')).text), paragraphs);
  assert.deepEqual(linesOf((await read('utf16.docx')).text), paragraphs);
  assert.equal(bare((await read('seed-libreoffice.docx')).text), bare(seed));
  assert.deepEqual(linesOf((await read('levels.docx')).text), [
    '1 总体要求',
    '1.1 指导思想',
    '1.2 基本原则',
    '2 重点任务',
    '2.1 执法',
    '不计数的一点',
    '7 另起',
    '7.1 其下',
  ]);
});

test('what a document holds beside its text is left out with the reason', async () => {
  const { text, leftOut } = await read('changes.docx');
  assert.equal(text, '全年办理案件38件，办结35件。\n正文1200m²。\n框中文字。\n上行\n下行\n');
  assert.deepEqual(leftOut, [
    { text: '目录一、主要工作1', why: 'a table of contents' },
    { text: '二、安排2', why: 'a table of contents' },
    { text: '三十', why: 'deleted in a tracked change' },
    { text: '密', why: 'hidden in the document' },
    { text: '宁川县文件', why: 'a running head' },
    { text: '第1页', why: 'a running foot' },
    { text: '不含撤回。', why: 'a footnote' },
    { text: '请核对', why: 'a comment' },
  ]);
});

test('PDFs of Chromium and LibreOffice give the seed’s paragraphs, its 114 numerals and no radical', async () => {
  for (const name of ['seed-chromium.pdf', 'seed-libreoffice.pdf']) {
    const { text, leftOut } = await read(name);
    assert.deepEqual(linesOf(text).map(bare), linesOf(seed).map(bare), name);
    assert.doesNotMatch(text, /[\u2e80-\u2fdf]/, name);
    const found = numeralsOf(text);
    assert.equal(found.length, 114, name);
    assert.deepEqual(found, numeralsOf(seed), name);
    assert.deepEqual(leftOut, [], name);
  }
});

test('a printed page has neither its running heads nor its page numbers in the text', async () => {
  const { text, leftOut, title: told } = await read('report-chromium.pdf');
  assert.deepEqual(linesOf(text), [title, ...withTable]);
  assert.deepEqual(told, { value: title, from: 'PDF: Title' });
  assert.ok(leftOut.length >= 4);
  assert.ok(leftOut.some(({ why }) => why === 'the address from which it was printed'));
});

test('plain text stays as it is but for its byte order mark and line ends', async () => {
  const plain = readFileSync(join(folder, 'utf8.txt'), 'utf8');
  for (const name of ['utf8.txt', 'gb18030.txt', 'utf16le.txt', 'bom-crlf.txt']) {
    assert.equal((await read(name)).text, plain, name);
  }
  for (const name of ['broken-lines.txt', 'report.md']) {
    assert.equal((await read(name)).text, readFileSync(join(folder, name), 'utf8'), name);
  }
  assert.ok(linesOf((await read('broken-lines.txt')).text).length > paragraphs.length);
});

test('the digests are those of the file’s bytes and of the text’s UTF-8', async () => {
  const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
  for (const name of ['gb18030.txt', 'ucap-gb18030.html', 'table.docx', 'restricted.pdf']) {
    const { digests, text } = await read(name);
    assert.deepEqual(digests, {
      file: sha256(readFileSync(join(folder, name))),
      text: sha256(text),
    });
  }
});
