import type { LinkBasis } from '../../../vocabulary.ts';
import type { Quoted, Span } from '../../resolve/quotes.ts';
import type { Path } from '../../read/parse-source.ts';
import type { Bilingual, Passage } from '../../read/shapes/terms.ts';
import type { ReportContext } from '../report-context.ts';

/** What a curator says of how two facts belong together. */
export type BasisFacts = {
  basis: LinkBasis;
  quote?: Passage | undefined;
  /** Instead of a quote, where one end’s words go on to the other’s. */
  from?: Passage | undefined;
  note?: Bilingual | undefined;
};

/** Holds a basis against what it needs: STATED rests on words, CURATED on a reason. */
export function checkBasis(
  { report }: ReportContext,
  { basis, quote, from, note }: BasisFacts,
  at: Path,
): void {
  if (basis === 'STATED' && quote === undefined && from === undefined) {
    const help =
      'Give the words that join them as quote: … (of a link also from: …), or choose another basis.';
    report(at, 'link-without-words', 'A STATED link rests on words.', help);
  }
  if (quote !== undefined && from !== undefined) {
    report(at, 'link-words-twice', 'A link has a quote or from, not both.', 'Leave one out.');
  }
  if (basis === 'CURATED' && note === undefined) {
    const help = 'Give it as note: {zh: …}.';
    report(at, 'link-without-note', 'A CURATED link needs a reason.', help);
  }
}

/** So many characters of an end must lie in the words that join it to the other. */
const leastShared = 2;

/** Whether the words that join two ends hold words of one of them. */
export const sharesWords = (joining: Span, end: readonly Span[]) =>
  end.some(
    (span) => Math.min(span.end, joining.end) - Math.max(span.start, joining.start) >= leastShared,
  );

/** The words by which a measure is joined to something that has no words beside it, if they are told. */
export function checkJoining(
  context: ReportContext,
  facts: BasisFacts,
  { words, at }: { words: readonly Span[]; at: Path },
): Quoted | null {
  checkBasis(context, facts, at);
  if (facts.quote === undefined) return null;
  const joining = context.quote(facts.quote, undefined, [...at, 'quote']);
  if (joining && facts.basis === 'STATED' && !sharesWords(joining, words)) {
    context.report(
      [...at, 'quote'],
      'link-without-ends',
      'The words that join them hold none of the measure.',
      'Quote words of the measure with those that point to the other, or choose another basis.',
    );
  }
  return joining;
}
