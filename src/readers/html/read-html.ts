import { decodeText, refuseBroken } from '../decode.ts';
import { textOfLines } from '../document-parts.ts';
import type { DocumentParts, LeftOut } from '../document-parts.ts';
import { UnreadableFile } from '../unreadable.ts';
import { blocksOf } from './blocks.ts';
import type { Block } from './blocks.ts';
import { isCatalogueLine, whyLineIsChrome, whySurroundingsAreChrome } from './chrome.ts';
import { countProse, findBody } from './find-body.ts';
import { claimsOf } from './page-claims.ts';
import { ancestorsOf, elementsIn, parsePage } from './tree.ts';
import type { Element } from './tree.ts';

type Sorted = { readonly text: string[]; readonly around: Block[]; readonly leftOut: LeftOut[] };

/** Lines of what is published, apart from those around it. */
function sortBlocks(blocks: readonly Block[], body: Element, prose: ReadonlyMap<Element, number>) {
  const sorted: Sorted = { text: [], around: [], leftOut: [] };
  const whole = prose.get(body) ?? 0;
  const isLarge = (element: Element) => (prose.get(element) ?? 0) * 2 > whole;
  let begun = false;
  for (const block of blocks) {
    const isInside = [...ancestorsOf(block.element)].includes(body);
    const isAbove = isInside && !begun && isCatalogueLine(block);
    const why = isInside
      ? ((isAbove ? 'what the catalogue says of the document' : null) ??
        whyLineIsChrome(block) ??
        whySurroundingsAreChrome(block, body, isLarge))
      : (whyLineIsChrome(block) ?? 'outside of what the page publishes');
    if (why) {
      sorted.around.push(block);
      sorted.leftOut.push({ text: block.text, why });
    } else {
      sorted.text.push(block.text);
      begun ||= /[。；]/.test(block.text);
    }
  }
  return sorted;
}

/**
 * A page saved from a site: what it publishes, without what stands around it.
 * @throws {UnreadableFile} where it publishes no sentence
 */
export function readHtml(bytes: Uint8Array): DocumentParts {
  const decoded = decodeText(bytes);
  const page = parsePage(decoded.text);
  const elements = elementsIn(page);
  const root = elements.find(({ tagName }) => tagName === 'body' || tagName === 'frameset');
  const blocks = root ? blocksOf(root) : [];
  const prose = countProse(blocks);
  if (!root || !prose.get(root)) {
    throw new UnreadableFile(
      'empty',
      'The page holds no sentence.',
      'Save it from the browser once it shows its text, or copy the text into a .txt file.',
    );
  }
  const body = findBody(root, blocks, prose);
  const { text: lines, around, leftOut } = sortBlocks(blocks, body, prose);
  const text = textOfLines(lines);
  refuseBroken({ text, isBroken: decoded.isBroken });
  return { text, ...claimsOf(decoded.text, elements, blocks, around), leftOut };
}
