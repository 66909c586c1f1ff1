import { cleanLine, raise } from '../document-parts.ts';
import { joinCells, placeCells } from '../table-row.ts';
import { listNumberOf } from './html-list.ts';
import { attributeOf, isElement, wordsOf } from './tree.ts';
import type { Element, Node } from './tree.ts';

/** A line of a page as a browser would show it. */
export type Block = {
  readonly text: string;
  /** Characters of it that are links. */
  readonly linked: number;
  /** The element that makes it a line. */
  readonly element: Element;
  readonly isHidden: boolean;
  /** Whether it is a row of a table, its cells parted by tabs. */
  readonly isRow: boolean;
};

/** What browsers show nothing of, or only as a control. */
const unshown = new Set(
  'head script style noscript template iframe object embed svg select button textarea input map audio video canvas'.split(
    ' ',
  ),
);

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr o:p q rb rp rt ruby s samp small span st1:chsdate strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const isHiddenBy = (element: Element) =>
  element.attrs.some(({ name }) => name === 'hidden') ||
  /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributeOf(element, 'style'));

/** White space of HTML; where it breaks the source between two Chinese characters, none is meant. */
const collapse = (text: string) =>
  text
    .replace(
      /(?<=[\p{Script=Han}，。；：、！？）》”])[ \t\f]*[\n\r][ \t\n\r\f]*(?=[\p{Script=Han}（《“])/gu,
      '',
    )
    .replace(/[ \t\n\r\f]+/g, ' ');

class Lines {
  readonly blocks: Block[] = [];
  #text = '';
  #linked = 0;

  add(text: string, isLink: boolean): void {
    this.#text += text;
    if (isLink) this.#linked += text.trim().length;
  }

  /** Adds what stands raised. */
  raise(text: string, isLink: boolean): void {
    this.add(raise(text, this.#text), isLink);
  }

  /** Ends a line that `element` holds. */
  end(element: Element, isHidden: boolean): void {
    const text = cleanLine(collapse(this.#text));
    if (text !== '' && text !== '\t') {
      this.blocks.push({ text, linked: this.#linked, element, isHidden, isRow: false });
    }
    this.#text = '';
    this.#linked = 0;
  }
}

type Surroundings = {
  readonly element: Element;
  readonly isLink: boolean;
  readonly isHidden: boolean;
};

function visit(node: Node, lines: Lines, around: Surroundings): void {
  if (node.nodeName === '#text') return lines.add(wordsOf(node), around.isLink);
  if (!isElement(node) || unshown.has(node.tagName)) return;
  const isHidden = around.isHidden || isHiddenBy(node);
  if (node.tagName === 'br') return lines.end(around.element, around.isHidden);
  if (node.tagName === 'sup') return lines.raise(wordsOf(node), around.isLink);
  if (node.tagName === 'rt' || node.tagName === 'rp') return;
  if (inline.has(node.tagName) && isHidden === around.isHidden) {
    const inside = { ...around, isLink: around.isLink || node.tagName === 'a' };
    for (const child of node.childNodes) visit(child, lines, inside);
    return;
  }
  lines.end(around.element, around.isHidden);
  if (node.tagName === 'tr') lines.blocks.push(...rowOf(node, isHidden));
  else {
    lines.add(listNumberOf(node), false);
    const inside = { element: node, isLink: around.isLink || node.tagName === 'a', isHidden };
    for (const child of node.childNodes) visit(child, lines, inside);
    lines.end(node, isHidden);
  }
}

/** By the part of a table: how many rows more each of its columns is covered from above. */
const covered = new WeakMap<object, number[]>();

function inColumns(row: Element, cells: readonly (readonly string[])[]): (readonly string[])[] {
  const part = row.parentNode ?? row;
  const isFirst = part.childNodes.find(isElement) === row;
  const below = (isFirst ? null : covered.get(part)) ?? [];
  covered.set(part, below);
  const elements = row.childNodes.filter(isElement);
  const spans = cells.map((cell, nth) => ({
    cell,
    columns: spanOf(elements[nth], 'colspan'),
    rows: spanOf(elements[nth], 'rowspan'),
  }));
  return placeCells(spans, below, []);
}

const spanOf = (cell: Element | undefined, name: string): number =>
  Math.max(1, Number.parseInt((cell && attributeOf(cell, name)) ?? '', 10) || 1);

/** The line of a row of data, or the lines of a row that only lays out the page. */
function rowOf(row: Element, isHidden: boolean): Block[] {
  const cells = row.childNodes.filter(isElement).map((cell) => blocksOf(cell, isHidden));
  const all = cells.flat();
  const length = all.reduce((sum, { text }) => sum + text.length, 0);
  const linked = all.reduce((sum, block) => sum + block.linked, 0);
  const isLayout = linked * 2 >= length || all.some((block) => block.isRow);
  const text = isLayout
    ? null
    : joinCells(
        inColumns(
          row,
          cells.map((cell) => cell.map((block) => block.text)),
        ),
      );
  if (text === null) return all;
  return [{ text, linked, element: row, isHidden, isRow: true }];
}

/** The lines below an element, in the order of the page. */
export function blocksOf(element: Element, isHidden = false): Block[] {
  const lines = new Lines();
  const hidden = isHidden || isHiddenBy(element);
  lines.add(listNumberOf(element), false);
  for (const child of element.childNodes) {
    visit(child, lines, { element, isLink: false, isHidden: hidden });
  }
  lines.end(element, hidden);
  return lines.blocks;
}
