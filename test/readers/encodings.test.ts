import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { decodeText } from '../../src/readers/decode.ts';
import { readFile } from '../../src/readers/read-files.ts';
import { UnreadableFile } from '../../src/readers/unreadable.ts';
import { encode, encodeGb18030 } from './encode.ts';
import { paragraphs } from './sample-report.ts';

const work = mkdtempSync(join(tmpdir(), 'juzheng-'));
after(() => {
  rmSync(work, { recursive: true, force: true });
});

const simplified = `${paragraphs.join('\n')}\n`;
const traditional = `${Array.from({ length: 6 }, (_, nth) => `${nth + 1}、縣政府全年辦理行政複議案件38件，審結33件，群眾滿意度明顯提高。`).join('\n')}\n`;

const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};
const mark = Buffer.from([0xef, 0xbb, 0xbf]);

/** From the first characters on, in steps, so that short texts are among them. */
const beginningsOf = (text: string) =>
  [24, 60, 150, 400].map((length) => Array.from(text).slice(0, length).join(''));

test('a text is read as what it is in every encoding that is read, with marks and without them, however short', () => {
  for (const text of beginningsOf(simplified)) {
    for (const [name, bytes] of Object.entries({
      utf8: Buffer.from(text),
      'UTF-8 with its mark': Buffer.concat([mark, Buffer.from(text)]),
      gb18030: encodeGb18030(text),
      'GB 18030 behind a mark of UTF-8': Buffer.concat([mark, encodeGb18030(text)]),
      'UTF-16LE': utf16(`\ufeff${text}`, false),
      'UTF-16BE': utf16(`\ufeff${text}`, true),
      'UTF-16LE without its mark': utf16(text, false),
      'UTF-16BE without its mark': utf16(text, true),
    })) {
      assert.equal(decodeText(bytes).text.replace(/^\ufeff/, ''), text, name);
    }
  }
  for (const text of beginningsOf(traditional)) {
    for (const encoding of ['big5', 'gb18030'] as const) {
      assert.equal(decodeText(encode(text, encoding)).text, text, encoding);
    }
  }
});

test('a text in another encoding, or saved in a wrong one before, is refused and never garbled', () => {
  const korean = '군 정부는 올해 행정 심판 사건을 처리하고 주민의 만족도를 높였다. '.repeat(12);
  const japanese = '県政府は今年、行政不服審査の案件を処理し、住民の満足度を高めた。'.repeat(12);
  const utf32 = Buffer.from(
    Uint32Array.from(`\ufeff${simplified}`, (character) => character.codePointAt(0) ?? 0).buffer,
  );
  const garbled = new TextDecoder('gb18030').decode(Buffer.from(simplified));
  const other = new TextDecoder('gb18030').decode(encode(traditional, 'big5'));
  for (const [name, bytes] of Object.entries({
    korean: encode(korean, 'euc-kr'),
    japanese: encode(japanese, 'shift_jis'),
    utf32,
    'UTF-8 taken for GB 18030': Buffer.from(garbled),
    'Big5 taken for GB 18030': Buffer.from(other),
  })) {
    assert.throws(
      () => decodeText(bytes),
      (error) =>
        error instanceof UnreadableFile &&
        error.rule === 'unknown-characters' &&
        /UTF|encoding/.test(error.what) &&
        /save it anew in UTF-8/.test(error.help),
      name,
    );
  }
});

test('a page under the name of a text is read as a page, a text under that of a page as a text', async () => {
  const [first = '', ...rest] = paragraphs;
  const page = `<div class="tit">${first}</div><div>${rest.map((line) => `<p>${line}</p>`).join('')}</div>`;
  const path = (name: string, content: string | Buffer) => {
    writeFileSync(join(work, name), content);
    return join(work, name);
  };
  for (const [name, content] of [
    ['a b.txt', page],
    [
      'page.md',
      `<!-- saved from url=(0021)https://x.gov.cn/1 -->\n<html><body>${page}</body></html>`,
    ],
    ['gb.txt', encodeGb18030(`<!DOCTYPE html><body>${page}`)],
  ] as const) {
    const { text } = await readFile(path(name, content));
    assert.ok(!text.includes('<') && text.includes(rest[1] ?? 'none'), name);
  }
  assert.equal((await readFile(path('text.html', simplified))).text, simplified);
  const quoting = `${simplified}网页以<html>开头。\n`;
  assert.equal((await readFile(path('quoting.txt', quoting))).text, quoting);
});

test('what holds no words is refused, whatever its kind, and what is no file is told before its name', async () => {
  const refused = async (path: string, what: RegExp) => {
    await assert.rejects(readFile(path), (error) => {
      assert.ok(error instanceof UnreadableFile && what.test(error.what), String(error));
      return true;
    });
  };
  for (const content of ['\n \u3000\n', '\uFEFF', '---\n***\n']) {
    writeFileSync(join(work, 'empty.txt'), content);
    await refused(join(work, 'empty.txt'), /holds no words/);
  }
  await refused(work, /It is a folder/);
  await refused(join(work, 'none.xyz'), /There is no such file/);
});
