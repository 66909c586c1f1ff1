import { dayIn, readPublicationLine } from '../claims.ts';
import type { DocumentClaim, ReadDocument } from '../document.ts';
import type { Block } from './blocks.ts';
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

/** A heading that is no link, as the name of a site is. */
const isHeading = ({ element, isHidden, linked, text }: Block) =>
  element.tagName === 'h1' && !isHidden && text.length > 5 && linked * 2 < text.length;

function titleIn(elements: readonly Element[], blocks: readonly Block[]): DocumentClaim | null {
  const element = elements.find(({ tagName }) => tagName === 'title');
  const title = element ? clean(wordsOf(element)) : '';
  const shown = shownTitle(title, blocks);
  if (shown) return shown;
  const heading = blocks.find(isHeading);
  if (heading) return { value: heading.text, from: '<h1>' };
  const value = title.replace(siteBehind, '');
  return value ? { value, from: '<title>' } : null;
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
  return {
    title: meta('ArticleTitle') ?? titleIn(elements, blocks),
    publisher: source ?? meta('SiteName', 'og:site_name'),
    publishedOn:
      dated && day
        ? { value: day, from: dated.from }
        : (lines.map(({ publishedOn }) => publishedOn).find((each) => each !== null) ?? null),
    address: (url && /^https?:\/\//.test(url.value) ? url : null) ?? addressIn(page, elements),
  };
}
