import { daysIn } from '../../text/written-day.ts';
import type { ReportKind } from '../../vocabulary.ts';
import type { DraftSpan } from '../draft.ts';
import { headLines, isDateLine, isSignature, titleIndex } from './body.ts';
import { findParagraphs } from './paragraph.ts';
import type { Paragraph } from './paragraph.ts';
import type { Reading } from './reading.ts';
import { yearOfReport } from './year-of-report.ts';
import type { ToldYear } from './year-of-report.ts';

/** What a text says of itself; null where it does not say it. `body` is what remains. */
export type DraftHead = {
  readonly title: DraftSpan | null;
  readonly kind: ReportKind;
  readonly year: ToldYear | null;
  readonly publisher: DraftSpan | null;
  /** The day on which it was signed or given. */
  readonly date: { readonly value: string; readonly quote: DraftSpan } | null;
};

/** Reads title, kind, year, publisher and date of a text from the text alone. */
export function findHead(reading: Reading): DraftHead {
  const paragraphs = findParagraphs(reading.text);
  const title = paragraphs[titleIndex(paragraphs)] ?? null;
  const opening = reading.text.slice(0, 600);
  const from = title && titleStart(paragraphs, title);
  return {
    title: title && reading.spanOf(from ?? title.start, title.end),
    kind: kindOf(title?.words ?? '', opening),
    year: yearOfReport(reading, paragraphs),
    publisher: publisherOf(reading, paragraphs, title),
    date: dateOf(reading, paragraphs),
  };
}

/** 兴和县人民政府⏎关于…的报告: a title that begins with 关于 begins with the body above it. */
function titleStart(paragraphs: readonly Paragraph[], title: Paragraph): number {
  const above = paragraphs[paragraphs.indexOf(title) - 1];
  return above && title.words.startsWith('关于') && isSignature(above.words)
    ? above.start
    : title.start;
}

function kindOf(title: string, opening: string): ReportKind {
  const words = title === '' ? opening : title;
  if (
    /政府工作报告/.test(title) ||
    /现在.{0,4}(?:我)?代表.{2,20}政府.{0,10}报告工作/.test(opening)
  ) {
    return 'WORK_REPORT';
  }
  if (/法治政府/.test(words) && /报告|总结|情况|年报/.test(words) && !/示范/.test(title)) {
    return 'STATUTORY_ANNUAL';
  }
  if (/(?:命名|获评|入选|创建|上榜).{0,60}示范(?:县|市|区|旗|地区|项目)/su.test(words))
    return 'MODEL_AREA';
  return 'OTHER';
}

function publisherOf(
  reading: Reading,
  paragraphs: readonly Paragraph[],
  title: Paragraph | null,
): DraftSpan | null {
  const signatures = paragraphs.slice(-5).filter(({ words }) => isSignature(words));
  const [signed, second] = signatures;
  const isJoint = signed && second && isCommittee(signed.words) && isGovernment(second.words);
  const signer = isJoint ? second : signed;
  if (signer) return governmentIn(reading, signer.start, signer.end);
  const named = /^(.{2,28}?(?:人民政府|政府|局|厅|委员会|委|院|办公室|部))(?:关于|20\d\d)/u.exec(
    title?.words ?? '',
  );
  if (title && named?.[1]) {
    return governmentIn(reading, title.start, title.start + named[1].length);
  }
  const reports =
    /([\p{Script=Han}]{2,16}(?:人民政府|局|厅|委员会|法院|检察院))(?:就|现将|将)/u.exec(
      reading.text.slice(0, 400),
    );
  const name = reports?.[1]?.replace(/^.*(?:规定|要求|精神)/u, '');
  if (!reports?.[1] || !name) return null;
  const end = reports.index + reports[1].length;
  return reading.spanOf(end - name.length, end);
}

const isCommittee = (words: string): boolean => /^中共.{1,20}委(?:员会)?$/u.test(words);
const isGovernment = (words: string): boolean => words.endsWith('政府');

/** 中共兴和县委 兴和县人民政府 are two bodies; the report is the government's. */
function governmentIn(reading: Reading, start: number, end: number): DraftSpan {
  const committee = /^中共\p{Script=Han}{1,20}?委(?:员会)?(?=\p{Script=Han}{2,}政府$)/u;
  const length = committee.exec(reading.text.slice(start, end))?.[0].length ?? 0;
  return reading.spanOf(start + length, end);
}

function dateOf(reading: Reading, paragraphs: readonly Paragraph[]): DraftHead['date'] {
  const lines = [...paragraphs.slice(-6).toReversed(), ...paragraphs.slice(0, headLines)];
  for (const { words, start, end } of lines) {
    if (!isDateLine(words)) continue;
    const [value] = daysIn(words);
    if (value !== undefined) return { value, quote: reading.spanOf(start, end) };
  }
  return null;
}
