import { counts } from './heading.ts';
import type { Heading } from './heading.ts';
import { readMark } from './ladder.ts';
import { sentenceEnd, splitAt } from './paragraph.ts';
import type { Paragraph } from './paragraph.ts';
import { partOfHeading, partOfOpening } from './required-part.ts';
import { isTopicSentence } from './topic-sentence.ts';

const bare = (start: number) => ({
  start,
  bodyStart: start,
  heading: null,
  ordinal: 0,
  part: null,
  review: null,
});

/** The end of the first sentence of a paragraph where it only announces what follows; else null. */
export function topicOf({ words, mark }: Paragraph): number | null {
  if (mark) return null;
  const [sentence] = splitAt(words, sentenceEnd);
  if (!sentence || sentence.end >= words.length - 1) return null;
  const first = words.slice(0, sentence.end);
  const isPart =
    first.length <= 26 &&
    !/解决|整改|针对|协调|督促|化解|排查|发现|汇报|听取/u.test(first) &&
    !/[，；：]/u.test(first) &&
    partOfHeading(first) !== null &&
    !counts(first);
  return isPart || isTopicSentence(first) ? sentence.end : null;
}

/** A topic sentence without a number is a heading where a point follows at once, or where others have one too. */
export function topicHeading(paragraph: Paragraph, hasTopics: boolean): Heading | null {
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

/** What stood before a paragraph: the last heading, and the year up to which all is past; null where nobody knows. */
type Before = { readonly last: Heading | undefined; readonly past: number | null };

/** Sentences of a paragraph that open the plan or the shortcomings without a heading. */
export function openings(paragraph: Paragraph, from: number, { last, past }: Before): Heading[] {
  const { start, words } = paragraph;
  const found: Heading[] = [];
  let part = last?.part ?? null;
  for (const sentence of splitAt(words, sentenceEnd, from - start)) {
    const opened = partOfOpening(words.slice(sentence.start, sentence.end), { part, past });
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

/** A paragraph without heading behind such sections: a section of its own; null where it is none. */
export function looseHeading(
  paragraph: Paragraph,
  last: Heading | undefined,
  before: Paragraph | undefined,
): Heading | null {
  if (!isLoose(paragraph, last, before)) return null;
  return { ...bare(paragraph.start), rung: 'LOOSE', rule: 'paragraph-without-heading' };
}
