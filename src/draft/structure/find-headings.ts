import type { RequiredPart } from '../../vocabulary.ts';
import { readMark } from './ladder.ts';
import type { Rung } from './ladder.ts';
import { sentenceEnd, splitAt } from './paragraph.ts';
import type { Paragraph } from './paragraph.ts';
import type { Stretch } from './reading.ts';
import { partOfHeading, partOfOpening } from './required-part.ts';
import { isTopicSentence } from './topic-sentence.ts';

/**
 * A place where a section begins. `PLAIN` is a heading on its own line without a number, `TOPIC` the
 * first sentence of a paragraph, `OPENING` a sentence that opens a required part without any heading,
 * `LOOSE` a paragraph behind such sections that has none.
 */
type SectionRung = Rung | 'PLAIN' | 'TOPIC' | 'OPENING' | 'LOOSE';

export type Heading = {
  /** Where the section begins, its number included. */
  readonly start: number;
  /** Where what it heads begins. */
  readonly bodyStart: number;
  /** Without number; null where the section has no heading. */
  readonly heading: Stretch | null;
  readonly rung: SectionRung;
  readonly ordinal: number;
  readonly part: RequiredPart | null;
  readonly rule: string;
  readonly review: string | null;
};

const longestHeading = 60;
const longestPlain = 32;
const longestRunIn = 45;

/** Rungs whose points are sections once they have a heading; others only with a heading on its own line. */
const sectionRungs: ReadonlySet<Rung> = new Set(['PART', 'CHAPTER', 'SECTION', 'COMMA', 'BRACKET']);

/** Digits that count something; years and numbers of sessions stand in headings too. */
const counts = /\d[\d.,]*(?!\d|年|\.)|百分之/u;
const endsMark = /[。；！？：，、]$/u;

/** The places where the sections of a text begin, in order. */
export function findHeadings(body: readonly Paragraph[]): Heading[] {
  const headings: Heading[] = [];
  const hasTopics = body.filter((paragraph) => topicOf(paragraph) !== null).length >= 2;
  for (const [at, paragraph] of body.entries()) {
    const next = body[at + 1];
    const heading =
      ownLine(paragraph, next) ?? runIn(paragraph) ?? topic(paragraph, hasTopics) ?? null;
    if (heading) headings.push(heading);
    const opened = openings(paragraph, heading?.bodyStart ?? paragraph.start, headings.at(-1));
    headings.push(...opened);
    if (!heading && opened.length === 0 && isLoose(paragraph, headings.at(-1), body[at - 1])) {
      headings.push({ ...bare(paragraph.start), rung: 'LOOSE', rule: 'paragraph-without-heading' });
    }
  }
  return headings;
}

const bare = (start: number) => ({
  start,
  bodyStart: start,
  heading: null,
  ordinal: 0,
  part: null,
  review: null,
});

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
    return !endsMark.test(words) && !counts.test(words.slice(mark.length));
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
  if (endsMark.test(words) || counts.test(words)) return false;
  return next.words.length > words.length || next.mark !== null;
}

/** A heading that runs into its paragraph behind a number: （一）加强组织领导。… */
function runIn(paragraph: Paragraph): Heading | null {
  const { start, words, mark } = paragraph;
  if (!mark || !sectionRungs.has(mark.rung)) return null;
  const [sentence] = splitAt(words, sentenceEnd, mark.length);
  if (!sentence || sentence.end >= words.length - 1) return null;
  if (hasSiblings(paragraph)) return null;
  const colon = words.slice(mark.length, mark.length + 22).search(/：/u);
  const end = colon > 2 ? mark.length + colon : sentence.end;
  const heading = words.slice(mark.length, end);
  if (heading.length > longestRunIn || /[；《]/u.test(heading) || counts.test(heading)) return null;
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

/** The end of the first sentence of a paragraph where it only announces what follows; else null. */
function topicOf({ words, mark }: Paragraph): number | null {
  if (mark) return null;
  const [sentence] = splitAt(words, sentenceEnd);
  if (!sentence || sentence.end >= words.length - 1) return null;
  const first = words.slice(0, sentence.end);
  const isPart =
    first.length <= 26 &&
    !/解决|整改|针对|协调|督促|化解|排查|发现|汇报|听取/u.test(first) &&
    !/[，；：]/u.test(first) &&
    partOfHeading(first) !== null &&
    !counts.test(first);
  return isPart || isTopicSentence(first) ? sentence.end : null;
}

/** A topic sentence without a number is a heading where a point follows at once, or where others have one too. */
function topic(paragraph: Paragraph, hasTopics: boolean): Heading | null {
  const end = topicOf(paragraph);
  if (end === null) return null;
  const { start, words } = paragraph;
  const heading = words.slice(0, end);
  const hasPoints = readMark(words.slice(end + 1))?.rung === 'YISHI';
  const part = partOfHeading(heading);
  if (!hasPoints && !hasTopics && part === null) return null;
  return {
    start,
    bodyStart: start + end + 1,
    heading: { start, end: start + end },
    rung: 'TOPIC',
    ordinal: 0,
    part,
    rule: 'topic-sentence',
    review: hasPoints || part ? null : 'the first sentence of a paragraph is taken for its heading',
  };
}

/** Sentences of a paragraph that open the plan or the shortcomings without a heading. */
function openings(paragraph: Paragraph, from: number, last: Heading | undefined): Heading[] {
  const { start, words } = paragraph;
  const found: Heading[] = [];
  let part = last?.part ?? null;
  for (const sentence of splitAt(words, sentenceEnd, from - start)) {
    const opened = partOfOpening(words.slice(sentence.start, sentence.end));
    if (opened === null || opened === part) continue;
    // Points of shortcomings say of themselves that something is amiss.
    if (opened === 'SHORTCOMINGS' && part === 'PLAN') continue;
    part = opened;
    found.push({
      ...bare(start + sentence.start),
      rung: 'OPENING',
      part,
      rule: 'part-by-opening-words',
    });
  }
  return found;
}

/** A paragraph behind sections that are one paragraph each belongs to none of them. */
function isLoose(
  paragraph: Paragraph,
  last: Heading | undefined,
  before: Paragraph | undefined,
): boolean {
  return (
    last !== undefined &&
    (last.rung === 'TOPIC' || last.rung === 'LOOSE') &&
    last.part === null &&
    paragraph.mark === null &&
    before !== undefined &&
    last.start === before.start
  );
}
