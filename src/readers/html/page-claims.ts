import { dayIn, readPublicationLine } from '../claims.ts';
import type { DocumentClaim, ReadDocument } from '../document.ts';
import type { Block } from './blocks.ts';
import { whyLineIsChrome } from './chrome.ts';
import { attributeOf, wordsOf } from './tree.ts';
import type { Element } from './tree.ts';

type Claims = Pick<ReadDocument, 'title' | 'publisher' | 'publishedOn' | 'address'>;

/** What some systems leave before a source in the head. */
const labelBefore = /^(?:信息|文章|稿件)?来源\s*[：:]\s*/;

/** Sources that name nobody. */
const nobody = /^(?:本站|本网|网站|原创|本站原创|转载|未知|其他|无)$/;

const clean = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What a page says in its head: names of GB/T 42147 (ArticleTitle, PubDate, ContentSource), in any case. */
function metaOf(elements: readonly Element[]) {
  const found = new Map<string, { readonly value: string; readonly from: string }>();
  for (const element of elements) {
    if (element.tagName !== 'meta') continue;
    const name = attributeOf(element, 'name') || attributeOf(element, 'property');
    const value = clean(attributeOf(element, 'content'));
    const key = name.toLowerCase();
    if (value && !found.has(key)) found.set(key, { value, from: `<meta name="${name}">` });
  }
  return (...names: readonly string[]): DocumentClaim | null => {
    for (const name of names) {
      const claim = found.get(name.toLowerCase());
      if (claim) return claim;
    }
    return null;
  };
}

/** What sites add behind the title of a page. */
const siteBehind =
  /\s*(?:[_|｜].*|\s[-–—]\s.*|[-–—][^-–—]*(?:政府|网|网站|门户|中心|局|厅|委员会|法院|检察院))$/;

/** Where the name of a page may end and that of its site begin. */
const separator = /[-–—_|｜]/g;

/** The longest beginning of a page’s title that the page shows as a line; null where it shows none. */
function shownTitle(title: string, blocks: readonly Block[]): DocumentClaim | null {
  const ends = [...title.matchAll(separator)].map(({ index }) => index);
  const lines = new Map(blocks.map((block) => [block.text, block]));
  for (const end of [title.length, ...ends.toReversed()]) {
    const shown = lines.get(title.slice(0, end).trim());
    if (!shown || shown.linked * 2 > shown.text.length || shown.isHidden) continue;
    return { value: shown.text, from: shown.element.tagName === 'h1' ? '<h1>' : '<title>' };
  }
  return null;
}

/** A line that may be a title: seen, no link as the name of a site is, and more than a word. */
const mayBeTitle = ({ isHidden, linked, text }: Block) =>
  !isHidden && text.length > 5 && text.length <= 100 && linked * 2 < text.length;

/** Words of class names and ids by which templates call the element of a title, in their order of certainty. */
const titleNames =
  /^(?:(?:art(?:icle|i)?|news|con(?:tent)?|detail|xl|xxgk|wz|page|main|info|show|text)?[-_]?(?:title|titl|tit|bt|biaoti|headline|btxt)\d?|h1)$/i;

const isNamedTitle = (element: Element) =>
  [attributeOf(element, 'id'), ...attributeOf(element, 'class').split(/\s+/)].some((name) =>
    titleNames.test(name),
  );

/** The line of an element that a template calls the title, where it holds no other line of words. */
function namedTitle(blocks: readonly Block[]): Block | undefined {
  return blocks.find(
    (block) =>
      mayBeTitle(block) &&
      !/[。；]/.test(block.text) &&
      isNamedTitle(block.element) &&
      whyLineIsChrome(block) === null,
  );
}

/** What many pages of a site are called: it names none of them. */
const ofAnyPage =
  /^(?:首页|网站首页|正文|内容(?:页|详情)?|详(?:情|细|细内容|细信息)(?:页)?|文章(?:页|详情|内容)?|信息(?:公开|详情|内容)|政务公开|政府信息公开|新闻(?:详情|中心|内容)?|公告(?:公示)?|通知(?:公告)?|报告|文件|无标题(?:文档)?|untitled(?: document)?|document|index|new page.*|title)$/i;

/** A heading that is the name of the site. */
const ofSite = /(?:政府|网|网站|门户|平台|局|厅|委员会|中心|法院|检察院)$/;

/** The tag of an element with its class or id, as the page writes it. */
function tagOf(element: Element): string {
  const [name, value] = (['class', 'id'] as const)
    .map((each) => [each, attributeOf(element, each)] as const)
    .find(([, given]) => given !== '') ?? ['', ''];
  return value === '' ? `<${element.tagName}>` : `<${element.tagName} ${name}="${value}">`;
}

function titleIn(elements: readonly Element[], blocks: readonly Block[]): DocumentClaim | null {
  const element = elements.find(({ tagName }) => tagName === 'title');
  const title = element ? clean(wordsOf(element)) : '';
  const shown = shownTitle(title, blocks);
  if (shown && !ofAnyPage.test(shown.value)) return shown;
  const heading = blocks.find(
    (block) => block.element.tagName === 'h1' && mayBeTitle(block) && !ofSite.test(block.text),
  );
  if (heading) return { value: heading.text, from: '<h1>' };
  const named = namedTitle(blocks);
  if (named) return { value: named.text, from: tagOf(named.element) };
  const value = title.replace(siteBehind, '').trim();
  return value === '' || ofAnyPage.test(value) ? null : { value, from: '<title>' };
}

/** The address at which a browser saved a page stands in a comment at its head. */
const savedFrom = /<!--\s*saved from url=\(\d+\)(?<address>https?:\/\/\S+)\s*-->/;

function addressIn(page: string, elements: readonly Element[]): DocumentClaim | null {
  const saved = savedFrom.exec(page.slice(0, 4096))?.groups?.['address'];
  if (saved) return { value: saved, from: '<!-- saved from url -->' };
  const link = elements.find(
    (element) => element.tagName === 'link' && attributeOf(element, 'rel') === 'canonical',
  );
  const canonical = link && attributeOf(link, 'href').trim();
  return canonical && /^https?:\/\//.test(canonical)
    ? { value: canonical, from: '<link rel="canonical">' }
    : null;
}

/** What a page says of itself: first in its head, then in its lines of publication. */
export function claimsOf(
  page: string,
  elements: readonly Element[],
  blocks: readonly Block[],
  around: readonly Block[],
): Claims {
  const meta = metaOf(elements);
  const lines = around.map(({ text }) => readPublicationLine(text));
  const dated = meta('PubDate', 'article:published_time', 'publishdate');
  const day = dated && dayIn(dated.value);
  const sources = [meta('ContentSource', 'source'), ...lines.map(({ publisher }) => publisher)];
  const source = sources
    .map((each) => each && { ...each, value: each.value.replace(labelBefore, '') })
    .find((each) => each && !nobody.test(each.value));
  const url = meta('Url', 'og:url');
  const titled = meta('ArticleTitle');
  return {
    title: titled && !ofAnyPage.test(titled.value) ? titled : titleIn(elements, blocks),
    publisher: source ?? meta('SiteName', 'og:site_name'),
    publishedOn:
      dated && day
        ? { value: day, from: dated.from }
        : (lines.map(({ publishedOn }) => publishedOn).find((each) => each !== null) ?? null),
    address: (url && /^https?:\/\//.test(url.value) ? url : null) ?? addressIn(page, elements),
  };
}
