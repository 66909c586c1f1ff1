import type { Figure } from '../text/figure.ts';
import { countCodePoints, sliceCodePoints } from '../text/code-points.ts';
import { quoted } from './quotes.ts';
import type { Quoted } from './quotes.ts';
import type { OutcomeFacts } from './shape.ts';
import type { Path, Report } from './source-file.ts';

/** A figure of the text as an outcome takes it: the reading, and the words with its classifier. */
export type Claimed = Figure & { text: string };

/** What a unit is called in reports, longest first. */
type Classifiers = readonly string[];

/** The figures of one report, with what has been claimed of them. */
export type Figures = {
  /** The figure that an outcome states, or its baseline; null and a problem where there is none. */
  claim: (request: {
    facts: OutcomeFacts;
    field: 'value' | 'baseline';
    value: number;
    classifiers: Classifiers;
    quote: Quoted;
    before?: number | undefined;
    at: Path;
  }) => Claimed | null;
};

export function figuresOf(text: string, all: readonly Figure[], report: Report): Figures {
  const owners = new Map<Figure, string>();
  return {
    claim({ facts, field, value, classifiers, quote, before, at }) {
      const inside = all.filter(
        ({ start, end }) => start >= quote.start && end <= Math.min(quote.end, before ?? Infinity),
      );
      const equal = inside.filter((figure) => figure.value === value);
      if (equal.length === 0) {
        const shown = inside.map((figure) => figure.value);
        report(
          at,
          'figure-not-in-quote',
          `${value} cannot be read in ${quoted(quote.exact)}.`,
          shown.length > 0
            ? `The quote shows ${shown.join(', ')}.`
            : 'The quote shows no figure; quote the words that hold it.',
        );
        return null;
      }
      const pointed = field === 'value' ? within(equal, facts.figure, quote, at, report) : equal;
      if (!pointed) return null;
      const worded = pointed.flatMap((figure) => textOf(text, figure, classifiers) ?? []);
      if (worded.length === 0) {
        const [first] = pointed;
        const rest = first ? sliceCodePoints(text, first.end, first.end + 4) : '';
        report(
          [...at.slice(0, -1), 'unit'],
          'unit-not-as-written',
          `After ${value} the text has ${quoted(rest)}, which is no classifier of the unit ${JSON.stringify(facts.unit)}.`,
          'Take the unit that is meant, or add the classifier in vocabulary/units.yaml.',
        );
        return null;
      }
      const [claimed, ...others] = worded;
      if (!claimed || others.length > 0) {
        report(
          at,
          'ambiguous-figure',
          `${quoted(quote.exact)} shows ${value} more than once.`,
          'Say which by its words: figure: …',
        );
        return null;
      }
      const source = all.find(({ start }) => start === claimed.start);
      const owner = source && owners.get(source);
      if (owner !== undefined) {
        report(
          at,
          'figure-claimed-twice',
          `${quoted(claimed.text)} at ${claimed.start} is already the figure of ${JSON.stringify(owner)}.`,
          'A figure of the text belongs to one outcome.',
        );
        return null;
      }
      if (source) owners.set(source, facts.code);
      return claimed;
    },
  };
}

/** Those figures that lie inside the words that the curator pointed to. */
function within(
  figures: readonly Figure[],
  words: string | undefined,
  quote: Quoted,
  at: Path,
  report: Report,
): readonly Figure[] | null {
  if (words === undefined) return figures;
  const place = quote.exact.indexOf(words);
  if (place < 0) {
    report(
      [...at.slice(0, -1), 'figure'],
      'figure-not-in-quote',
      `${quoted(words)} does not stand in ${quoted(quote.exact)}.`,
      'Copy the figure’s words from the quote.',
    );
    return null;
  }
  const start = quote.start + countCodePoints(quote.exact.slice(0, place));
  const end = start + countCodePoints(words);
  return figures.filter((figure) => figure.start >= start && figure.end <= end);
}

/** The figure's words with its classifier, where the text has one of the unit's after it. */
function textOf(text: string, figure: Figure, classifiers: Classifiers): Claimed | null {
  const rest = sliceCodePoints(text, figure.end, figure.end + 12);
  const classifier = classifiers.find((word) => rest.startsWith(word));
  if (classifier === undefined) return null;
  const words = sliceCodePoints(text, figure.qualifierStart, figure.end) + classifier;
  return { ...figure, text: words };
}
