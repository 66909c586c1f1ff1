import { countWhile, stretches } from './stretches.ts';
import { countCodePoints, sliceCodePoints } from '../../text/code-points.ts';
import type { Numeral, Quantity } from '../../text/numerals/numeral.ts';
import { quoted } from './quotes.ts';
import type { Quoted, Span } from './quotes.ts';
import type { OutcomeFacts } from '../read/shapes/facts.ts';
import type { Path } from '../read/parse-source.ts';
import type { ReportProblem } from '../read/source-file.ts';

/** A figure of the text as an outcome takes it: the reading, and the words with its classifier. */
export type ClaimedFigure = Quantity & { text: string; start: number; numeral: Numeral };

type UnclaimedFigure = Quantity & { numeral: Numeral };

/** What a unit is called in reports, longest first. */
type Classifiers = readonly string[];

/** The numerals of one report, with what has been claimed of them. */
export type FigureClaims = {
  all: readonly Numeral[];
  /** Keeps quiet of what nobody claims in a stretch where a problem is known already. */
  excuse: (stretch: Span) => void;
  isExcused: (numeral: Numeral) => boolean;
  /** By numeral: the row of the outcome that claims it. */
  owners: ReadonlyMap<Numeral, { code: string; outcomeId: number }>;
  /** The figure that an outcome states, or its baseline; null and a problem where there is none. */
  claim: (request: ClaimRequest) => ClaimedFigure | null;
};

type ClaimRequest = {
  facts: OutcomeFacts;
  outcomeId: number;
  field: 'value' | 'baseline' | 'change';
  value: number;
  classifiers: Classifiers;
  quote: Quoted;
  before?: number | undefined;
  at: Path;
};

export function figureClaimsOf(
  text: string,
  all: readonly Numeral[],
  report: ReportProblem,
): FigureClaims {
  const quantities = all.flatMap((numeral) => {
    const { quantity } = numeral;
    return quantity ? [{ ...quantity, numeral }] : [];
  });
  const owners: Claims['owners'] = new Map();
  const excused = stretches();
  const claims = { text, report, quantities, owners, excused };
  return {
    all,
    owners,
    excuse: excused.add,
    isExcused: excused.hold,
    claim(request) {
      const figures = equalFigures(claims, request);
      const claimed = figures && wordedFigure(claims, figures, request);
      if (!claimed || isRefused(claims, claimed, request)) return null;
      const { facts, outcomeId } = request;
      owners.set(claimed.numeral, { code: facts.code, outcomeId });
      return claimed;
    },
  };
}

/** What claims are held against. */
type Claims = {
  text: string;
  report: ReportProblem;
  quantities: readonly UnclaimedFigure[];
  owners: Map<Numeral, { code: string; outcomeId: number }>;
  excused: ReturnType<typeof stretches>;
};

/** The figures of the value that the request is about, of which there is one at least. */
function equalFigures(
  { quantities, report }: Claims,
  request: ClaimRequest,
): readonly UnclaimedFigure[] | null {
  const { facts, field, value, quote, before, at } = request;
  const last = Math.min(quote.end, before ?? Infinity);
  const from = countWhile(quantities, ({ number }) => number.start < quote.start);
  const end = countWhile(quantities, ({ number }) => number.start < last);
  const inside = quantities.slice(from, end).filter(({ number }) => number.end <= last);
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
  return field === 'baseline' ? equal : within(equal, { words: facts.figure, quote, at, report });
}

/** The one of them that has a classifier of the unit after it. */
function wordedFigure(
  { text, report }: Claims,
  figures: readonly UnclaimedFigure[],
  { facts, value, classifiers, quote, at }: ClaimRequest,
): ClaimedFigure | null {
  const worded = figures.flatMap((figure) => textOf(text, figure, classifiers) ?? []);
  const [only, ...others] = worded;
  if (only && others.length === 0) return only;
  if (only) {
    report(
      at,
      'ambiguous-figure',
      `${quoted(quote.exact)} shows ${value} more than once.`,
      'Say which by its words: figure: …',
    );
    return null;
  }
  const [first] = figures;
  const rest = first ? sliceCodePoints(text, first.number.end, first.number.end + 4) : '';
  report(
    [...at.slice(0, -1), 'unit'],
    'unit-not-as-written',
    `After ${value} the text has ${quoted(rest)}, which is no classifier of the unit ${JSON.stringify(facts.unit)}.`,
    'Take the unit that is meant, or add the classifier in vocabulary/units.yaml.',
  );
  return null;
}

/** Tells what speaks against a claim: that its words go on beyond the quote, or an earlier claim. */
function isRefused(
  { owners, excused, report }: Claims,
  claimed: ClaimedFigure,
  { quote, at }: ClaimRequest,
): boolean {
  if (claimed.numeral.start + countCodePoints(claimed.text) > quote.end) {
    report(
      at,
      'figure-cut-off',
      `${quoted(quote.exact)} ends before the classifier of ${quoted(claimed.text)}.`,
      'Quote up to the classifier (seed/CODEBOOK.md, Q1).',
    );
    excused.add(claimed.numeral);
    return true;
  }
  const owner = owners.get(claimed.numeral)?.code;
  if (owner === undefined) return false;
  report(
    at,
    'figure-claimed-twice',
    `${quoted(claimed.text)} at ${claimed.start} is already the figure of ${JSON.stringify(owner)}.`,
    'A figure of the text belongs to one outcome.',
  );
  return true;
}

/** Those figures that lie inside the words that the curator pointed to. */
function within(
  figures: readonly UnclaimedFigure[],
  pointed: { words: string | undefined; quote: Quoted; at: Path; report: ReportProblem },
): readonly UnclaimedFigure[] | null {
  const { words, quote, at, report } = pointed;
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
  return figures.filter(({ number }) => number.start >= start && number.end <= end);
}

/** The figure's words with its classifier, where the text has one of the unit's after it (or 百分之 before it). */
function textOf(
  text: string,
  figure: UnclaimedFigure,
  classifiers: Classifiers,
): ClaimedFigure | null {
  const { numeral, number } = figure;
  if (classifiers.includes(figure.unit) && /[百千]分之$/u.test(leadOf(text, figure))) {
    return { ...figure, text: numeral.text, start: number.start };
  }
  const rest = sliceCodePoints(text, number.end, number.end + 14);
  const more = /^[余多]?/u.exec(rest)?.[0] ?? '';
  const classifier = classifiers.find((word) => rest.startsWith(word, more.length));
  if (classifier === undefined) return null;
  const end = Math.max(numeral.end, number.end + more.length + countCodePoints(classifier));
  return { ...figure, text: sliceCodePoints(text, numeral.start, end), start: number.start };
}

/** What of a numeral stands before its number: 百分之 of 百分之九十五, which is its unit as well. */
const leadOf = (text: string, { numeral, number }: UnclaimedFigure) =>
  sliceCodePoints(text, numeral.start, number.start);
