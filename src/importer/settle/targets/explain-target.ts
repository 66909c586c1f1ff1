import type { TargetReason } from '../../../vocabulary/plans.ts';
import type { CheckWords } from '../../rows/checks/explain-check.ts';
import { explainUnits } from '../explain-units.ts';
import type { HeldTarget, OutcomeRow } from '../held-report.ts';
import type { Found } from './found.ts';

const verdictWords: Readonly<Record<Exclude<Found['verdict'], 'NOT_COMPARABLE'>, CheckWords>> = {
  REACHED: { zh: '已达到。', en: 'It is reached.' },
  PARTLY_REACHED: { zh: '达到一部分。', en: 'A part of it is reached.' },
  NOT_REACHED: { zh: '未达到。', en: 'It is not reached.' },
  NOT_REPORTED: {
    zh: '该时段的报告未提及；这并不说明工作没有开展。',
    en: 'The report of that time does not tell of it; that does not say that the work was not done.',
  },
  NOT_DUE_YET: {
    zh: '同一机构的现有报告均未到其时限。',
    en: 'No report of the same publisher that is held reaches the day by which it is due.',
  },
  NO_REPORT_YET: {
    zh: '尚无同一机构该时段的报告。',
    en: 'The same publisher’s report of that time is not held.',
  },
};

const reasonWords: Readonly<Record<TargetReason, CheckWords>> = {
  NO_DEADLINE: { zh: '原文未给出时限，无法比较。', en: 'The text does not say by when it is due.' },
  NO_FIGURE: {
    zh: '其中一方没有可比的数值，无法比较。',
    en: 'One of the two has no figure that can be compared.',
  },
  NO_INDICATOR: {
    zh: '没有指标可据以查找，无法比较。',
    en: 'No indicator says under what one would find it.',
  },
  UNITS_DIFFER: { zh: '两者单位不同，无法比较。', en: 'They stand in different units.' },
  SEVERAL_OUTCOMES: {
    zh: '后来的报告有几种数值，无法比较。',
    en: 'The later report tells several figures of it.',
  },
  BOUNDS_LEAVE_OPEN: {
    zh: '概数未定上下，无法比较。',
    en: 'The words of a figure leave open on which side it lies.',
  },
  PERIOD_DIFFERS: {
    zh: '所述时段与时限不同，无法比较。',
    en: 'What is told is of another stretch of that year.',
  },
  SCOPES_MAY_DIFFER: {
    zh: '口径或范围可能不同，无法比较。',
    en: 'Their scopes may differ, so they cannot be compared.',
  },
  DIRECTION_NOT_SAID: {
    zh: '两者不同，而方向不明，无法比较。',
    en: 'They differ, and nothing says which way is better.',
  },
  NOT_REVIEWED: {
    zh: '目标或该时段的报告由规则识别，尚待人工审核，不作比较。',
    en: 'A rule found the target, or what the report of its time tells, and nobody has reviewed that yet.',
  },
  YEAR_NOT_KNOWN: {
    zh: '报告年份不明，无法比较。',
    en: 'Nobody knows of which year the report is.',
  },
};

/** The working in both languages: the target, what is told of it and by whom, and how the two stand. */
export function explainTarget({ row, unit }: HeldTarget, found: Found): CheckWords {
  const { result, met } = found;
  const units =
    found.reason === 'UNITS_DIFFER' && result ? explainUnits(unit, result.outcome.unit) : null;
  const end = units
    ? { zh: `${units.zh}，无法比较。`, en: `${units.en}.` }
    : found.verdict === 'NOT_COMPARABLE'
      ? reasonWords[found.reason ?? 'NO_FIGURE']
      : verdictWords[found.verdict];
  const target = wordsOf(row);
  const due = row.dueText ?? '';
  const told = result && { ...result.report, words: wordsOfResult(row, result.outcome.row) };
  const share = met?.shareReached ?? null;
  const percent = share === null ? null : Number((share * 100).toFixed(2));
  return {
    zh: [
      `目标为“${target}”${due && `（${due}）`}。`,
      told ? `${told.code}（${told.titleZh}）所述为“${told.words}”。` : '',
      percent === null ? '' : `占目标的${percent}%。`,
      end.zh,
    ].join(''),
    en: [
      `The target is “${target}”${due && ` (${due})`}.`,
      ...(told ? [`${told.code} (${told.titleEn ?? told.titleZh}) tells “${told.words}”.`] : []),
      ...(percent === null ? [] : [`That is ${percent} % of it.`]),
      end.en,
    ].join(' '),
  };
}

type Told = Pick<OutcomeRow, 'quantityText' | 'changeText' | 'statement' | 'labelZh'>;

/** The words of a figure, of an amount of change, or of a statement. */
const wordsOf = (row: Told) => row.quantityText ?? row.changeText ?? row.statement ?? row.labelZh;

/** Of what is held against a target that is a change, the change: its amount, or from where to where it went. */
function wordsOfResult(
  { valueType }: Pick<OutcomeRow, 'valueType'>,
  told: Told & Pick<OutcomeRow, 'baselineText'>,
): string {
  if (valueType !== 'CHANGE') return wordsOf(told);
  const { changeText = null, baselineText = null, quantityText = null } = told;
  if (changeText !== null) return changeText;
  return baselineText === null ? wordsOf(told) : `${baselineText}→${quantityText ?? ''}`;
}
