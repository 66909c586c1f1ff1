import type { CheckReason } from '../../../vocabulary.ts';
import type { CheckWords } from '../../rows/checks/explain-check.ts';
import type { Judged } from '../../rows/checks/judge.ts';
import { explainUnits } from '../explain-units.ts';
import type { HeldOutcome, HeldReport } from '../held-report.ts';
import type { Telling } from './tellings.ts';

/** How it came out, in words after those that name the two figures. */
const outcomes: Readonly<Record<CheckReason, CheckWords | null>> = {
  AGREES: { zh: '两者一致。', en: 'They agree.' },
  WITHIN_ROUNDING: {
    zh: '两者在取整范围内一致。',
    en: 'They agree within the rounding of a figure.',
  },
  WITHIN_BOUNDS: {
    zh: '在概数所容许的范围内，两者不矛盾。',
    en: 'They agree within what their words allow.',
  },
  NO_READING_AGREES: {
    zh: '两者不一致；其间可能作过修订，口径也可能不同。',
    en: 'They do not agree; it may have been revised since, or counted otherwise.',
  },
  SAID_REVISED: {
    zh: '两者不一致，而后一份报告说明作过修订或调整，无法核对。',
    en: 'They do not agree, and the later report says that figures were revised, so it cannot be checked.',
  },
  SCOPES_MAY_DIFFER: {
    zh: '两者不一致，而口径、时段或发布机关可能不同，无法核对。',
    en: 'They do not agree, and their scopes, periods or publishers may differ, so it cannot be checked.',
  },
  UNITS_DIFFER: {
    zh: '两者单位不同，无法核对。',
    en: 'They stand in different units, so it cannot be checked.',
  },
  NOT_BOUNDED: {
    zh: '有概数未给出上下限（约、左右），无法核对。',
    en: 'One is about a value and nothing says within what, so it cannot be checked.',
  },
  NOT_TOLD: {
    zh: '其中一项没有给出数值，无法核对。',
    en: 'One of them gives no value, so it cannot be checked.',
  },
  BOUNDS_LEAVE_OPEN: null,
  PERIOD_DIFFERS: null,
  PER_DIFFERS: null,
  PART_ONLY: null,
  BASE_NOT_SAID: null,
  LEFT_OPEN: null,
};

/**
 * The working in both languages; it stands with the outcomes of either report, so it names both: the two figures, who told them, and how they go together.
 */
export function explainRestated(options: {
  judged: Judged;
  telling: Telling;
  later: HeldReport;
  report: HeldReport;
  earlier: HeldOutcome;
}): CheckWords {
  const { judged, telling, later, report, earlier } = options;
  const { window, figure, isDerived } = telling;
  const [now, then] = [figure.quantityText ?? figure.value, earlier.row.quantityText];
  const units =
    judged.reason === 'UNITS_DIFFER' ? explainUnits(telling.outcome.unit, earlier.unit) : null;
  const outcome = units
    ? { zh: `${units.zh}，无法核对。`, en: `${units.en}, so it cannot be checked.` }
    : (outcomes[judged.reason] ?? { zh: '', en: '' });
  const when = /^\d{4}$/.test(window) ? `${window}年` : window;
  if (isDerived) {
    const { quantityText: level, changeText: moved } = telling.outcome.row;
    return {
      zh: `由${later.code}（${later.titleZh}）所述“${level}”及其变化“${moved}”推算，${when}为${showDerived(figure)}，${report.code}（${report.titleZh}）所述为“${then}”。${outcome.zh}`,
      en: `For ${window}, “${level}” and its change “${moved}” in ${later.code} (${later.titleEn ?? later.titleZh}) give ${showDerived(figure)}, and ${report.code} (${report.titleEn ?? report.titleZh}) stated “${then}”. ${outcome.en}`,
    };
  }
  return {
    zh: `${later.code}（${later.titleZh}）称${when}为“${now}”，${report.code}（${report.titleZh}）所述为“${then}”。${outcome.zh}`,
    en: `For ${window}, ${later.code} (${later.titleEn ?? later.titleZh}) states “${now}”, and ${report.code} (${report.titleEn ?? report.titleZh}) stated “${then}”. ${outcome.en}`,
  };
}

/** A figure that is worked out, with its bounds where it has any: 250 [248.96, 251.05]. */
function showDerived({ value, minimum = null, maximum = null }: Telling['figure']): string {
  if (minimum === null && maximum === null) return String(value);
  const show = (end: number | null, otherwise: string) =>
    end === null ? otherwise : String(Number(end.toPrecision(6)));
  return `${value} [${show(minimum, '−∞')}, ${show(maximum, '∞')}]`;
}
