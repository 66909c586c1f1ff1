import type { Block } from './blocks.ts';
import { isChromeElement, whyLineIsChrome } from './chrome.ts';
import { ancestorsOf, attributeOf, elementsIn, isElement } from './tree.ts';
import type { Element } from './tree.ts';

/**
 * Where the templates of government sites put what they publish: a class or an id, whole. TRS WCM
 * writes `TRS_Editor`, UCAP `UCAP-CONTENT`, Dahan `zoom`, WeChat `js_content`.
 */
const bodyNames = new Set(
  'TRS_Editor TRS_UEDITOR trs_paper_default trs_editor_view UCAP-CONTENT ucapcontent zoom Zoom js_content pages_content article_content article-content articleContent article-con article_con contentText text_content news_content newsContent detail-content detail_content xl_content xxgk_content mainText'.split(
    ' ',
  ),
);

/** A sentence: prose is what has a stop and is longer than a menu. */
const isProse = ({ text, linked }: Block) =>
  text.length >= 15 && /[。；！？，]/.test(text) && linked * 2 < text.length;

/** A heading or a dateline of a report: short, but a part of it. */
const isPart = ({ text, isRow }: Block) =>
  isRow ||
  /^(?:第?[一二三四五六七八九十]{1,3}[、章节]|[（(][一二三四五六七八九十]{1,3}[）)])/.test(text) ||
  /^(?:[〇○零一二三四五六七八九十]{4}|\d{4})年.{1,3}月.{1,3}日$/.test(text);

/** Below these stand words, not parts of a page. */
const leaves = new Set('p h1 h2 h3 h4 h5 h6 li pre blockquote tr dt dd'.split(' '));

type Prose = ReadonlyMap<Element, number>;

/** Characters of prose below each element. */
export function countProse(blocks: readonly Block[]): Prose {
  const prose = new Map<Element, number>();
  for (const block of blocks) {
    if (!isProse(block) || whyLineIsChrome(block)) continue;
    for (const element of ancestorsOf(block.element)) {
      prose.set(element, (prose.get(element) ?? 0) + block.text.length);
    }
  }
  return prose;
}

/** Of the prose of a page, the share that must stand in an element to be what the page publishes. */
const namedShare = 0.5;
const wholeShare = 0.95;

/** The outermost element that a template names as its text and that holds most of the prose. */
function namedBody(root: Element, prose: Prose): Element | null {
  const all = prose.get(root) ?? 0;
  for (const element of elementsIn(root)) {
    const names = [attributeOf(element, 'id'), ...attributeOf(element, 'class').split(/\s+/)];
    if (!names.some((name) => bodyNames.has(name))) continue;
    if ((prose.get(element) ?? 0) > all * namedShare) return element;
  }
  return null;
}

/** Prose in the parts around, among the children of an element. */
const proseAround = (children: readonly Element[], prose: Prose): number =>
  children.filter(isChromeElement).reduce((sum, each) => sum + (prose.get(each) ?? 0), 0);

/** The child that holds nearly all prose of an element; what stands in parts around does not count. */
function childWithProse(element: Element, prose: Prose): Element | null {
  const all = prose.get(element) ?? 0;
  const children = element.childNodes.filter(isElement);
  const around = proseAround(children, prose);
  const found = children.find((child) => {
    const own = prose.get(child) ?? 0;
    if (leaves.has(child.tagName) || own <= all / 2) return false;
    return own > wholeShare * (all - (isChromeElement(child) ? around - own : around));
  });
  return found ?? null;
}

/**
 * The innermost element that holds what a page publishes: by its name, else by going down as long as one
 * child holds nearly all prose and no heading or dateline stands beside it.
 */
export function findBody(root: Element, blocks: readonly Block[], prose: Prose): Element {
  const named = namedBody(root, prose);
  if (named) return named;
  const parts = new Map<Element, number>();
  for (const block of blocks) {
    if (!isPart(block) || whyLineIsChrome(block)) continue;
    for (const element of ancestorsOf(block.element)) {
      parts.set(element, (parts.get(element) ?? 0) + 1);
    }
  }
  let body = root;
  for (;;) {
    const next = childWithProse(body, prose);
    if (!next || (parts.get(next) ?? 0) < (parts.get(body) ?? 0)) return body;
    body = next;
  }
}
