import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readerBounds } from '../../src/limits.ts';
import { createFileReader, readFile } from '../../src/readers/read-files.ts';
import { UnreadableFile } from '../../src/readers/unreadable.ts';
import { encodeGb18030 } from './encode.ts';
import { zip } from './zip.ts';

const files = join(import.meta.dirname, 'files');
const work = mkdtempSync(join(tmpdir(), 'juzheng-'));
const reader = createFileReader(1);
after(() => {
  reader.close();
  rmSync(work, { recursive: true, force: true });
});

const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(work, name), content);
  return join(work, name);
};

/** A file is refused by this rule, and the message names it, says what is wrong and what to do. */
async function refused(path: string, rule: string, what: RegExp): Promise<void> {
  await assert.rejects(reader.read(path), (error) => {
    assert.ok(error instanceof UnreadableFile, String(error));
    assert.equal(error.rule, rule, error.message);
    assert.match(error.what, what);
    assert.ok(error.message.startsWith(`${path}: `) && error.help.endsWith('.'), error.message);
    return true;
  });
}

const bytesOf = (name: string) => readFileSync(join(files, name));

test('scans, pictures and encrypted files are told as what they are', async () => {
  await refused(join(files, 'scan.pdf'), 'scan', /Its only page has no text layer/);
  await refused(write('picture.pdf', Buffer.from('\x89PNG\r\n', 'latin1')), 'scan', /picture/);
  await refused(write('scan.jpg', 'x'), 'scan', /picture/);
  await refused(join(files, 'encrypted.pdf'), 'encrypted', /password/);
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  await refused(write('encrypted.docx', ole), 'encrypted', /encrypted, or a \.doc/);
  const locked = bytesOf('table.docx');
  locked.writeUInt16LE(1, locked.indexOf('PK\x01\x02') + 8);
  await refused(write('locked.docx', locked), 'encrypted', /parts are encrypted/);
  assert.equal(
    (await reader.read(join(files, 'restricted.pdf'))).text,
    '全年办理行政复议案件38件。\n',
  );
});

test('archives that unpack to too much are refused, whatever they declare', async () => {
  const { unpackedBytes } = readerBounds;
  const bomb = zip({ 'word/document.xml': Buffer.alloc(unpackedBytes + 1) });
  assert.ok(bomb.length < 1_000_000);
  await refused(write('bomb.docx', bomb), 'too-much-unpacked', /200000000 bytes/);
  for (const signature of ['PK\x01\x02', 'PK\x03\x04']) {
    const at = bomb.indexOf(signature);
    bomb.writeUInt32LE(1000, at + (signature.endsWith('\x02') ? 24 : 22));
  }
  await refused(write('lying.docx', bomb), 'too-much-unpacked', /200000000 bytes/);
});

test('files that are too large, no files or of no kind that is read are refused unread', async () => {
  const large = write('large.pdf', '%PDF-1.7');
  truncateSync(large, 100_000_000);
  const begun = performance.now();
  await refused(large, 'too-large', /100000000 bytes; at most 50000000/);
  truncateSync(write('large.txt', ''), 100_000_000);
  await refused(join(work, 'large.txt'), 'too-large', /at most 5000000/);
  mkdirSync(join(work, 'folder.pdf'));
  await refused(join(work, 'folder.pdf'), 'not-a-file', /folder/);
  execFileSync('mkfifo', [join(work, 'pipe.html')]);
  await refused(join(work, 'pipe.html'), 'not-a-file', /pipe/);
  await refused(join(work, 'none.pdf'), 'missing-file', /no such file/);
  await refused(write('report.doc', ole()), 'unknown-kind', /\.doc are not read/);
  await refused(write('report', ''), 'unknown-kind', /does not say/);
  assert.ok(performance.now() - begun < 2000);
});

const ole = () => Buffer.from('d0cf11e0a1b11ae1', 'hex');

test('files of another kind than their names say are told as what they are', async () => {
  await refused(write('page.pdf', bytesOf('unnamed.html')), 'wrong-kind', /a web page/);
  await refused(write('pdf.docx', bytesOf('scan.pdf')), 'wrong-kind', /a PDF/);
  await refused(write('text.docx', 'text'), 'broken', /does not begin as a zip archive/);
  await refused(write('empty.html', ''), 'empty', /empty/);
  await refused(
    write('bare.html', '<html><body><a href=x>首页</a></body></html>'),
    'empty',
    /no sentence/,
  );
  await refused(
    write('sheet.docx', zip({ 'xl/workbook.xml': '<workbook/>' })),
    'wrong-kind',
    /no document/,
  );
});

test('broken files are refused, and never read in part', async () => {
  for (const name of ['numbers.docx', 'seed-chromium.pdf']) {
    const half = bytesOf(name).subarray(0, Math.floor(bytesOf(name).length / 4));
    await refused(write(`half-${name}`, half), 'broken', /./);
  }
  const text = bytesOf('utf8.txt');
  text[40] = 0xff;
  await refused(write('byte.txt', text), 'broken', /Line 1 holds bytes that are no character/);
  await refused(write('cut.txt', bytesOf('utf8.txt').subarray(0, 101)), 'broken', /Line 1/);
  await refused(write('control.txt', '一\n二\u0007'), 'control-character', /Line 2 .* U\+0007/);
  const type = zip({ 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>' });
  await refused(write('type.docx', type), 'broken', /no well-formed XML/);
  const deep = `${'<w:p>'.repeat(100_000)}${'</w:p>'.repeat(100_000)}`;
  await refused(write('deep.docx', zip({ 'word/document.xml': deep })), 'broken', /well-formed/);
});

test('an encoding is decided by the bytes alone', async () => {
  const sentence = '全年办理行政复议案件38件，同比增长12％。\n';
  const page = (charset: string) =>
    `<html><meta charset="${charset}"><body><p>${sentence}</p></body></html>`;
  for (const charset of ['utf-8', 'gb2312', 'big5', 'utf-16', 'nonsense']) {
    for (const content of [Buffer.from(page(charset)), encodeGb18030(page(charset))]) {
      assert.equal((await reader.read(write('page.html', content))).text, sentence, charset);
    }
  }
});

test('a file that takes too much memory or time ends its process; the next file has another', async () => {
  const many = `<w:document><w:body>${'<a/>'.repeat(3_000_000)}</w:body></w:document>`;
  const path = write('many.docx', zip({ 'word/document.xml': many }));
  const small = join(files, 'table.docx');
  const bounds = [
    [{ milliseconds: 30_000, memoryBytes: 150 << 20 }, 'too-much-memory', /150 MiB/],
    [{ milliseconds: 400, memoryBytes: 1 << 30 }, 'too-slow', /0\.4 seconds/],
  ] as const;
  for (const [bound, rule, what] of bounds) {
    const narrow = createFileReader(1, bound);
    try {
      const [large] = await Promise.allSettled([narrow.read(path)]);
      assert.ok(large.status === 'rejected' && large.reason instanceof UnreadableFile);
      assert.equal(large.reason.rule, rule);
      assert.match(large.reason.message, what);
      if (rule === 'too-much-memory') assert.match((await narrow.read(small)).text, /38\n/);
    } finally {
      narrow.close();
    }
  }
});

test('one file is read without a reader that is kept', async () => {
  assert.match((await readFile(join(files, 'table.docx'))).text, /38\n/);
});
