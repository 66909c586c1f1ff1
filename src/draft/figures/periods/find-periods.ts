import type { DraftFigure, FigureKind } from '../../draft.ts';
import type { FigureReading, Mention } from '../reading/mentions.ts';
import { edtfOf } from './edtf-of-words.ts';
import type { ReportYear } from './edtf-of-words.ts';
import { isEnd, pointsOf, timesOf } from './times.ts';
import type { TimeWords } from './times.ts';

/**
 * The period of each figure, by section 5 of the codebook: words in its clause or before it across commas
 * are STATED; those of an earlier stretch of the same point are carried on. A target that has none is due
 * when the opening of its plan says (T4).
 */
export function findPeriods(
  reading: FigureReading,
  kinds: readonly { kind: FigureKind; rule: string }[],
  report: ReportYear,
): DraftFigure['period'][] {
  const times = timesOf(reading, report);
  const points = pointsOf(reading);
  const place = { time: 0, point: 0, lastPoint: -1 };
  let last: TimeWords | null = null;
  let plan: TimeWords | null = null;
  return reading.mentions.map((mention) => {
    for (; (times[place.time]?.start ?? Infinity) < mention.start; place.time += 1) {
      last = times[place.time] ?? last;
      if (last !== null && opensPlan(last, report)) plan = last;
    }
    for (; (points[place.point] ?? Infinity) <= mention.start; place.point += 1) {
      place.lastPoint = points[place.point] ?? place.lastPoint;
    }
    if (mention.isModifier) return null;
    const kind = kinds[mention.index];
    const isAim = kind?.kind === 'TARGET';
    if (last !== null && isHeard(last, mention, place.lastPoint)) {
      const edtf = isAim ? edtfOfAim(last, { plan, rule: kind.rule, report }) : last.edtf;
      return { text: last.text, edtf, stated: last.clause.stretch === mention.clause.stretch };
    }
    const due = isAim ? plan : null;
    return due === null ? null : { text: due.text, edtf: due.edtf, stated: false };
  });
}

/** 2024年 at the head of a paragraph of a report of 2023. */
const opensPlan = ({ isOpening, text }: TimeWords, { year }: ReportYear): boolean =>
  isOpening && isYear.test(text) && (year === null || Number(/20\d\d/.exec(text)?.[0]) > year);

/** In the same stretch, or in the same point of the same paragraph. */
const isHeard = ({ start, clause }: TimeWords, mention: Mention, lastPoint: number): boolean =>
  clause.stretch === mention.clause.stretch ||
  (clause.paragraph === mention.clause.paragraph && lastPoint <= start);

type Aim = { plan: TimeWords | null; rule: string; report: ReportYear };

/** 全年 of a plan is the year that its opening tells, else the one after the report's; of an aim outside of plans nobody knows. */
function edtfOfAim({ text, edtf, isToldYear }: TimeWords, { plan, rule, report }: Aim) {
  if (isToldYear || /明年|下一?年/.test(text)) return edtf;
  const year = Number(/20\d\d/.exec(plan?.text ?? '')?.[0] ?? Number.NaN);
  const until = isEnd.test(text);
  if (!Number.isNaN(year)) return edtfOf(text, { until, report: { year, isStated: true } });
  if (rule !== 'kind-section' || report.year === null) return null;
  return edtfOf(text, { until, report: { year: report.year + 1, isStated: false } });
}

const isYear = /^(?:到|至)?20\d\d年(?:度|底|末)?$/;
