import type { Qualifier } from '../../vocabulary.ts';
import type { Language } from '../language/language.ts';
import { showNumber } from './figure.ts';

type Range = { qualifier: Qualifier; minimum: number | null; maximum: number | null };

/** Between which values the words allow a figure to lie: 80 以上、不到 90. Null where they bound nothing, or say an exact figure. */
export function showRange(
  { qualifier, minimum, maximum }: Range,
  language: Language,
): string | null {
  if (qualifier === 'EXACT' || (minimum === null && maximum === null)) return null;
  const { least, over, most, under, both, join } = rangeWords[language];
  const low = minimum === null ? null : showNumber(minimum);
  const high = maximum === null ? null : showNumber(maximum);
  if (qualifier === 'BETWEEN' && low !== null && high !== null) return both(low, high);
  const from =
    low !== null && (qualifier === 'MORE_THAN' && high === null ? over(low) : least(low));
  const to = high !== null && (qualifier === 'AT_MOST' ? most(high) : under(high));
  return [from, to].filter((part) => part !== false).join(join);
}

type RangeWords = {
  least: (value: string) => string;
  over: (value: string) => string;
  most: (value: string) => string;
  under: (value: string) => string;
  both: (low: string, high: string) => string;
  join: string;
};

const rangeWords: Readonly<Record<Language, RangeWords>> = {
  zh: {
    least: (value) => `${value} 以上`,
    over: (value) => `超过 ${value}`,
    most: (value) => `${value} 以下`,
    under: (value) => `不到 ${value}`,
    both: (low, high) => `${low} 至 ${high}`,
    join: '、',
  },
  en: {
    least: (value) => `at least ${value}`,
    over: (value) => `more than ${value}`,
    most: (value) => `at most ${value}`,
    under: (value) => `under ${value}`,
    both: (low, high) => `${low} to ${high}`,
    join: ', ',
  },
};
