import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHtml } from '../../src/readers/html/read-html.ts';
import { chrome, paragraphs, title } from './sample-report.ts';

/** Pages of templates whose names no list has. */
const head = `<html><head><title>${title}-宁川县司法局</title></head><body>`;
const above =
  '<div id="header"><ul class="menu"><li><a>首页</a></li><li><a>机构概况</a></li></ul></div><div class="weizhi">您所在的位置： <a>首页</a> > <a>政务公开</a> > 正文</div>';
const beside =
  '<div class="right"><h3>通知公告</h3><ul><li><a>关于开展2024年度行政执法人员资格考试的通知，请各单位按时报名。</a><span>2024-01-02</span></li></ul><p>今日要闻：近日，领导活动频繁，县委书记主持会议。</p></div>';
const below =
  '<div class="bottom"><p>宁川县人民政府主办 宁川县大数据中心承办</p><p>宁公网安备 123号 网站支持IPv6</p></div></body></html>';
const lines = paragraphs.map((line) => `<p>${line}</p>`);

const pages = {
  'a text in two parts, an annex and a list beside it': `${head}${above}<div class="w"><div class="left"><h2>${title}</h2><p>时间：2024-01-18 08:30:00 &nbsp; 来源：县司法局 &nbsp; 点击：33 次</p><div>${lines.slice(0, 8).join('')}</div><div>${lines.slice(8).join('')}</div></div>${beside}</div>${below}`,
  'the elements of HTML 5': `${head}${above}<main><article><header><h1>${title}</h1></header>${lines.join('')}<footer><a>分享到微信</a></footer></article></main>${beside}${below}`,
  'tables in a form': `${head}<form>${above}<table><tr><td><table><tr><td>${title}</td></tr><tr><td>【字体：<a>大</a> <a>中</a> <a>小</a>】【打印】【关闭】 浏览量： 12</td></tr><tr><td class="bt">${lines.join('')}</td></tr></table></td></tr></table>${below}`,
  'one paragraph with breaks': `${head}${above}<div class="cont"><h1>${title}</h1><p>${paragraphs.join('<br/>&emsp;&emsp;')}</p></div>${below}`,
  'an editor in an editor': `${head}${above}<div class="TRS_Editor"><div class="TRS_Editor">${lines.join('')}</div></div>${beside}${below}`,
  'headings apart, people and links below': `${head}${above}<div class="d"><div class="d-t">${title}</div><div class="d-m"><span>发布时间：2024-01-18</span><span>发布机构：宁川县司法局</span><span>阅读：<i>77</i></span></div><div class="d-b">${paragraphs.map((line) => (/^[一二三]、/.test(line) ? `<h2>${line}</h2>` : `<p>${line}</p>`)).join('')}</div><div>责任编辑：李四　审核：王五</div><dl><dt>相关链接</dt><dd><a>司法部</a></dd></dl></div>${below}`,
};

test('templates that are not known give the whole text and nothing around it', () => {
  for (const [name, page] of Object.entries(pages)) {
    const { text, title: told } = readHtml(Buffer.from(page));
    const [first, ...rest] = text.trimEnd().split('\n');
    assert.deepEqual(first === title ? rest : [first, ...rest], paragraphs, name);
    assert.equal(told?.value, title, name);
    for (const word of chrome) assert.ok(!text.includes(word), `${name}: ${word}`);
  }
});

test('the title is what the page shows of it, not the site’s name nor that of a column', () => {
  const shown = (name: string, body: string) =>
    readHtml(Buffer.from(`<title>${name}</title><body>${body}<p>${paragraphs[0]}</p></body>`))
      .title;
  const site = '<h1><a href="/">宁川县人民政府网</a></h1>';
  const column = '2023年度报告-法治政府建设-宁川县人民政府';
  assert.deepEqual(shown(column, `${site}<div>2023年度报告</div>`), {
    value: '2023年度报告',
    from: '<title>',
  });
  assert.deepEqual(shown('2021-2025年规划_宁川县', '<h1>2021-2025年规划</h1>'), {
    value: '2021-2025年规划',
    from: '<h1>',
  });
  assert.deepEqual(shown('2021-2025年规划-宁川县人民政府', site), {
    value: '2021-2025年规划',
    from: '<title>',
  });
  assert.equal(shown('', site), null);
});

