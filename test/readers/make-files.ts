import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documents } from './make-documents.ts';
import { pages } from './make-pages.ts';
import { chromeSafe, encodeGb18030 } from './encode.ts';
import { paragraphs, tableRows, title } from './sample-report.ts';

/**
 * Makes the files of `test/readers/files` anew. Needs Chromium and LibreOffice (soffice) with Noto CJK
 * fonts; made once and committed, since every version of these prints other bytes.
 */
const folder = join(import.meta.dirname, 'files');
const work = mkdtempSync(join(tmpdir(), 'juzheng-files-'));
const write = (name: string, content: string | Uint8Array) =>
  writeFileSync(join(folder, name), content);
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

function makePages(): void {
  write('trs-declares-gb2312.html', pages.trs('gb2312'));
  write('trs-gb18030-declares-utf8.html', encodeGb18030(pages.trs('utf-8')));
  write('ucap-gb18030.html', encodeGb18030(pages.ucap('gb2312')));
  write('unnamed.html', pages.unnamed('utf-8'));
  write('unnamed-utf16le-declares-gb2312.html', utf16(pages.unnamed('gb2312')));
  write('ucap-utf16be-declares-utf8.html', utf16(pages.ucap('utf-8')).swap16());
  write('breaks.html', pages.breaks('utf-8'));
  write('layout-gb18030.htm', encodeGb18030(pages.layout('gb2312')));
  write('pasted.html', pages.pasted('utf-8'));
  write('wrapped.html', pages.wrapped('utf-8'));
  write('listed.html', pages.listed('utf-8'));
  write('table.html', pages.table('utf-8'));
  write('catalogue.html', pages.catalogue('utf-8'));
  write('wechat.html', pages.wechat('utf-8'));
  write('saved-bom-crlf.html', `\ufeff${pages.saved('gbk').replaceAll('\n', '\r\n')}`);
  write('hidden.html', pages.hidden('utf-8'));
}

function makeTexts(): void {
  const text = `${paragraphs.join('\n')}\n`;
  write('utf8.txt', text);
  write('gb18030.txt', encodeGb18030(text));
  write('utf16le.txt', utf16(text));
  write('bom-crlf.txt', `\ufeff${text.replaceAll('\n', '\r\n')}`);
  write(
    'broken-lines.txt',
    text.replace(/(?<=.{36})(?=.{4})/g, (_, at: number) => (at % 37 ? '' : '\n')),
  );
  write('report.md', `# ${title}\n\n${paragraphs.join('\n\n')}\n`);
}

const style =
  '<style>@page{size:A4;margin:2.5cm}body{font:16px/1.8 "Noto Serif CJK SC"}p{text-indent:2em;margin:0}h1{font-size:22px;text-align:center}table{border-collapse:collapse}td{border:1px solid;padding:4px 40px 4px 8px}td p{text-indent:0}</style>';

const printed = (lines: readonly string[], middle = '') =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>${style}</head><body><h1>${title}</h1>${lines
    .map((line) => `${line.startsWith('二、') ? middle : ''}<p>${line}</p>`)
    .join('')}</body></html>`;

const rows = `<table>${tableRows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

function chromium(name: string, html: string, ...options: string[]): void {
  writeFileSync(join(work, 'page.html'), html);
  execFileSync(
    'chromium',
    [
      ...chromeSafe,
      `--user-data-dir=${work}/profile`,
      ...options,
      `--print-to-pdf=${join(folder, name)}`,
      join(work, 'page.html'),
    ],
    { stdio: 'ignore' },
  );
}

function libreOffice(from: string, to: string, name: string, ...more: string[]): void {
  const options = [`-env:UserInstallation=file://${work}/office`, '--headless', ...more];
  execFileSync('soffice', [...options, '--convert-to', to, '--outdir', work, from], {
    stdio: 'ignore',
  });
  const made = from.replace(/^.*\//, '').replace(/\.\w+$/, `.${/^\w+/.exec(to)?.[0]}`);
  renameSync(join(work, made), join(folder, name));
}

function makePdfs(): void {
  const seed = readFileSync('seed/reports/xinghe-2023/report.txt', 'utf8').trim().split('\n');
  const bare = (lines: readonly string[]) =>
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>seed</title>${style}</head><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`;
  chromium('seed-chromium.pdf', bare(seed), '--no-pdf-header-footer');
  chromium('report-chromium.pdf', printed(paragraphs, rows));
  const picture =
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#ccc"/></svg>';
  chromium('scan.pdf', `<!DOCTYPE html><title>x</title>${picture}`, '--no-pdf-header-footer');
  writeFileSync(join(work, 'seed.html'), bare(seed));
  libreOffice(
    join(work, 'seed.html'),
    'docx:MS Word 2007 XML',
    'seed-libreoffice.docx',
    '--infilter=HTML (StarWriter)',
  );
  libreOffice(join(folder, 'seed-libreoffice.docx'), 'pdf', 'seed-libreoffice.pdf');
  writeFileSync(join(work, 'numbers.docx'), documents['numbers.docx']);
  libreOffice(join(work, 'numbers.docx'), 'pdf', 'numbers-libreoffice.pdf');
  writeFileSync(join(work, 'short.txt'), '全年办理行政复议案件38件。\n');
  const locked = (password: string) =>
    `pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"${password !== ''}"},"DocumentOpenPassword":{"type":"string","value":"${password}"},"RestrictPermissions":{"type":"boolean","value":"${password === ''}"},"PermissionPassword":{"type":"string","value":"owner"}}`;
  libreOffice(join(work, 'short.txt'), locked('secret'), 'encrypted.pdf');
  libreOffice(join(work, 'short.txt'), locked(''), 'restricted.pdf');
}

try {
  makePages();
  makeTexts();
  for (const [name, bytes] of Object.entries(documents)) write(name, bytes);
  makePdfs();
} finally {
  rmSync(work, { recursive: true, force: true });
}
