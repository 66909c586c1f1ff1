import { sliceCodePoints } from '../../text/code-points.ts';
import type { RequiredPart } from '../../vocabulary.ts';
import type { DraftSection } from '../draft.ts';
import { bodyOf } from './body.ts';
import { findHeadings } from './find-headings.ts';
import type { Heading } from './heading.ts';
import { findParagraphs } from './paragraph.ts';
import { readAcross } from './reading.ts';
import type { Reading } from './reading.ts';
import type { ReadSection, Structure } from './section.ts';
import { settleParts } from './settle-parts.ts';

/**
 * The sections of a text, each before those within it. What stands before the first heading is a section
 * without heading; title, head, signature and what a page adds stand in none.
 */
export function findSections(text: string): DraftSection[] {
  const reading = readAcross(text);
  return draftSections(reading, findStructure(reading));
}

/** The sections as the draft tells them. */
export function draftSections(reading: Reading, { sections }: Structure): DraftSection[] {
  return sections.map(({ id, start, end, heading, part, within, rule, review }) => ({
    id,
    ...reading.spanOf(start, end),
    heading: heading && reading.spanOf(heading.start, heading.end),
    part,
    within,
    rule,
    review,
  }));
}

/** Finds the sections of a reading. */
export function findStructure(reading: Reading): Structure {
  const paragraphs = findParagraphs(reading.text);
  const body = bodyOf(paragraphs);
  const [first] = body;
  const last = body.at(-1);
  if (!first || !last) return { sections: [], body };
  const headings = findHeadings(body).filter((heading) => !isRow(reading, heading));
  const opensBare = headings[0]?.start !== first.start;
  const all = opensBare
    ? [beforeHeadings(first.start, headings.length > 0), ...headings]
    : headings;
  return { sections: settleParts(reading, paragraphs, nest(all, last.end)), body };
}

/** A row of a table, its cells parted by tabs or bars, is no heading, however short it is. */
function isRow({ stored, spanOf }: Reading, { rung, heading }: Heading): boolean {
  if (rung !== 'PLAIN' || !heading) return false;
  const { start, end } = spanOf(heading.start, heading.end);
  return /\S[ ]*[\t|][ ]*\S/.test(sliceCodePoints(stored, start, end));
}

const beforeHeadings = (start: number, hasHeadings: boolean): Heading => ({
  start,
  bodyStart: start,
  heading: null,
  rung: 'LOOSE',
  ordinal: 0,
  part: null,
  rule: hasHeadings ? 'before-first-heading' : 'text-without-headings',
  review: null,
});

type Open = { readonly heading: Heading; readonly id: string; readonly within: string | null };

/**
 * Nests sections by the order in which their ladders appear in this text: a ladder that is open already
 * continues there, one that is not opens a level below.
 */
function nest(headings: readonly Heading[], end: number): ReadSection[] {
  const open: Open[] = [];
  const sections: (ReadSection & { end: number })[] = [];
  const byId = new Map<string, { end: number }>();
  const close = (depth: number, at: number) => {
    for (const { id } of open.splice(depth)) {
      const section = byId.get(id);
      if (section) section.end = at;
    }
  };
  for (const [nth, heading] of headings.entries()) {
    close(depthOf(heading, open), heading.start);
    const id = `s${nth + 1}`;
    const within = open.at(-1)?.id ?? null;
    open.push({ heading, id, within });
    const { start, bodyStart, part, rule, review } = heading;
    const section = {
      id,
      start,
      end,
      heading: heading.heading,
      bodyStart,
      part,
      within,
      rule,
      review,
    };
    sections.push(section);
    byId.set(id, section);
  }
  return sections;
}

/** How many of the open sections stay open when a heading begins. */
function depthOf(heading: Heading, open: readonly Open[]): number {
  const same = open.findIndex((one) => one.heading.rung === heading.rung);
  // A paragraph that has no topic sentence stands beside those that have one.
  if (heading.rung === 'LOOSE') {
    return Math.max(
      0,
      open.findIndex(({ heading: { rung } }) => rung === 'TOPIC' || rung === 'LOOSE'),
    );
  }
  if (same >= 0) {
    const top = open.at(-1)?.heading.rung;
    // （一） behind words that open a part begins anew inside that part.
    if (heading.ordinal === 1 && top === 'OPENING') return open.length;
    return same;
  }
  if (open[0]?.heading.rung === 'LOOSE') return 0;
  // A heading of a required part without a number stands beside the others, not under the last of them.
  if ((heading.rung === 'PLAIN' || heading.rung === 'TOPIC') && heading.part !== null) return 0;
  return open.length;
}

/** The required part that a place of a text stands in, by the innermost section that names one; null where none does. */
export function partAt(
  sections: readonly Pick<DraftSection, 'start' | 'end' | 'part'>[],
  at: number,
): RequiredPart | null {
  return (
    sections.findLast(({ start, end, part }) => start <= at && at < end && part !== null)?.part ??
    null
  );
}