test('the title stands in the element that a template calls so, where the page’s own names any page', () => {
  const shown = (name: string, body: string) =>
    readHtml(Buffer.from(`<title>${name}</title><body>${body}<p>${paragraphs[0]}</p></body>`))
      .title;
  for (const name of ['报告-县政府', '信息公开', '正文', '', '宁川县人民政府门户网站']) {
    for (const given of ['class="tit"', 'class="a article-title"', 'id="title"', 'class="xl_bt"']) {
      const [attribute = '', value = ''] = given.split('=');
      assert.deepEqual(
        shown(name, `<h1>宁川县人民政府</h1><a class="title">首页</a><div ${given}>${title}</div>`),
        { value: title, from: `<div ${attribute}=${value}>` },
        `${name} ${given}`,
      );
    }
  }
  assert.equal(shown('正文', ''), null);
  assert.equal(shown('报告-县政府', ''), null);
});

test('a day is claimed only where there is such a day', () => {
  const day = (content: string) =>
    readHtml(
      Buffer.from(`<meta name="PubDate" content="${content}"><body><p>${paragraphs[0]}</p></body>`),
    ).publishedOn?.value ?? null;
  assert.equal(day('2024-1-8 10:00:01'), '2024-01-08');
  assert.equal(day('2024年01月08日'), '2024-01-08');
  assert.equal(day('20240108102200'), '2024-01-08');
  for (const none of ['2024-02-30', '2024-13-01', '最近', '1705544520000', '']) {
    assert.equal(day(none), null, none);
  }
});

test('a raised figure behind a metre is a part of the unit', () => {
  const page =
    '<body><p>新建场所1200m<sup>2</sup>，土方30m<sup> 3 </sup>，见注<sup>2</sup>。</p></body>';
  assert.equal(readHtml(Buffer.from(page)).text, '新建场所1200m²，土方30m³，见注2。\n');
});

test('a list of HTML is numbered as it is shown', () => {
  const item = (text: string) => `<li>${text}组织行政执法培训，各方面情况良好。</li>`;
  const page = `<body><div><ol start="3">${item('甲')}${item('乙')}</ol><ol type="a">${item('丙')}</ol>
<ol style="list-style-type:cjk-ideographic"><li value="12">丁组织行政执法培训，各方面情况良好。</li></ol><ul>${item('戊')}</ul></div></body>`;
  assert.deepEqual(readHtml(Buffer.from(page)).text.trimEnd().split('\n'), [
    '3. 甲组织行政执法培训，各方面情况良好。',
    '4. 乙组织行政执法培训，各方面情况良好。',
    'a. 丙组织行政执法培训，各方面情况良好。',
    '十二、丁组织行政执法培训，各方面情况良好。',
    '戊组织行政执法培训，各方面情况良好。',
  ]);
});

test('cells that reach over others leave these empty, so that each stands in its column', () => {
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td${cell}</td>`).join('')}</tr>`;
  const page = `<body><p>${paragraphs[0]}</p><table>${[
    row(' rowspan="2">单位', ' colspan="2">行政复议（件）', ' rowspan=2>纠错率（%）'),
    row('>收案', '>结案'),
    row(' rowspan=2>市本级', '>212', '>198', '>11.6'),
    row('>87', '>85', '>9.4'),
    row('>云山区', ' colspan="999999999">无', '>3'),
  ].join('')}</table><table>${row('>项目', '>数量')}</table></body>`;
  const { text } = readHtml(Buffer.from(page));
  const [, ...rows] = text.trimEnd().split('\n');
  assert.deepEqual(rows.slice(0, 4), [
    '单位\t行政复议（件）\t\t纠错率（%）',
    '\t收案\t结案',
    '市本级\t212\t198\t11.6',
    '\t87\t85\t9.4',
  ]);
  assert.match(rows[4] ?? '', /^云山区\t无\t{2,100}3$/);
  assert.equal(rows.at(-1), '项目\t数量');
  const down = `<body><p>${paragraphs[0]}</p><table>${'<tr><td rowspan=60000>甲</td><td>12件</td></tr>'.repeat(2000)}</table></body>`;
  const long = readHtml(Buffer.from(down)).text;
  assert.equal(long.split('12件').length, 2001);
  assert.ok(long.length < 2000 * 110);
});

test('a large page is read in time that grows with its length', () => {
  const many = `<body><ol>${'<li>一是加强领导，办理案件38件。'.repeat(20_000)}</ol></body>`;
  const begun = process.cpuUsage();
  assert.equal(readHtml(Buffer.from(many)).text.split('\n').length, 20_001);
  assert.ok(process.cpuUsage(begun).user < 10_000_000);
});
