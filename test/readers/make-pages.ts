import { paragraphs, tableRows, title } from './sample-report.ts';

/** Pages as the templates of government sites make them, around the report of these tests. */
const meta = (names: Record<string, string>) =>
  Object.entries(names)
    .map(([name, content]) => `<meta name="${name}" content="${content}"/>`)
    .join('\n');

const standard = meta({
  SiteName: '宁川县人民政府',
  SiteDomain: 'www.ningchuan.example',
  ColumnName: '法治政府建设',
  ArticleTitle: title,
  PubDate: '2024-01-18 10:22',
  ContentSource: '宁川县司法局',
  Url: 'http://www.ningchuan.example/zwgk/fzzf/t20240118_1.html',
});

const head = (charset: string, more = '') => `<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}">
<title>${title}_宁川县人民政府</title>
${more}<style>.nav{color:red}</style><script>var a = "首页 > 政务公开";</script></head>`;

const top = `<div class="top"><span>今天是2024年3月5日 星期二</span> <a href="#">无障碍浏览</a> <a href="#">长者模式</a></div>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/ld">领导活动</a></li></ul></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; 法治政府建设</div>`;

const foot = `<div class="xgyd"><h3>相关阅读</h3><ul><li><a href="1.html">宁川县召开全面依法治县工作推进会，总结2023年工作。</a></li><li><a href="2.html">县政府常务会议学法</a></li></ul></div>
<div class="footer"><p>主办：宁川县人民政府办公室　网站标识码：1234567890</p><p>版权所有 宁ICP备12345678号</p></div>`;

const info =
  '<div class="info">发布时间：2024-01-18 10:22　来源：宁川县司法局　浏览次数：<span id="hits">128</span>　【字体：<a>大</a> <a>中</a> <a>小</a>】</div>';
const tools =
  '<div class="share">分享到：<a>微信</a></div><p>【<a href="javascript:print()">打印本页</a>】【<a href="javascript:close()">关闭窗口</a>】</p><p>上一篇：<a href="0.html">通知</a></p><p>下一篇：<a href="3.html">公告</a></p>';

const indented = paragraphs.map((line) => `<p>　　${line}</p>`).join('\n');
const table = `<table border="1">${tableRows
  .map((row) => `<tr>${row.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`)
  .join('\n')}</table>`;

const article = (body: string) => `<body>${top}<div class="main"><h1>${title}</h1>${info}
${body}${tools}</div>${foot}</body></html>`;

/** A paragraph as a word processor pastes it: spans that end in the wrong order. */
const pasted = (line: string) => {
  const half = Math.floor(line.length / 2);
  return `<p class="MsoNormal" style="text-indent:32pt"><span lang="EN-US"><font face="仿宋"><b>${line.slice(0, half)}</span></b></font><span style="font-size:16pt">${line.slice(half)}<o:p></o:p></span></p>`;
};

const firstOfTable = paragraphs.findIndex((line) => line.startsWith('二、'));

const listed = paragraphs
  .map((line, index) => {
    const [, item] = /^\d\. (.*)$/.exec(line) ?? [];
    if (item === undefined) return `<p>${line}</p>`;
    const isFirst = !/^\d\. /.test(paragraphs[index - 1] ?? '');
    const isLast = !/^\d\. /.test(paragraphs[index + 1] ?? '');
    return `${isFirst ? '<ol>' : ''}<li>${item}${isLast ? '</ol>' : ''}`;
  })
  .join('\n');

const catalogue = `<table class="xxgk"><tr><td>索引号：</td><td>11150924/2024-00012</td><td>主题分类：</td><td>法治</td></tr>
<tr><td>发布机构：</td><td>宁川县司法局</td><td>发布日期：</td><td>2024年1月18日</td></tr><tr><td>名称：</td><td colspan="3">${title}</td></tr></table>`;

/** The source of each page, before it is encoded. */
export const pages = {
  trs: (charset: string) =>
    `${head(charset, standard)}${article(`<div class="TRS_Editor"><style>.TRS_Editor P{line-height:2}</style>${indented}</div>`)}`,
  ucap: (charset: string) =>
    `${head(charset)}${article(`<div class="pages_content" id="UCAP-CONTENT">${indented}</div>`)}`,
  unnamed: (charset: string) =>
    `${head(charset)}${article(`<div class="c1"><div class="c2">${indented}</div></div>`)}`,
  breaks: (charset: string) =>
    `${head(charset)}${article(`<div class="text">${paragraphs.map((line) => `&nbsp;&nbsp;&nbsp;&nbsp;${line}`).join('<br>\n<br/>')}</div>`)}`,
  layout: (
    charset: string,
  ) => `${head(charset)}<body><table width="980"><tr><td colspan="2">${top}</td></tr><tr>
<td width="200" valign="top"><table><tr><td><a href="a">领导活动</a></td></tr><tr><td><a href="b">政务公开</a></td></tr></table></td>
<td valign="top"><table><tr><td align="center"><font size="5"><b>${title}</b></font></td></tr><tr><td align="center">发布日期：2024-1-18 信息来源：宁川县司法局</td></tr>
<tr><td>${paragraphs.map((line) => `<P><FONT size=4>　　${line}</FONT>`).join('\n')}</td></tr><tr><td>责任编辑：张某</td></tr></table></td></tr></table>${foot}</body></html>`,
  pasted: (charset: string) =>
    `${head(charset)}${article(`<div class="article-content">${paragraphs.map(pasted).join('\n')}</div>`)}`,
  wrapped: (charset: string) =>
    `${head(charset)}${article(`<div id="zoom">${paragraphs.map((line) => `<p>\n        ${line.replace(/(?<=[\p{Script=Han}，]{30})(?=\p{Script=Han}{3})/gu, '\n        ')}\n      </p>`).join('\n')}</div>`)}`,
  listed: (charset: string) =>
    `${head(charset)}${article(`<div class="content-box">${listed}</div>`)}`,
  table: (charset: string) =>
    `${head(charset)}${article(
      `<div class="TRS_Editor">${paragraphs
        .map((line, index) => `${index === firstOfTable ? table : ''}<p>${line}</p>`)
        .join('')}</div>`,
    )}`,
  catalogue: (charset: string) =>
    `${head(charset)}<body>${top}<div class="zwgk">${catalogue}<div class="TRS_UEDITOR trs_paper_default">${indented}</div>${tools}</div>${foot}</body></html>`,
  wechat: (charset: string) =>
    `${head(charset)}<body><div id="img-content"><h1 class="rich_media_title">${title}</h1><div id="js_content" class="rich_media_content" style="">${paragraphs
      .map(
        (line) => `<section><section style="margin:8px"><span>${line}</span></section></section>`,
      )
      .join('')}</div><div class="qr_code">微信扫一扫关注该公众号</div></div></body></html>`,
  saved: (charset: string) =>
    `<!-- saved from url=(0055)http://www.ningchuan.example/zwgk/fzzf/t20240118_1.html -->\n${pages.unnamed(charset)}`,
  hidden: (charset: string) =>
    `${head(charset, standard)}${article(`<div class="TRS_Editor">${indented}<p style="display:none">扫一扫在手机打开当前页</p></div><textarea>首页</textarea>`)}`,
} as const;
