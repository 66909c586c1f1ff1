import { countCodePoints, sliceCodePoints } from '../../text/code-points.ts';
import { codesOf } from './codes.ts';
import { quoted, resolveQuote } from './quotes.ts';
import type { Facts } from '../read/shapes/facts.ts';
import type { ReportProblem } from '../read/source-file.ts';

export type ResolvedSection = {
  facts: Facts['sections'][number];
  /** The place of the section that it stands in, among all; null for one at the top. */
  parent: number | null;
  start: number;
  end: number;
  text: string;
};

/**
 * The sections of a report: each from its first words to the next one's, together the whole text.
 * Null where any of them cannot be placed, since no other quote could then be looked for in its own.
 */
export function resolveSections(
  text: string,
  { sections }: Facts,
  report: ReportProblem,
): ResolvedSection[] | null {
  const codes = codesOf('section');
  const length = countCodePoints(text);
  const starts = sections.map(({ code, starts: first, heading }, index) => {
    const at = ['sections', index];
    codes.take(code, index, [...at, 'code'], report);
    const words = first ?? heading;
    if (words === undefined) {
      const message = 'Nothing says where the section starts.';
      report([...at, 'starts'], 'section-without-start', message, 'Add its heading, or starts: …');
      return undefined;
    }
    const field = first === undefined ? 'heading' : 'starts';
    return resolveQuote(text, words, { at: [...at, field], report })?.start;
  });
  let inOrder = true;
  starts.forEach((start, index) => {
    const before = index === 0 ? -1 : starts[index - 1];
    if (start === undefined || before === undefined) return;
    if (index === 0 ? start !== 0 : start <= before) {
      inOrder = false;
      report(
        ['sections', index, 'starts'],
        'section-order',
        index === 0
          ? 'The first section does not begin with the text.'
          : `This section starts at ${start}, before the one above it.`,
        'Sections stand in the order of the text and hold all of it.',
      );
    }
  });
  if (!inOrder || starts.includes(undefined)) return null;
  const parents = parentsOf(sections, report);
  return sections.map((facts, index) => {
    const start = starts[index] ?? 0;
    const end = starts[index + 1] ?? length;
    const own = sliceCodePoints(text, start, end);
    if (facts.heading !== undefined && !own.includes(facts.heading)) {
      report(
        ['sections', index, 'heading'],
        'absent-quote',
        `${quoted(facts.heading)} does not stand in its section.`,
        'Copy the heading from report.txt, or leave it out.',
      );
    }
    return { facts, parent: parents[index] ?? null, start, end, text: own };
  });
}

/** In which section each stands: the last one above it that is less deep. No depth may be left out. */
function parentsOf(sections: Facts['sections'], report: ReportProblem): (number | null)[] {
  const open: number[] = [];
  return sections.map(({ depth }, index) => {
    if (depth > open.length + 1) {
      report(
        ['sections', index, 'depth'],
        'section-depth',
        `A section of depth ${depth} stands under none of depth ${depth - 1}.`,
        `Give it depth ${open.length + 1} at the most, or add the section that it stands in.`,
      );
    }
    open.length = Math.min(open.length, depth - 1);
    const parent = open.at(-1) ?? null;
    open.push(index);
    return parent;
  });
}
