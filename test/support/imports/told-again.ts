import type { ConformanceReport } from '../../../src/importer/conformance/case.ts';
import type { Random } from '../corpus-rows.ts';
import type { Written } from './written-figures.ts';

export type YearReport = ConformanceReport & { code: string };

/** What a report tells of its own year, and of the year before. */
export type YearFigures = {
  now: Record<'reviewed' | 'settled' | 'sent', Written>;
  before: Record<'reviewed' | 'settled' | 'sent', Written> | null;
};

/** The words by which the year before is named. */
const naming = (year: number) => [
  `${year - 1}年的`,
  '上年的',
  '上年同期的',
  '去年',
  `${year - 1}年度`,
];

/**
 * A report of a place and a year in the vocabulary of the suite: a figure with an indicator, one with a label
 * alone, and one of last year that is told again as a value.
 */
export function yearReport(
  { code, place, year }: { code: string; place: string; year: number },
  { now, before }: YearFigures,
  { pick }: Random,
): YearReport {
  const rise = (from: Written | undefined, to: Written, noun: string) => {
    const last = from && from.value !== to.value ? `由${pick(naming(year))}${from.words}件` : '';
    const verb = !from || last === '' ? '' : from.value < to.value ? '增加到' : '减少到';
    const quote = `${noun}${last}${verb}${to.words}件`;
    return { quote, value: to.value, ...(last !== '' && { baseline: from?.value }) };
  };
  const [reviewed, settled] = [
    rise(before?.reviewed, now.reviewed, '清理文件'),
    rise(before?.settled, now.settled, '办结案件'),
  ];
  const sent = `发放资料${now.sent.words}份`;
  const again = before && `${year - 1}年发放资料${before.sent.words}份`;
  const quotes = [reviewed.quote, settled.quote, sent, ...(again === null ? [] : [again])];
  const copies = { unit: '{copy}', label: { zh: '发放资料', en: 'Copies handed out' } };
  return {
    text: `${year}年推进依法行政。${quotes.join('。')}。\n`,
    code,
    files: {},
    facts: {
      report: { place, period: { text: `${year}年`, quote: `${year}年推进`, edtf: String(year) } },
    },
    outcomes: [
      { code: 'reviewed', ...reviewed, unit: '{document}', indicator: 'documents-reviewed' },
      {
        code: 'settled',
        ...settled,
        unit: '{case}',
        label: { zh: '办结案件', en: 'Cases settled' },
      },
      { code: 'sent', quote: `。${sent}`, value: now.sent.value, ...copies },
      ...(again === null
        ? []
        : [
            {
              code: 'again',
              quote: again,
              value: before?.sent.value,
              ...copies,
              period: { text: `${year - 1}年`, edtf: String(year - 1), quote: `${year - 1}年发放` },
            },
          ]),
    ],
  };
}
