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

const rates = /^[%％‰‱倍成]$|百分点$|^个点$/;

/** 增长5.1%和7.8%: the verb of the first is that of those behind it, where nothing else stands before them. */
function withSharedChange(quantity: Quantity, previous: Mention | undefined): Quantity {
  const change = previous?.quantity.change ?? null;
  if (quantity.change !== null || change?.role !== 'BY') return quantity;
  const isRate = rates.test(quantity.unit) && rates.test(previous?.quantity.unit ?? '');
  return isRate || quantity.unit === previous?.quantity.unit ? { ...quantity, change } : quantity;
}

/** 提高4.2个和1.5个百分点: the first is told in the unit of the second. */
function withUnitBehind(
  masked: string,
  { quantity, end }: { quantity: Quantity; end: number },
  next: PlacedNumeral | undefined,
): Quantity {
  const unit = next?.quantity?.unit ?? '';
  const isCut = next !== undefined && quantity.unit === '个' && /^个(?:百分|基)?点$/.test(unit);
  return isCut && /^(?:和|、|与|及)$/.test(masked.slice(end, next.start))
    ? { ...quantity, unit }
    : quantity;
}

const extent =
  /(?:([降减跌]|下降|降低|减少|压减|压缩)|[增涨升]|增长|上升|提高)(?:幅度?|速)(?:高?达到?|约?为|是|约|超过?|近|至)?$/;

/** 受理320件,降幅达18%: at which rate it fell, and no level. */
function withExtent(words: string, quantity: Quantity): Quantity {
  const found = /^[%％‰‱]$/.test(quantity.unit) ? extent.exec(words) : null;
  if (!found || quantity.change !== null) return quantity;
  const verb = found[0].replace(/(?<=[幅度速])(?:高?达到?|约?为|是|约|超过?|近|至)$/, '');
  const direction = found[1] === undefined ? 'UP' : 'DOWN';
  return { ...quantity, change: { verb, direction, role: 'BY' } };
}

/** 前移2位: by how far a rank moved. */
function withMoveOfRank(words: string, quantity: Quantity): Quantity {
  const moved =
    /^[位名]$/.test(quantity.unit) && /(?:((?:前|\ue000)移|前进)|后移|后退|退后)了?$/.exec(words);
  if (!moved || quantity.change !== null) return quantity;
  const direction = moved[1] === undefined ? 'DOWN' : 'UP';
  return { ...quantity, change: { verb: moved[0], direction, role: 'BY' } };
}

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
    const isBare = masked.slice(from, start).trim() === '' && (link === 'LIST' || link === 'AND');
    const shared = isBare ? withSharedChange(numeral.quantity, mentions.at(-1)) : numeral.quantity;
    const ahead = masked.slice(from, start);
    const following = figures[nth + 1];
    const moved = withExtent(ahead, withMoveOfRank(ahead, shared));
    const quantity = withUnitBehind(masked, { ...numeral, quantity: moved }, following?.numeral);
    const isNumberOfRow = numeral.cell !== null && labelOfCell(numeral.cell) === '';
    if (isNumberOfRow || isModifier(masked, numeral, following?.start ?? clause.end)) {
      const { start: at, end } = numeral;
      const nothing = { start: end, end };
      const place = { start: at, end, before: { start: at, end: at }, behind: nothing };
      const index = mentions.length;
      mentions.push({
        index,
        numeral,
        quantity,
        baseline,
        clause,
        link,
        isModifier: true,
        comparison: null,
        ...place,
      });
      return;
    }
    const gap =
      following === undefined
        ? { behindEnd: clause.end, beforeStart: clause.end, link: 'CLAUSE' as const }
        : splitGap(masked, { start: numeral.end, end: following.start }, quantity.unit);
    const before = { start: Math.min(from, start), end: start };
    const words = masked.slice(before.start, before.end);
    mentions.push({
      index: mentions.length,
      numeral,
      quantity,
      baseline,
      clause,
      link,
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
