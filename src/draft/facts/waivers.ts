import type { Rows } from '../../importer/rows/rows.ts';
import { seedBounds } from '../../limits.ts';
import type { DraftFigure, DraftSpan } from '../draft.ts';
import { findNumerals } from '../../text/numerals/numeral-scanner.ts';
import type { Composing } from './composing.ts';
import type { WrittenWaiver } from './written.ts';

type Reason = WrittenWaiver['reason'];

const background: Reason = {
  zh: '背景数字：规则认为不是本报告的成效、目标或不足',
  en: 'Background, by rule: no result, target or problem of this report',
};
const unread: Reason = {
  zh: '规则没有找到这个数字所说的事',
  en: 'No rule found what this figure is of',
};

/**
 * Waivers for the quantities that no fact claims, one by one or, where they are too many, stretch by stretch.
 * @throws where a figure cannot be told from another in the text, or they are too many
 */
export function waiversOf({ quoted, draft, concessions }: Composing, rows: Rows): WrittenWaiver[] {
  const claimed = new Set(
    rows.numerals.filter(({ claim }) => claim != null).map(({ start }) => start),
  );
  const open = findNumerals(quoted.text).filter(
    ({ quantity, unread: readings, start }) => (quantity || readings) && !claimed.has(start),
  );
  const reasonOf = (span: DraftSpan): Reason => {
    const figure = draft.figures.find(({ start, end }) => start < span.end && span.start < end);
    return figure ? reasonOfFigure(figure) : unread;
  };
  const reasonOfFigure = ({ id, kind }: DraftFigure): Reason => {
    const why = concessions.dropped.get(id);
    if (why === undefined) return kind === 'BACKGROUND' ? background : unread;
    return {
      zh: `规则未能写成事实：${why}`.slice(0, 400),
      en: `It could not be written as a fact: ${why}`.slice(0, 400),
    };
  };
  const stretches = open.length <= seedBounds.ofReport ? open : joined(open, claimed, rows);
  const waivers = stretches.flatMap((span) => {
    const quote = quoted.passageOf(span);
    return quote === null ? [] : [{ quote, reason: reasonOf(span) }];
  });
  if (waivers.length < stretches.length) {
    const lost = stretches.length - waivers.length;
    throw new Error(
      `${lost} figures stand in words that the text repeats over long stretches, so that no quote tells which is meant; give the text once`,
    );
  }
  if (waivers.length > seedBounds.ofReport) {
    throw new Error(
      `${waivers.length} stretches of figures belong to no fact, and at most ${seedBounds.ofReport} can be waived; give the report in parts`,
    );
  }
  return waivers;
}

/** Neighbouring figures in one stretch, as long as no claimed one stands between. */
function joined(
  open: readonly DraftSpan[],
  claimed: ReadonlySet<number>,
  { numerals }: Rows,
): DraftSpan[] {
  const fences = numerals.filter(({ start }) => claimed.has(start)).map(({ start }) => start);
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of open) {
    const last = spans.at(-1);
    const isFree = last && !fences.some((fence) => fence >= last.end && fence < start);
    if (last && isFree && end - last.start <= 1000) last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}
