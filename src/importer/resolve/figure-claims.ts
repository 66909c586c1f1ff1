import { countWhile, stretches } from './stretches.ts';
import { countCodePoints, sliceCodePoints } from '../../text/code-points.ts';
import type { Numeral, Quantity } from '../../text/numerals/numeral.ts';
import { simplifyText } from '../../text/simplify.ts';
import { percentOf } from '../../text/numerals/numbers/ratio.ts';
import { quoted } from './quotes.ts';
import type { Quoted, Span } from './quotes.ts';
import type { FigureFacts } from '../read/shapes/figure.ts';
import type { Path } from '../read/parse-source.ts';
import type { ReportProblem } from '../read/source-file.ts';
import type { ClaimKind } from '../../vocabulary.ts';

/** What claims a figure: its kind, its code and its row. */
export type Claimant = { kind: ClaimKind; code: string; id: number };

/** A figure of the text as a fact takes it: the reading, and the words with its classifier. */
export type ClaimedFigure = Quantity & { text: string; start: number; numeral: Numeral };

type UnclaimedFigure = Quantity & { numeral: Numeral };

/** What a unit is called in reports, longest first. */
type Classifiers = readonly string[];

/** The unit that a figure is claimed in, and what the outcome has it from; null where it states it. */
type ClaimedUnit = { code: string; classifiers: Classifiers; from: string | null };

/** The numerals of one report, with what has been claimed of them. */
export type FigureClaims = {
  all: readonly Numeral[];
  /** Keeps quiet of what nobody claims in a stretch where a problem is known already. */
  excuse: (stretch: Span) => void;
  isExcused: (numeral: Numeral) => boolean;
  /** By numeral: the fact that claims it. */
  owners: ReadonlyMap<Numeral, Claimant>;
  /** The row of the outcome that claims a numeral, if one does. */
  outcomeOf: (numeral: Numeral) => number | undefined;
  /** The figure that a fact states, or its baseline; null and a problem where there is none. */
  claim: (request: ClaimRequest) => ClaimedFigure | null;
};

type ClaimRequest = {
  facts: FigureFacts;
  claimant: Claimant;
  field: 'value' | 'baseline' | 'change';
  value: number;
  unit: ClaimedUnit;
  quote: Quoted;
  before?: number | undefined;
  at: Path;
};

export function figureClaimsOf(
  text: string,
  all: readonly Numeral[],
  report: ReportProblem,
): FigureClaims {
  const quantities = all.flatMap(figuresOf);
  const owners: Claims['owners'] = new Map();
  const excused = stretches();
  const claims = { text, report, quantities, owners, excused };
  return {
    all,
    owners,
    outcomeOf(numeral) {
      const owner = owners.get(numeral);
      return owner?.kind === 'OUTCOME' ? owner.id : undefined;
    },
    excuse: excused.add,
    isExcused: excused.hold,
    claim(request) {
      const figures = equalFigures(claims, request);
      const claimed = figures && wordedFigure(claims, figures, request);
      if (!claimed || isRefused(claims, claimed, request)) return null;
      owners.set(claimed.numeral, request.claimant);
      return claimed;
    },
  };
}

/** What claims are held against. */
type Claims = {
  text: string;
  report: ReportProblem;
  quantities: readonly UnclaimedFigure[];
  owners: Map<Numeral, Claimant>;
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
  const equal = inside.flatMap((figure) => asClaimed(figure, request) ?? []);
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
  { value, unit, quote, at }: ClaimRequest,
): ClaimedFigure | null {
  const worded = figures.flatMap((figure) => textOf(text, figure, unit.classifiers) ?? []);
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
    `After ${value} the text has ${quoted(rest)}, which is no classifier of the unit ${JSON.stringify(unit.code)}${unit.from === null ? '' : ` that it has from ${unit.from}`}.`,
    unit.from === null
      ? 'Take the unit that is meant, or add the classifier in vocabulary/units.yaml.'
      : 'State its own: unit: …',
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
    'A figure of the text belongs to one outcome, target or problem.',
  );
  return true;
}

/** A quantity as it is read, or each reading of a number that can be read in several ways. */
function figuresOf(numeral: Numeral): UnclaimedFigure[] {
  const { quantity, unread } = numeral;
  if (quantity) return [{ ...quantity, numeral }];
  if (!unread) return [];
  const { readings, unit, number } = unread;
  const bounds = { minimum: null, maximum: null, qualifier: 'EXACT' } as const;
  return readings.map((value) => {
    return { ...bounds, value, unit, number, perHead: false, change: null, numeral };
  });
}

/**
 * The figure in the unit of the claim, where its value is the one that is claimed; else null. 三成 can be
 * claimed as 30 %; what a change is by is told without its sign.
 */
function asClaimed(
  figure: UnclaimedFigure,
  { field, value, unit }: ClaimRequest,
): UnclaimedFigure | null {
  const isClaimed = (read: number) =>
    field === 'change' ? Math.abs(read) === Math.abs(value) : read === value;
  if (isClaimed(figure.value)) return figure;
  const percent = percentOf(figure.unit);
  if (unit.code !== '%' || percent === null || percent === 1) return null;
  const scale = (read: number | null) =>
    read === null ? null : Number((read * percent).toPrecision(12));
  const scaled = scale(figure.value) ?? figure.value;
  if (!isClaimed(scaled)) return null;
  const { minimum, maximum } = figure;
  return { ...figure, value: scaled, minimum: scale(minimum), maximum: scale(maximum) };
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

/** What may stand between a number and its classifier, and is not seen. */
const unseen = /^[\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff]*/;

/** The figure's words with its classifier, where the text has one of the unit's after it. */
function textOf(
  text: string,
  figure: UnclaimedFigure,
  classifiers: Classifiers,
): ClaimedFigure | null {
  const { numeral, number, unit } = figure;
  const isPart = percentOf(unit) !== null && classifiers.some((word) => percentOf(word) !== null);
  const rest = simplifyText(sliceCodePoints(text, number.end, number.end + 20));
  const more = /^[余多]?/u.exec(rest)?.[0] ?? '';
  const gap = unseen.exec(rest.slice(more.length))?.[0] ?? '';
  const at = more.length + gap.length;
  const classifier = classifiers.find((word) => rest.startsWith(word, at));
  // 百分之五 has its unit before the number, and 三成 is 30 %.
  if (classifier === undefined && !isPart) return null;
  const length = classifier === undefined ? 0 : at + countCodePoints(classifier);
  const end = Math.max(numeral.end, number.end + length);
  return { ...figure, text: sliceCodePoints(text, numeral.start, end), start: number.start };
}
