import { paragraphs, tableRows, title } from './sample-report.ts';
import { zip } from './zip.ts';

/** Documents as Word writes them, with what readers lose: automatic numbers, tables, changes, boxes. */
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const spaces = `${word} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`;
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const run = (text: string) => `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
const paragraph = (text: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;

type Level = [format: string, text: string, suffix?: string];

const abstract = (id: number, levels: readonly Level[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(
      ([format, text, suffix = 'nothing'], level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="${suffix}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`;

const numbering = `${xml}<w:numbering ${word}>${abstract(0, [
  ['chineseCountingThousand', '%1、'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%3.', 'space'],
])}${abstract(1, [
  ['decimal', '%1'],
  ['decimal', '%1.%2', 'tab'],
])}${abstract(2, [['bullet', '']])}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>`;

const styles = `${xml}<w:styles ${word}><w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="10"><w:name w:val="my heading"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>`;

/** A document of these blocks; `parts` are further parts, related to it by their kinds. */
function document(
  body: string,
  parts: Record<string, string> = {},
  options: { isPacked?: boolean; encode?: (text: string) => string | Uint8Array } = {},
): Buffer {
  const all = { styles, numbering, ...parts };
  const relations = Object.keys(all)
    .map((kind) => `<Relationship Id="${kind}" Type="${office}/${kind}" Target="${kind}.xml"/>`)
    .join('');
  const source = `${xml}<w:document ${spaces}><w:body>${body}<w:sectPr/></w:body></w:document>`;
  return zip(
    {
      '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
      'word/document.xml': options.encode?.(source) ?? source,
      'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
      ...Object.fromEntries(Object.entries(all).map(([kind, part]) => [`word/${kind}.xml`, part])),
    },
    options.isPacked ?? true,
  );
}

const ladder: readonly (readonly [RegExp, string])[] = [
  [/^[一二三]、/, '<w:pStyle w:val="10"/>'],
  [/^（[一二三四五]）/, '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'],
  [/^\d\. /, '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>'],
];

/** The paragraphs with their numbers made automatic. */
const numbered = paragraphs.map((line) => {
  const [number, properties] = ladder.find(([each]) => each.test(line)) ?? [];
  return number ? paragraph(line.replace(number, ''), properties) : paragraph(line);
});

const table = `<w:tbl>${tableRows
  .map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
  .join('')}</w:tbl>`;

const firstOfTable = paragraphs.findIndex((line) => line.startsWith('二、'));

const list = (id: number, level: number) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;

/** Beside each document what its text must be, where that is not the report. */
export const documents = {
  'numbers.docx': document(paragraph(title, '<w:pStyle w:val="a3"/>') + numbered.join('')),
  'stored.docx': document(
    paragraphs.map((line) => paragraph(line)).join(''),
    {},
    { isPacked: false },
  ),
  'utf16.docx': document(
    numbered.join(''),
    {},
    {
      encode: (text) => Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
    },
  ),
  'table.docx': document(
    numbered.map((line, index) => `${index === firstOfTable ? table : ''}${line}`).join(''),
  ),
  'levels.docx': document(
    paragraph('总体要求', list(2, 0)) +
      paragraph('指导思想', list(2, 1)) +
      paragraph('基本原则', list(2, 1)) +
      paragraph('重点任务', list(2, 0)) +
      paragraph('执法', list(2, 1)) +
      paragraph('不计数的一点', list(3, 0)) +
      paragraph('另起', list(4, 0)) +
      paragraph('其下', list(4, 1)),
  ),
  'changes.docx': document(
    `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('目录')}${paragraph('一、主要工作1')}</w:sdtContent></w:sdt>
${paragraph('二、安排2', '<w:pStyle w:val="TOC1"/>')}<w:p>${run('全年办理案件')}<w:del w:id="1"><w:r><w:delText>三十</w:delText></w:r></w:del><w:ins w:id="2">${run('38')}</w:ins>${run('件')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>${run('，办结')}<w:r><w:footnoteReference w:id="2"/></w:r><w:hyperlink>${run('35件')}</w:hyperlink>${run('。')}</w:p>
<w:p>${run('正文1200m')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>${run('。')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${paragraph('框中文字。')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph('框中文字。')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
<w:p>${run('上行')}<w:r><w:br/></w:r>${run('下行')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>`,
    {
      header: `${xml}<w:hdr ${word}>${paragraph('宁川县文件')}</w:hdr>`,
      footer: `${xml}<w:ftr ${word}>${paragraph('第1页')}</w:ftr>`,
      footnotes: `${xml}<w:footnotes ${word}><w:footnote w:id="2">${paragraph('不含撤回。')}</w:footnote></w:footnotes>`,
      comments: `${xml}<w:comments ${word}><w:comment w:id="1">${paragraph('请核对')}</w:comment></w:comments>`,
    },
  ),
} as const;
