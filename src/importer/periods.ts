import edtf from 'edtf';
import type { PeriodBasis } from '../vocabulary.ts';
import { sliceCodePoints } from '../text/code-points.ts';
import { resolveQuote } from './quotes.ts';
import type { Quoted, Span } from './quotes.ts';
import type { PeriodFacts } from './shape-terms.ts';
import type { Path } from './parse-source.ts';
import type { Report } from './source-file.ts';

export type ResolvedPeriod = {
  quote: Quoted;
  text: string;
  edtf: string | null;
  start: string | null;
  end: string | null;
  basis: PeriodBasis;
};

/**
 * The period of a fact. Its words are the last ones of that wording in the stretch before the fact
 * ends, unless the curator quotes them.
 */
export function resolvePeriod(
  text: string,
  facts: PeriodFacts,
  within: Span | undefined,
  at: Path,
  report: Report,
): ResolvedPeriod | null {
  const words = facts.quote ?? lastOf(text, facts.text, within) ?? facts.text;
  const quote = resolveQuote(
    text,
    words,
    facts.quote ? undefined : within,
    [...at, 'text'],
    report,
  );
  const days = facts.edtf === undefined ? { start: null, end: null } : daysOf(facts.edtf);
  if (!days) {
    report(
      [...at, 'edtf'],
      'period-not-edtf',
      `${JSON.stringify(facts.edtf)} is no EDTF.`,
      'Write it as in 2023, 2023-10, 2023-01/2023-06 or 2023/ (end unknown).',
    );
    return null;
  }
  if (!quote) return null;
  if (!quote.exact.includes(facts.text)) {
    report(
      [...at, 'quote'],
      'period-not-in-quote',
      `The quote does not hold the period’s words “${facts.text}”.`,
      'Quote the words that name the period.',
    );
    return null;
  }
  return { quote, text: facts.text, edtf: facts.edtf ?? null, ...days, basis: facts.basis };
}

/** The year in which a period ends; null where the text does not tell it. */
export function yearOf(period: ResolvedPeriod | null | undefined): number | null {
  return period?.end ? Number(period.end.slice(0, 4)) : null;
}

/** The words of a period in one spelling: 截止目前 is 截至目前, without spaces. */
export const keyOfPeriod = ({ text }: Pick<ResolvedPeriod, 'text'>): string =>
  text.replaceAll(/\s/g, '').replaceAll('截止', '截至');

/** The nearest words before the end of the stretch, told apart by what stands before them. */
function lastOf(text: string, words: string, within: Span | undefined) {
  if (!within) return null;
  const stretch = sliceCodePoints(text, within.start, within.end);
  const place = stretch.lastIndexOf(words);
  if (place < 0 || stretch.indexOf(words) === place) return null;
  return { exact: words, prefix: stretch.slice(Math.max(0, place - 12), place) };
}

/** First and last day of an EDTF text; null where an end is unknown, and for what is no EDTF. */
function daysOf(text: string): { start: string | null; end: string | null } | null {
  try {
    const { min, max } = edtf(text);
    return { start: dayOf(min), end: dayOf(max) };
  } catch {
    return null;
  }
}

function dayOf(time: number | null): string | null {
  return time === null || !Number.isFinite(time) ? null : new Date(time).toISOString().slice(0, 10);
}
