import { sliceCodePoints } from '../../text/code-points.ts';
import { hiddenDifference } from '../../text/characters/invisible.ts';
import { locateQuote, mostPlaces } from '../../text/quote.ts';
import type { NearMiss } from '../../text/quote.ts';
import type { Passage } from '../read/shapes/terms.ts';
import type { Path } from '../read/parse-source.ts';
import type { ReportProblem } from '../read/source-file.ts';

/** Words of a report and where they stand: code points, start included, end excluded. */
export type Quoted = Span & { exact: string };

export type Span = { start: number; end: number };

/** Where a passage is told, and how to say that it is wrong. */
export type PassagePlace = {
  /** The stretch that its words must lie in. */
  within?: Span | undefined;
  at: Path;
  report: ReportProblem;
};

/** The words of a passage, however it was written. */
const wordsOf = (passage: Passage) => (typeof passage === 'string' ? { exact: passage } : passage);

/** Finds a passage in the text, or tells why it cannot be found and gives null. */
export function resolveQuote(
  text: string,
  passage: Passage,
  { within, at, report }: PassagePlace,
): Quoted | null {
  const { exact, prefix, suffix } = { prefix: undefined, suffix: undefined, ...wordsOf(passage) };
  const found = locateQuote(text, exact, { prefix, suffix, within });
  if (found.status === 'found') {
    const { start, end } = found;
    return { exact, start, end };
  }
  if (found.status === 'absent') {
    report(
      at,
      'absent-quote',
      `${quoted(exact)} does not stand in the text.`,
      nearBy(found.nearest, exact),
    );
    return null;
  }
  const places = found.places
    .slice(0, 4)
    .map((place) =>
      `…${place.prefix.slice(-6)}[${exact}]${place.suffix.slice(0, 6)}…`.replaceAll('\n', '⏎'),
    );
  report(
    at,
    'ambiguous-quote',
    `${quoted(exact)} stands ${found.places.length} times${found.places.length === mostPlaces ? ' or more' : ''}: ${places.join(' ')}.`,
    'Quote more words, or say what stands beside them: {exact: …, prefix: …, suffix: …}.',
  );
  return null;
}

/** The words of a stretch of the text, as if they had been quoted. */
export function quotedSpan(text: string, start: number, end: number): Quoted {
  return { exact: sliceCodePoints(text, start, end), start, end };
}

function nearBy(nearest: NearMiss | null, wanted: string): string {
  if (!nearest) return 'Copy the words from report.txt.';
  const { why, exact, prefix, suffix } = nearest;
  switch (why) {
    case 'CONTEXT':
      return `The words are there, but beside them stands …${quoted(prefix)} and ${quoted(suffix)}….`;
    case 'OUTSIDE':
      return `The words stand elsewhere, at ${nearest.start}, outside of the section or stretch that this is about.`;
    case 'FOLDED':
      return folded(exact, wanted);
    case 'LEADING_RUN':
      return `The text has ${quoted(exact)}, but goes on with ${quoted(suffix)}.`;
  }
}

/** Names the character that nobody sees, where it is one that makes the difference. */
function folded(exact: string, wanted: string): string {
  const hidden = hiddenDifference(exact, wanted);
  if (hidden === null) {
    return `The text has ${quoted(exact)}, which differs in width, spaces or punctuation: copy it.`;
  }
  return hidden.isInFirst
    ? `The text has ${quoted(exact)}, which holds ${hidden.name}: copy it.`
    : `The text has ${quoted(exact)}; the quote holds ${hidden.name}: remove it.`;
}

export const quoted = (words: string) => `“${words.replaceAll('\n', '⏎')}”`;
