import type { LeftOut } from '../document-parts.ts';
import type { PageLine } from './page-lines.ts';

/** Lines at the top and at the bottom of a page that may be running heads and feet. */
const edge = 2;

/** What runs stands apart from the text: by a gap that is so many times the usual one. */
const apart = 1.3;

const numbered =
  /^[-—–·•\s]*(?:第\s*)?(?<page>\d{1,4})(?:\s*页)?(?:\s*[/／,，共]\s*共?\s*\d{1,4}\s*页?)?[-—–·•\s]*$/;
const decorated = /^[-—–·•]\s*\d{1,4}\s*[-—–·•]$|^第\s*\d{1,4}\s*页/;
const printedFrom = /^(?<address>(?:https?|file):\/\/\S+)\s+\d+\/\d+$/;

/** A line without what differs from page to page. */
const shapeOf = ({ text }: PageLine) => text.replace(/\d+/g, '#').replace(/\s+/g, '');

const edgesOf = (page: readonly PageLine[]) => [
  ...page.slice(0, edge),
  ...page.slice(Math.max(edge, page.length - edge)),
];

/** Shapes that stand at the edge of half of the pages, of two at least. */
function repeatedShapes(pages: readonly (readonly PageLine[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const shape of new Set(edgesOf(page).map(shapeOf))) {
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
  }
  const needed = Math.max(2, pages.length / 2);
  return new Set([...counts].filter(([, count]) => count >= needed).map(([shape]) => shape));
}

/** Whether the numbers at the edges count the pages on. */
function countPages(pages: readonly (readonly PageLine[])[]): boolean {
  const first = pages.map((page, index) => {
    const numbers = edgesOf(page).map(({ text }) => numbered.exec(text)?.groups?.['page']);
    const found = numbers.findLast((number) => number !== undefined);
    return found === undefined ? null : Number(found) - index;
  });
  const known = first.filter((offset) => offset !== null);
  return known.length > 1 && known.every((offset) => offset === known[0]);
}

export type Running = {
  readonly pages: readonly (readonly PageLine[])[];
  readonly leftOut: readonly LeftOut[];
  /** The address from which a browser printed, as it stands at the foot of the pages. */
  readonly address: string | null;
};

/** The gap between two lines of a paragraph: a fourth of all gaps, at least, are no larger. */
function usualGap(pages: readonly (readonly PageLine[])[]): number {
  const gaps = pages.flatMap((page) =>
    page.slice(1).map((line, index) => Math.abs((page[index]?.base ?? 0) - line.base)),
  );
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 0;
}

/** How many lines run at the head of a page, or of one that is turned round at its foot. */
function countRunning(
  lines: readonly PageLine[],
  isRunning: (line: PageLine) => boolean,
  gap: number,
): number {
  for (let count = edge; count > 0; count -= 1) {
    const [last, next] = lines.slice(count - 1, count + 1);
    const isApart = last && (!next || Math.abs(last.base - next.base) > gap * apart);
    if (isApart && lines.slice(0, count).every(isRunning)) return count;
  }
  return 0;
}

/** Parts running heads and feet and page numbers from what the pages say. */
export function partRunningLines(all: readonly (readonly PageLine[])[]): Running {
  const repeated = repeatedShapes(all);
  const isCounted = countPages(all);
  const gap = usualGap(all);
  const leftOut: LeftOut[] = [];
  let address: string | null = null;
  const whyRunning = (line: PageLine): string | null => {
    if (printedFrom.test(line.text)) return 'the address from which it was printed';
    const isNumber = numbered.test(line.text) && (isCounted || decorated.test(line.text));
    if (isNumber) return 'a page number';
    const isSentence = /[。；，]/.test(line.text);
    return repeated.has(shapeOf(line)) && !isSentence ? 'a running head or foot' : null;
  };
  const leave = (line: PageLine) => {
    const printed = printedFrom.exec(line.text)?.groups?.['address'];
    if (printed?.startsWith('http')) address = printed;
    leftOut.push({ text: line.text, why: whyRunning(line) ?? '' });
  };
  const isRunning = (line: PageLine) => whyRunning(line) !== null;
  const pages = all.map((page) => {
    const above = countRunning(page, isRunning, gap);
    const below = countRunning(page.slice(above).toReversed(), isRunning, gap);
    for (const line of [...page.slice(0, above), ...page.slice(page.length - below)]) leave(line);
    return page.slice(above, page.length - below);
  });
  return { pages, leftOut, address };
}
