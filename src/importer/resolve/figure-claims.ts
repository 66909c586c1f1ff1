import { stretches } from './stretches.ts';
import { countCodePoints, sliceCodePoints } from '../../text/code-points.ts';
import { countWhile } from '../../text/count-while.ts';
import type { Numeral } from '../../text/numerals/numeral.ts';
import { simplifyText } from '../../text/characters/simplify.ts';
import { inPerCent, percentOf } from '../../text/numerals/numbers/ratio.ts';
import { quoted } from './quotes.ts';
import type { Quoted, Span } from './quotes.ts';
import type { Path } from '../read/parse-source.ts';
import type { ReportProblem } from '../read/source-file.ts';
import { rankOf } from '../../text/numerals/names/rank-value.ts';
import { isRefused } from './refuse-claim.ts';
import type {
  Claimant,
  ClaimedFigure,
  ClaimRequest,
  Claims,
  Classifiers,
  UnclaimedFigure,
} from './claim-request.ts';
import { changeVerbOf } from './change-verb.ts';
import { pointWords } from './unit-words.ts';

/** The numerals of one report, with what has been claimed of them. */
export type FigureClaims = {
  all: readonly Numeral[];
  /** Keeps quiet of what nobody claims in a stretch where a problem is known already. */
  excuse: (stretch: Span) => void;
  isExcused: (numeral: Numeral) => boolean;
  /** By numeral: the facts that claim it, mostly one. */
  owners: ReadonlyMap<Numeral, readonly Claimant[]>;
  /** The row of the outcome that alone claims a numeral, if one does. */
  outcomeOf: (numeral: Numeral) => number | undefined;
  /** The numerals that an outcome claims, in the order of the text. */
  numeralsOf: (outcomeId: number) => readonly Numeral[];
  /** The figure that a fact states, or its baseline; null and a problem where there is none. */
  claim: (request: ClaimRequest) => ClaimedFigure | null;
};

export function figureClaimsOf(
  text: string,
  all: readonly Numeral[],
  report: ReportProblem,
): FigureClaims {
  const quantities = all.flatMap(figuresOf);
  const ranks = all.flatMap(ranksOf);
  const told = { text, figures: all.filter(({ kind }) => kind === 'QUANTITY') };
  const owners: Claims['owners'] = new Map();
  const excused = stretches();
  const byOutcome = new Map<number, Set<Numeral>>();
  const claims = { text, report, quantities, ranks, told, owners, excused };
  return {
    all,
    owners,
    outcomeOf(numeral) {
      const [owner, ...others] = owners.get(numeral) ?? [];
      return owner?.kind === 'OUTCOME' && others.length === 0 ? owner.id : undefined;
    },
    numeralsOf: (outcomeId) =>
      [...(byOutcome.get(outcomeId) ?? [])].toSorted((one, other) => one.start - other.start),
    excuse: excused.add,
    isExcused: excused.hold,
    claim(request) {
      const figures = equalFigures(claims, request);
      const claimed = figures && wordedFigure(claims, figures, request);
      if (!claimed || isRefused(claims, claimed, request)) return null;
      const { kind, id } = request.claimant;
      owners.set(claimed.numeral, [...(owners.get(claimed.numeral) ?? []), request.claimant]);
      if (kind === 'OUTCOME') {
        byOutcome.set(id, (byOutcome.get(id) ?? new Set()).add(claimed.numeral));
      }
      return claimed;
    },
  };
}

/** The figures of the value that the request is about, of which there is one at least. */
function equalFigures(claims: Claims, request: ClaimRequest): readonly UnclaimedFigure[] | null {
  const { report } = claims;
  const quantities = request.isRank ? claims.ranks : claims.quantities;
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
  const isLevel = field === 'value' || field === 'rank';
  if (!isLevel) return field === 'change' ? changesAmong(claims, equal, request) : equal;
  const pointed = within(equal, { words: facts.figure, quote, at, report });
  const isMoved = facts.change !== undefined || facts.changePercent !== undefined;
  return isMoved && !request.isRank ? levelsAmong(claims, pointed) : pointed;
}

