import type { Language } from './language.ts';

/** A day, a month, a season or a year, as EDTF writes one of them. */
const point = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

/** The marks of EDTF that say how sure a date is. */
const unsure = /[?~%]/g;

type Dated = { year: number; month: number | null; day: number | null };

/**
 * A time in EDTF as readers write it: 2023 年 1 月至 6 月, January to June 2023; how sure it is stands
 * with its basis. What is rarer than days, months, seasons, years and their intervals stays in EDTF.
 */
export function showPeriod(edtf: string, language: Language): string {
  const [from, to, ...others] = edtf.replaceAll(unsure, '').split('/');
  if (from === undefined || others.length > 0) return edtf;
  const starts = read(from);
  if (to === undefined) return starts ? writers[language].point(starts, true) : edtf;
  const ends = read(to);
  if (starts && ends) return writers[language].between(starts, ends);
  if (starts && isOpen(to)) return writers[language].since(starts);
  if (ends && isOpen(from)) return writers[language].until(ends);
  return edtf;
}

const isOpen = (end: string) => end === '' || end === '..';

/** Spring to winter count on from 21; what lies beyond, such as quarters, has no words that all readers share. */
const isMonthOrSeason = (month: number) =>
  (month >= 1 && month <= 12) || (month >= 21 && month <= 24);

function read(text: string): Dated | null {
  const found = point.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map((digits) => (digits ? Number(digits) : null));
  if (year == null || (month != null && !isMonthOrSeason(month))) return null;
  return { year, month: month ?? null, day: day ?? null };
}

type Writer = {
  /** With its year, or as one of a year that was just named. */
  point: (dated: Dated, withYear: boolean) => string;
  between: (from: Dated, to: Dated) => string;
  since: (from: Dated) => string;
  until: (to: Dated) => string;
};

const seasonOf = ({ month }: Dated) => (month !== null && month > 12 ? month - 21 : null);
const chineseSeasons = ['春季', '夏季', '秋季', '冬季'];
const englishSeasons = ['spring', 'summer', 'autumn', 'winter'];

const chinese: Writer = {
  point(dated, withYear) {
    const { year, month, day } = dated;
    const season = seasonOf(dated);
    const parts = withYear ? [`${year} 年`] : [];
    if (season !== null) parts.push(chineseSeasons[season] ?? '');
    else if (month !== null) parts.push(`${month} 月`);
    if (day !== null) parts.push(`${day} 日`);
    return parts.join(' ');
  },
  between(from, to) {
    const inOneYear = from.year === to.year && from.month !== null && to.month !== null;
    return `${chinese.point(from, true)}至 ${chinese.point(to, !inOneYear)}`;
  },
  since: (from) => `${chinese.point(from, true)}以来`,
  until: (to) => `截至 ${chinese.point(to, true)}`,
};

const monthNames = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month)),
);

const english: Writer = {
  point(dated, withYear) {
    const { year, month, day } = dated;
    const season = seasonOf(dated);
    const parts = day === null ? [] : [String(day)];
    if (season !== null) parts.push(englishSeasons[season] ?? '');
    else if (month !== null) parts.push(monthNames[month - 1] ?? '');
    if (withYear) parts.push(String(year));
    return parts.join(' ');
  },
  between(from, to) {
    const inOneYear = from.year === to.year && from.month !== null && to.month !== null;
    return `${english.point(from, !inOneYear)} to ${english.point(to, true)}`;
  },
  since: (from) => `since ${english.point(from, true)}`,
  until: (to) => `up to ${english.point(to, true)}`,
};

const writers: Readonly<Record<Language, Writer>> = { zh: chinese, en: english };
