import type { LeftOut } from '../document-parts.ts';
import type { PageLine } from './page-lines.ts';

/** Lines at the top and at the bottom of a page that may be running heads and feet. */
const edge = 2;

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

/** Parts running heads and feet and page numbers from what the pages say. */
export function partRunningLines(all: readonly (readonly PageLine[])[]): Running {
  const repeated = repeatedShapes(all);
  const isCounted = countPages(all);
  const leftOut: LeftOut[] = [];
  let address: string | null = null;
  const whyRunning = (line: PageLine): string | null => {
    const printed = printedFrom.exec(line.text)?.groups?.['address'];
    if (printed?.startsWith('http')) address = printed;
    if (printed !== undefined) return 'the address from which it was printed';
    if (numbered.test(line.text) && (isCounted || decorated.test(line.text)))
      return 'a page number';
    return repeated.has(shapeOf(line)) ? 'a running head or foot' : null;
  };
  const pages = all.map((page) => {
    const edges = new Set(edgesOf(page));
    return page.filter((line) => {
      const why = edges.has(line) ? whyRunning(line) : null;
      if (why !== null) leftOut.push({ text: line.text, why });
      return why === null;
    });
  });
  return { pages, leftOut, address };
}