/** Of figures that are equal those that a verb makes the amount of a change, and that the fact has not taken; all, where none is. */
function changesAmong(
  { text, owners, report }: Claims,
  equal: readonly UnclaimedFigure[],
  { facts, claimant, quote, at }: ClaimRequest,
): readonly UnclaimedFigure[] | null {
  if (facts.value === undefined && facts.rank === undefined) {
    return within(equal, { words: facts.figure, quote, at, report });
  }
  const amounts = equal.filter(
    (figure) =>
      changeVerbOf(text, figure) &&
      !owners.get(figure.numeral)?.some(({ id }) => id === claimant.id),
  );
  return amounts.length > 0 ? amounts : equal;
}

/** Of figures that are equal those that no verb makes the amount of a change; all, where each is one. */
function levelsAmong(
  { text }: Claims,
  equal: readonly UnclaimedFigure[] | null,
): readonly UnclaimedFigure[] | null {
  const levels = equal?.filter((figure) => !changeVerbOf(text, figure)) ?? [];
  return levels.length > 0 ? levels : equal;
}

/** The one of them that has a classifier of the unit after it. */
function wordedFigure(
  { text, report }: Claims,
  figures: readonly UnclaimedFigure[],
  { value, unit, quote, at, isRank }: ClaimRequest,
): ClaimedFigure | null {
  const worded = figures.flatMap(
    (figure) =>
      (isRank
        ? { ...figure, text: figure.numeral.text, start: figure.number.start }
        : textOf(text, figure, unit.classifiers)) ?? [],
  );
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
    helpWith(unit, rest),
  );
  return null;
}

/** What to do where the text has another classifier than those of the unit. */
function helpWith({ code, from }: ClaimRequest['unit'], rest: string): string {
  if (code === '%' && pointWords.some((word) => rest.startsWith(word))) {
    return 'Points are how far a rate moves: write change: … and leave the unit out where an indicator has it; without one, unit: "{percentage_point}".';
  }
  return from === null
    ? 'Take the unit that is meant, or add the classifier in vocabulary/units.yaml.'
    : 'State its own: unit: …';
}

/** An ordinal as the place in a ranking that it names. */
function ranksOf(numeral: Numeral): UnclaimedFigure[] {
  const rank = numeral.kind === 'ORDINAL' ? rankOf(numeral.text) : null;
  if (!rank) return [];
  const { start, end } = numeral;
  return [{ ...rank, unit: '', perHead: false, change: null, number: { start, end }, numeral }];
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
  if (isClaimed(figure.value) || isRoundedTo(figure, value)) return figure;
  const percent = percentOf(figure.unit);
  if (unit.code !== '%' || percent === null || percent === 1) return null;
  const scale = (read: number | null) => (read === null ? null : inPerCent(read, figure.unit));
  const scaled = scale(figure.value) ?? figure.value;
  if (!isClaimed(scaled)) return null;
  const { minimum, maximum } = figure;
  return { ...figure, value: scaled, minimum: scale(minimum), maximum: scale(maximum) };
}

/** A part of a whole without an end of its decimals, such as 三分之二, may be written to two places or more: 0.67. */
function isRoundedTo({ value: read, unit }: UnclaimedFigure, value: number): boolean {
  const places = String(value).split('.')[1]?.length ?? 0;
  return unit === '' && places >= 2 && Number(read.toFixed(places)) === value;
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
  // What has no classifier is a figure of no unit: 6:4, 半数, and not the 12 of 12件.
  const classifier = classifiers.find((word) =>
    word === '' ? unit === '' : rest.startsWith(word, at),
  );
  // 百分之五 has its unit before the number, and 三成 is 30 %.
  if (classifier === undefined && !isPart) return null;
  const hasWord = classifier !== undefined && classifier !== '';
  const length = hasWord ? at + countCodePoints(classifier) : 0;
  const end = Math.max(numeral.end, number.end + length);
  return { ...figure, text: sliceCodePoints(text, numeral.start, end), start: number.start };
}
