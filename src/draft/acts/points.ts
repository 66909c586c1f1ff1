import { readMark } from '../structure/ladder.ts';
import type { LadderMark, Rung } from '../structure/ladder.ts';
import { splitAt } from '../structure/paragraph.ts';
import type { Structure } from '../structure/section.ts';
import type { Stretch } from '../structure/reading.ts';

/** A point (要点): from its number to the next, or a paragraph without numbers; its number left out. */
export type Point = Stretch & {
  /** The section that it stands in. */
  readonly section: string;
  readonly isNumbered: boolean;
  /** The ladder of its number; null where it has none. */
  readonly rung: Rung | null;
};

/** The points of a text, in order; headings of sections stand in none. */
export function findPoints(text: string, { sections, body }: Structure): Point[] {
  const points: Point[] = [];
  let first = 0;
  for (const [nth, section] of sections.entries()) {
    const end = sections[nth + 1]?.start ?? section.end;
    // Both are in the order of the text: paragraphs that ended before are not looked at again.
    while ((body[first]?.end ?? Infinity) <= section.bodyStart) first += 1;
    for (let at = first; (body[at]?.start ?? end) < end; at += 1) {
      const paragraph = body[at];
      if (!paragraph) break;
      const start = Math.max(paragraph.start, section.bodyStart);
      const stop = Math.min(paragraph.end, end);
      if (start < stop) points.push(...pointsIn(text, section.id, start, stop));
    }
  }
  return points;
}

function pointsIn(text: string, section: string, from: number, to: number): Point[] {
  const points: Point[] = [];
  let [start, isNumbered] = [from, false];
  let last: LadderMark | null = null;
  const close = (end: number) => {
    if (end > start) points.push({ start, end, section, isNumbered, rung: last?.rung ?? null });
  };
  for (const clause of splitAt(text, /[，；。！？：]/, from, to)) {
    const mark = readMark(text.slice(clause.start, clause.start + 12));
    if (!mark) continue;
    const isHead = clause.start === from;
    if (!isHead && !opensPoint(text.charAt(clause.start - 1), mark, last)) continue;
    close(clause.start);
    [start, isNumbered, last] = [clause.start + mark.length, true, mark];
  }
  close(to);
  return points;
}

/** A number opens a point in order, or behind the mark that ends a sentence. */
function opensPoint(before: string, mark: LadderMark, last: LadderMark | null): boolean {
  const isNext = last?.rung === mark.rung ? mark.ordinal === last.ordinal + 1 : mark.ordinal === 1;
  if (mark.rung === 'YISHI') return isNext || before !== '，';
  if (mark.rung === 'DASH' || mark.rung === 'BULLET') return before !== '，';
  return isNext && before !== '，';
}
