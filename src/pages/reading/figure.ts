import type { Language } from '../language/language.ts';
import type { Change, Outcome, ShownFigure } from './report-data.ts';

/** A number for readers: thousands apart, with no digits made up. */
export const showNumber = (value: number): string =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 }).format(value).replace('-', '−');

/** A change with its sign, such as −50%. */
const showSigned = (value: number) => (value > 0 ? `+${showNumber(value)}` : showNumber(value));

/** `−10 · −50%`, or only the one that is told: an amount that is worked out from a percentage has digits that nobody wrote. */
export function showChange(
  change: Pick<Change, 'absolute' | 'percent' | 'text' | 'isRelative'>,
): string {
  const { absolute, percent, isRelative } = change;
  if (isRelative) return showAmount(change);
  const parts = [showSigned(absolute)];
  if (percent !== null) parts.push(`${showSigned(Math.round(percent * 100) / 100)}%`);
  return parts.join(' · ');
}

const before: Partial<Record<NonNullable<Outcome['quantity']>['qualifier'], string>> = {
  MORE_THAN: '>',
  AT_LEAST: '≥',
  ABOUT: '≈',
  NEARLY: '≲',
  AT_MOST: '≤',
  LESS_THAN: '<',
};

/** The figure itself: `>200,000`, `≈41`, `30–40`. */
function showValue({
  value,
  maximum,
  qualifier,
}: Pick<NonNullable<Outcome['quantity']>, 'value' | 'maximum' | 'qualifier'>): string {
  if (qualifier === 'BETWEEN' && maximum !== null) {
    return `${showNumber(value)}–${showNumber(maximum)}`;
  }
  return `${before[qualifier] ?? ''}${showNumber(value)}`;
}

/** What a figure was before: in the report’s own words or, where it is worked out from a change, as a number in brackets. */
export const showBefore = (baseline: NonNullable<Outcome['baseline']>): string =>
  baseline.text ?? `(${showValue(baseline)})`;

/** The same for readers of a language: in English a number where it is told. */
export const showBeforeIn = (
  baseline: NonNullable<Outcome['baseline']>,
  language: Language,
): string =>
  language === 'zh' || baseline.isDerived ? showBefore(baseline) : showNumber(baseline.value);

/** A figure with what it was before, in the report’s own words: for citations. */
export function showFigure({ quantity, baseline, change, statement }: ShownFigure): string {
  if (!quantity) return change ? showAmount(change) : (statement ?? '');
  const after = quantity.text ?? '';
  return baseline ? `${showBefore(baseline)} → ${after}` : after;
}

/** From the figure before to the figure after, a common unit said once: 30 → 5个工作日. Null where one is not told. */
export function showMove({ quantity, baseline }: ShownFigure, language: Language): string | null {
  if (!quantity || !baseline) return null;
  const after = showQuantity(quantity, language);
  const was = showBeforeIn(baseline, language);
  if (language === 'en') return `${was} → ${after}`;
  const unit = /\d([^\d]*)$/.exec(after)?.[1] ?? '';
  const alone = was.slice(0, -unit.length);
  const isCommon = unit !== '' && was.endsWith(unit) && /\d$/.test(alone);
  return `${isCommon ? alone : was} → ${after}`;
}

/** An amount of change for readers of a language. */
export const showAmountIn = (
  change: Pick<Change, 'absolute' | 'text' | 'unit'>,
  language: Language,
): string => (language === 'zh' ? showAmount(change) : showAmountWithUnit(change));

/** An amount of change as the words have it, with its sign: −46个. */
export const showAmount = ({ absolute, text }: Pick<Change, 'absolute' | 'text'>): string =>
  `${absolute < 0 ? '−' : '+'}${text ?? showNumber(Math.abs(absolute))}`;

/** The same with the unit's name: −46 steps. */
function showAmountWithUnit({ absolute, unit }: Pick<Change, 'absolute' | 'unit'>): string {
  if (unit.code === '%') return `${showSigned(absolute)}%`;
  return `${showSigned(absolute)} ${Math.abs(absolute) === 1 ? unit.name : pluralOf(unit.name)}`;
}

/** How often something was done (次): in English the label says what, and “2 times” adds nothing. */
const occurrences = '{session}';

/** The figure as readers of a language write it: in Chinese the report's own words, else value and unit. */
export function showQuantity(
  quantity: NonNullable<ShownFigure['quantity']>,
  language: Language,
): string {
  if (language === 'zh' && quantity.text !== null) return quantity.text;
  const { name, code } = quantity.unit;
  if (code === '%') return `${showValue(quantity)}%`;
  if (code === occurrences) return showValue(quantity);
  return `${showValue(quantity)} ${quantity.value === 1 ? name : pluralOf(name)}`;
}

/** The plural of an English unit's name; a Chinese one has none. */
function pluralOf(name: string): string {
  if (!/^[a-z ]+$/.test(name) || name.includes(' per ')) return name;
  return name
    .split(' or ')
    .map((noun) => {
      if (noun === 'person') return 'people';
      return noun.endsWith('y') && !noun.endsWith('day') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
    })
    .join(' or ');
}
