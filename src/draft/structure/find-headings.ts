import type { RequiredPart } from '../../vocabulary.ts';
import { counts } from './heading.ts';
import type { Heading } from './heading.ts';
import { readMark } from './ladder.ts';
import type { Rung } from './ladder.ts';
import { sentenceEnd, splitAt } from './paragraph.ts';
import type { Paragraph } from './paragraph.ts';
import { looseHeading, openings, topicHeading, topicOf } from './headings-in-prose.ts';
import { partOfHeading } from './required-part.ts';
import { isTopicSentence } from './topic-sentence.ts';

const longestHeading = 60;
const longestPlain = 32;
const longestRunIn = 45;

/** Rungs whose points are sections once they have a heading; others only with a heading on its own line. */
const sectionRungs: ReadonlySet<Rung> = new Set(['PART', 'CHAPTER', 'SECTION', 'COMMA', 'BRACKET']);

const endsMark = /[。；！？：，、]$/u;

/** The places where the sections of a text begin, in order; `past` is the year up to which all is done, null where nobody knows. */
export function findHeadings(body: readonly Paragraph[], past: number | null): Heading[] {
  const headings: Heading[] = [];
  const hasTopics = body.filter((paragraph) => topicOf(paragraph) !== null).length >= 2;
  for (const [at, paragraph] of body.entries()) {
    const next = body[at + 1];
    const heading =
      ownLine(paragraph, next) ?? runIn(paragraph) ?? topicHeading(paragraph, hasTopics) ?? null;
    if (heading) headings.push(heading);
    const last = headings.at(-1);
    const opened = openings(paragraph, heading?.bodyStart ?? paragraph.start, { last, past });
    headings.push(...opened);
    const isBare = !heading && opened.length === 0;
    const loose = isBare ? looseHeading(paragraph, headings.at(-1), body[at - 1]) : null;
    if (loose) headings.push(loose);
  }
  return headings;
}

/** A heading that is a line of its own: （一）…, 第一章 …, 主要举措和成效. */
function ownLine(paragraph: Paragraph, next: Paragraph | undefined): Heading | null {
  const { start, end, words, mark } = paragraph;
  const from = mark?.length ?? 0;
  const heading = words.slice(from).replace(/[。：]$/u, '');
  const isLong = heading.length > (mark ? longestHeading : longestPlain);
  if (heading.length < 2 || isLong || /[。；！？]/u.test(heading)) return null;
  const part = partOfHeading(heading);
  const isHead = mark
    ? isMarkedHeading(paragraph, next, part)
    : isPlainHeading(paragraph, next, part);
  if (!isHead) return null;
  return {
    start,
    bodyStart: end,
    heading: { start: start + from, end: start + from + heading.length },
    rung: mark?.rung ?? 'PLAIN',
    ordinal: mark?.ordinal ?? 0,
    part,
    rule: mark ? 'heading-with-number' : 'heading-on-its-own-line',
    review: mark || part ? null : 'a short line without a number may be no heading',
  };
}

function isMarkedHeading(
  { words, mark }: Paragraph,
  next: Paragraph | undefined,
  part: RequiredPart | null,
): boolean {
  if (!mark || /[；，、]$/u.test(words)) return false;
  if (next === undefined) return part !== null && words.length < 30;
  // Points that stand beside each other without a body tell what they tell themselves.
  if (next.mark?.rung === mark.rung) return part !== null && !words.endsWith('。');
  if (!sectionRungs.has(mark.rung))
    return !endsMark.test(words) && !counts(words.slice(mark.length));
  return (
    !words.endsWith('。') ||
    (words.length <= longestRunIn && !/\d[\d.]*(?!\d|年)/u.test(words.slice(mark.length)))
  );
}

function isPlainHeading(
  { words }: Paragraph,
  next: Paragraph | undefined,
  part: RequiredPart | null,
): boolean {
  if (!next || !/\p{Script=Han}{2}/u.test(words) || /^[“（《]?各位/u.test(words)) return false;
  if (words.endsWith('：')) return part !== null && words.length <= 16;
  if (endsMark.test(words) || counts(words)) return false;
  return next.words.length > words.length || next.mark !== null;
}

/** A heading that runs into its paragraph behind a number: （一）加强组织领导。… */
function runIn(paragraph: Paragraph): Heading | null {
  const { start, words, mark } = paragraph;
  if (!mark || !(sectionRungs.has(mark.rung) || mark.rung === 'DOT')) return null;
  const [sentence] = splitAt(words, sentenceEnd, mark.length);
  if (!sentence || sentence.end >= words.length - 1) return null;
  if (hasSiblings(paragraph)) return null;
  const colon = words.slice(mark.length, mark.length + 22).search(/：/u);
  const end = colon > 2 ? mark.length + colon : sentence.end;
  const heading = words.slice(mark.length, end);
  if (heading.length > longestRunIn || /[；《]/u.test(heading) || counts(heading)) return null;
  // Points with smaller numbers are sections where they name a part of the report or announce what is told: 4.明年工作打算。
  const isNamed = partOfHeading(heading) !== null || isTopicSentence(heading);
  if (!sectionRungs.has(mark.rung) && !isNamed) return null;
  const hasComma = heading.split('，').length > 3;
  if (hasComma || /[了]/u.test(heading.replace(/了解/gu, ''))) return null;
  return {
    start,
    bodyStart: start + end + 1,
    heading: { start: start + mark.length, end: start + end },
    rung: mark.rung,
    ordinal: mark.ordinal,
    part: partOfHeading(heading),
    rule: 'heading-in-paragraph',
    review: null,
  };
}

/** Whether several points of one ladder share the paragraph: then none of them heads it. */
const hasSiblings = ({ words, mark }: Paragraph): boolean =>
  splitAt(words, /[。；]/, mark?.length ?? 0).some(
    ({ start }) => readMark(words.slice(start, start + 8))?.rung === mark?.rung,
  );
