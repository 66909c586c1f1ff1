import type { Quantity } from '../../../text/numerals/numeral.ts';
import type { FigureClause, Stretch } from './clauses.ts';
import { cutClauses } from './clauses.ts';
import { flattenText } from './flat-text.ts';
import { comparisonIn } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { splitGap } from './gap.ts';
import type { MentionLink } from './gap.ts';
import { joinLines } from './join-lines.ts';
import type { JoinedText } from './join-lines.ts';
import { isModifier, isOfTime } from './modifier.ts';
import { tellPoints } from './points.ts';
import { quantityBeside } from './quantity-beside.ts';
import { labelOfCell } from './tables.ts';
import { maskStretches, maskTimes, placeNumerals } from './placed-numerals.ts';
import type { PlacedNumeral } from './placed-numerals.ts';

/** A figure where the text tells it, with the words of its clause that are its own. */
export type Mention = Stretch & {
  readonly index: number;
  readonly numeral: PlacedNumeral;
  readonly quantity: Quantity;
  /** Where its change began (由20个), told right before it. */
  readonly baseline: PlacedNumeral | null;
  readonly clause: FigureClause;
  readonly link: MentionLink;
  /** Whether it belongs to the name of what another figure counts (50岁以上人员) or to a time (三年内), and counts nothing itself. */
  readonly isModifier: boolean;
  /** What the words before it hold it against (高于全省平均水平): then it is no level; null elsewhere. */
  readonly comparison: Comparison | null;
  /** The words before it, the baseline's behind them left out. */
  readonly before: Stretch;
  readonly behind: Stretch;
};

/** What all rules about figures read: the text in its forms, its clauses and its figures. */
export type FigureReading = {
  /** Broken lines joined; all indices of the rules are of this text. */
  readonly joined: JoinedText;
  readonly flat: string;
  /** The flat text with dates and numbers of points masked. */
  readonly masked: string;
  readonly numerals: readonly PlacedNumeral[];
  readonly clauses: readonly FigureClause[];
  readonly mentions: readonly Mention[];
};

/** Reads a text once for all rules: linear in its length. */
export function readFigures(raw: string): FigureReading {
  const joined = joinLines(raw);
  const flat = flattenText(joined.text);
  const numerals = placeNumerals(joined);
  const dated = maskTimes(flat, numerals);
  const masked = maskStretches(
    dated,
    numerals.filter((numeral) => numeral.quantity !== null && isOfTime(dated, numeral)),
  );
  const clauses = tellPoints(flat, cutClauses(flat, numerals), numerals);
  const mentions: Mention[] = [];
  let next = 0;
  for (const clause of clauses) {
    const inside: PlacedNumeral[] = [];
    for (; (numerals[next]?.start ?? Infinity) < clause.end; next += 1) {
      const numeral = numerals[next];
      if (numeral !== undefined && numeral.quantity !== null) inside.push(numeral);
    }
    mentionsOf(masked, clause, inside, mentions);
  }
  return { joined, flat, masked, numerals, clauses, mentions };
}

type Figure = { numeral: PlacedNumeral; baseline: PlacedNumeral | null; start: number };

/** A figure that begins a change goes to the one behind it. */
function joinBaselines(masked: string, numerals: readonly PlacedNumeral[]): Figure[] {
  const figures: Figure[] = [];
  let baseline: PlacedNumeral | null = null;
  for (const [at, numeral] of numerals.entries()) {
    const role = numeral.quantity?.change?.role;
    const next = numerals[at + 1];
    if (next !== undefined && (role === 'FROM' || isFrom(masked, numeral, next))) {
      baseline = numeral;
      continue;
    }
    const own: PlacedNumeral | null = role === 'BY' ? null : baseline;
    figures.push({ numeral, baseline: own, start: own?.start ?? numeral.start });
    baseline = null;
  }
  return figures;
}

/** 由甲调整优化为乙: one figure right behind 由 or 从, the other behind 为, 至 or 到. */
function isFrom(masked: string, first: PlacedNumeral, next: PlacedNumeral): boolean {
  if (first.quantity?.unit !== next.quantity?.unit) return false;
  const between = masked.slice(first.end, next.start);
  return (
    /[由从](?:\ue000+的?)?$/.test(masked.slice(Math.max(0, first.start - 12), first.start)) &&
    /^[^,、\d]{0,8}(?:为|至|到|成|达)(?:\ue000+的?)?$/.test(between)
  );
}

/** A figure that is a part of a name or of a time has no words of its own. */
const countingNothing = ({ start, end }: PlacedNumeral) => ({
  isModifier: true,
  comparison: null,
  start,
  end,
  before: { start, end: start },
  behind: { start: end, end },
});

/** So many figures behind one are looked at for their unit. */
const longestChain = 8;

function mentionsOf(
  masked: string,
  clause: FigureClause,
  numerals: readonly PlacedNumeral[],
  mentions: Mention[],
): void {
  const figures = joinBaselines(masked, numerals);
  let from = clause.start;
  let link: MentionLink = 'CLAUSE';
  figures.forEach(({ numeral, baseline, start }, nth) => {
    if (numeral.quantity === null) return;
    const ahead = masked.slice(from, start);
    const isBare = ahead.trim() === '' && (link === 'LIST' || link === 'AND');
    const quantity = quantityBeside(masked, numeral, {
      quantity: numeral.quantity,
      ahead,
      previous: isBare ? mentions.at(-1)?.quantity : undefined,
      following: figures.slice(nth + 1, nth + 1 + longestChain).map((each) => each.numeral),
    });
    const following = figures[nth + 1];
    const isNumberOfRow = numeral.cell !== null && labelOfCell(numeral.cell) === '';
    const mention = { index: mentions.length, numeral, quantity, baseline, clause, link };
    if (isNumberOfRow || isModifier(masked, numeral, following?.start ?? clause.end)) {
      mentions.push({ ...mention, ...countingNothing(numeral) });
      return;
    }
    const gap =
      following === undefined
        ? { behindEnd: clause.end, beforeStart: clause.end, link: 'CLAUSE' as const }
        : splitGap(masked, { start: numeral.end, end: following.start }, quantity.unit);
    const before = { start: Math.min(from, start), end: start };
    const words = masked.slice(before.start, before.end);
    mentions.push({
      ...mention,
      isModifier: false,
      comparison: quantity.change === null ? comparisonIn(words, quantity.unit) : null,
      start: numeral.start,
      end: numeral.end,
      before,
      behind: { start: numeral.end, end: Math.max(numeral.end, gap.behindEnd) },
    });
    from = gap.beforeStart;
    link = gap.link;
  });
}
