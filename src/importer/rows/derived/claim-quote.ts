import { countCodePoints, sliceCodePoints } from '../../../text/code-points.ts';
import type { Path } from '../../read/parse-source.ts';
import type { QuotedFigure } from '../../read/shapes/figure.ts';
import { quoted, quotedSpan } from '../../resolve/quotes.ts';
import type { Quoted } from '../../resolve/quotes.ts';
import type { ResolvedSection } from '../../resolve/sections.ts';
import type { ReportContext } from '../report-context.ts';

/** The words that prove what claims a figure, and those of them that its figure stands in. */
export type ClaimQuote = { quote: Quoted; told: Quoted };

type QuotePlace = {
  section: ResolvedSection;
  at: Path;
  /**
   * The quote of the part before or, of a first part, of its whole; of an outcome that of the one before.
   * Null where it could not be found, undefined where there is none.
   */
  before?: Quoted | null | undefined;
};

/** The words of such a fact: as quoted, those of its statement, or the quote before it carried on. */
export function claimQuote(
  context: ReportContext,
  { quote, statement }: QuotedFigure,
  place: QuotePlace,
): ClaimQuote | null {
  const { section, at } = place;
  if (typeof quote === 'object' && 'to' in quote) return grownQuote(context, quote.to, place);
  const isStatement = quote === undefined;
  const words = quote ?? statement;
  if (words === undefined) {
    const help = 'Add quote: …; where a statement is given, its words are the quote.';
    context.report([...at, 'quote'], 'outcome-without-quote', 'No words prove it.', help);
    return null;
  }
  const found = context.quote(words, section, [...at, isStatement ? 'statement' : 'quote']);
  return found && { quote: found, told: found };
}

const endOfSentence = /[。！!？?\n]/u;

/** The quote before, carried on through words that stand behind it in its sentence. */
function grownQuote(
  { text, report }: ReportContext,
  to: string,
  { section, at, before }: QuotePlace,
): ClaimQuote | null {
  const place = [...at, 'quote', 'to'];
  if (before === null) return null;
  if (!before) {
    const message = 'There is no quote before it that it could carry on.';
    report(place, 'grown-quote', message, 'Quote the words themselves.');
    return null;
  }
  const rest = sliceCodePoints(text, before.end, section.end);
  const stop = endOfSentence.exec(rest)?.index ?? rest.length;
  const index = rest.slice(0, stop + to.length).indexOf(to);
  if (index < 0 || index > stop) {
    report(
      place,
      'grown-quote',
      `${quoted(to)} does not stand behind ${quoted(before.exact)} in its sentence.`,
      'Copy the words from report.txt, or quote the whole.',
    );
    return null;
  }
  const start = before.end + countCodePoints(rest.slice(0, index));
  const end = start + countCodePoints(to);
  return { quote: quotedSpan(text, before.start, end), told: quotedSpan(text, start, end) };
}
