import { cleanLine, raise } from '../document-parts.ts';
import type { LeftOut } from '../document-parts.ts';
import { joinCells, placeCells } from '../table-row.ts';
import type { Numbering } from './numbering.ts';
import { chainOf } from './styles.ts';
import type { Styles } from './styles.ts';
import { childOf, childrenOf, isOn, ownWords, valueOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** Words of elements that stand for themselves. */
const signs: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/** What is in a document and not in what it says, with its reason. */
const notSaid: Readonly<Record<string, string>> = {
  'w:del': 'deleted in a tracked change',
  'w:moveFrom': 'moved elsewhere in a tracked change',
};

const skipped = new Set([
  'w:pPr',
  'w:rPr',
  'w:instrText',
  'w:delText',
  'mc:Fallback',
  'w:softHyphen',
]);

/** All words below an element, whatever they stand in. */
export function wordsIn(element: XmlElement): string {
  const isWords = ['w:t', 'w:delText', 'm:t'].includes(element.name);
  return element.children
    .map((child) => (typeof child === 'string' ? (isWords ? child : '') : wordsIn(child)))
    .join('');
}

/** Reads the body of a document to lines, in its order. */
export class Paragraphs {
  readonly leftOut: LeftOut[] = [];
  /** The first paragraph whose style is the title's. */
  title: string | null = null;
  readonly #styles: Styles;
  readonly #numbering: Numbering;

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  /** The lines of all paragraphs and tables below an element. */
  linesOf(parent: XmlElement): string[] {
    return childrenOf(parent).flatMap((child) => {
      if (child.name === 'w:p') return this.#paragraph(child);
      if (child.name === 'w:tbl') return this.#table(child);
      if (child.name === 'w:sdt' && isContents(child)) {
        this.#leave(wordsIn(child), 'a table of contents');
        return [];
      }
      const isNotSaid = notSaid[child.name];
      if (isNotSaid) this.#leave(wordsIn(child), isNotSaid);
      return isNotSaid || skipped.has(child.name) ? [] : this.linesOf(child);
    });
  }

  #leave(text: string, why: string): void {
    const words = cleanLine(text);
    if (words !== '') this.leftOut.push({ text: words, why });
  }

  #paragraph(paragraph: XmlElement): string[] {
    const properties = childOf(paragraph, 'w:pPr');
    const styles = [...chainOf(this.#styles, valueOf(properties, 'w:pStyle'))];
    const isStyled = (name: RegExp) => styles.some(([, style]) => name.test(style.name));
    if (isStyled(/^toc \d$/)) {
      this.#leave(wordsIn(paragraph), 'a table of contents');
      return [];
    }
    const boxes: XmlElement[] = [];
    const words = this.#words(paragraph, boxes);
    const number = this.#numbering.next(properties);
    const [first = '', ...rest] = words.split('\n').map(cleanLine);
    const lines = [first && `${number}${first}`, ...rest].filter((line) => line !== '');
    if (isStyled(/^title$/)) this.title ??= lines.join('') || null;
    return [...lines, ...boxes.flatMap((box) => this.linesOf(box))];
  }

  /** The words of a paragraph; boxes of text that hang on it are put aside. */
  #words(element: XmlElement, boxes: XmlElement[]): string {
    let words = '';
    for (const child of childrenOf(element)) {
      const why = notSaid[child.name];
      if (child.name === 'w:t' || child.name === 'm:t') words += ownWords(child);
      else if (child.name === 'w:txbxContent') boxes.push(child);
      else if (isRaised(child)) words += raise(wordsIn(child), words);
      else if (child.name === 'w:r' && isOn(child, 'w:rPr', 'w:vanish')) {
        this.#leave(wordsIn(child), 'hidden in the document');
      } else if (child.name === 'w:sym') {
        this.#leave(`U+${child.attributes['w:char'] ?? ''}`, 'a sign of a font of symbols');
      } else if (why) this.#leave(wordsIn(child), why);
      else if (child.name === 'w:ruby')
        words += this.#words(childOf(child, 'w:rubyBase') ?? child, boxes);
      else if (!skipped.has(child.name)) words += signs[child.name] ?? this.#words(child, boxes);
    }
    return words;
  }

  #table(table: XmlElement): string[] {
    return unwrap(table, 'w:tr').flatMap((row) => {
      const cells = unwrap(row, 'w:tc');
      const lines = cells.map((cell) => this.linesOf(cell));
      const holdsTables = cells.some((cell) => childrenOf(cell, 'w:tbl').length > 0);
      const line = holdsTables
        ? null
        : joinCells(
            placeCells(
              cells.map((cell, nth) => ({
                cell: lines[nth] ?? [],
                columns: columnsOf(cell),
                rows: 1,
              })),
              [],
              [],
            ),
          );
      return line === null ? lines.flat() : [line];
    });
  }
}

const columnsOf = (cell: XmlElement): number =>
  Math.max(1, Number.parseInt(valueOf(cell, 'w:tcPr', 'w:gridSpan') ?? '', 10) || 1);

const isRaised = (run: XmlElement) =>
  run.name === 'w:r' && valueOf(run, 'w:rPr', 'w:vertAlign') === 'superscript';

const isContents = (block: XmlElement) =>
  /table of contents/i.test(valueOf(block, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery') ?? '');

/** Rows or cells, those included that stand in a control; deleted rows are none. */
function unwrap(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === name) return childOf(child, 'w:trPr', 'w:del') ? [] : [child];
    return ['w:sdt', 'w:sdtContent', 'w:ins', 'w:customXml'].includes(child.name)
      ? unwrap(child, name)
      : [];
  });
}
