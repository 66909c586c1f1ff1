import type { PeriodBasis } from '../../vocabulary.ts';
import { sliceCodePoints } from '../../text/code-points.ts';
import { boundsOf } from './edtf-bounds.ts';
import type { DateBounds } from './edtf-bounds.ts';
import { resolveQuote } from './quotes.ts';
import type { PassagePlace, Quoted, Span } from './quotes.ts';
import type { PeriodFacts } from '../read/shapes/terms.ts';

export type ResolvedPeriod = {
  quote: Quoted;
  text: string;
  edtf: string | null;
  basis: PeriodBasis;
} & DateBounds;

/**
 * The period of a fact. Its words are the last ones of that wording in the stretch before the fact
 * ends, unless the curator quotes them.
 */
export function resolvePeriod(
  text: string,
  facts: PeriodFacts,
  { within, at, report }: PassagePlace,
): ResolvedPeriod | null {
  const words = facts.quote ?? lastOf(text, facts.text, within) ?? facts.text;
  const quote = resolveQuote(text, words, {
    within: facts.quote ? undefined : within,
    at: [...at, 'text'],
    report,
  });
  const days = facts.edtf === undefined ? untold : boundsOf(facts.edtf);
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

/** Words alone, such as 截至目前, tell no day. */
const untold: DateBounds = { start: null, end: null, year: null, isOpen: true };

/**
 * The year in which a period ends; null where it ends in one that is not told. `otherwise` is that of
 * what has no period, or one that is open.
 */
export function yearOf(
  period: ResolvedPeriod | null | undefined,
  otherwise: number | null = null,
): number | null {
  return period && !period.isOpen ? period.year : otherwise;
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
