import type {
  CheckKind,
  CheckReason,
  OutcomeLevel,
  LinkBasis,
  NumeralKind,
  ReportKind,
  Verdict,
} from '../../vocabulary.ts';
import type { FollowUpStatus, TargetVerdict } from '../../vocabulary/plans.ts';
import type { Language } from './language.ts';

type Named<Name extends string> = Readonly<Record<Name, Readonly<Record<Language, string>>>>;

export const levelNames: Named<OutcomeLevel> = {
  OUTPUT: { zh: '产出', en: 'output' },
  OUTCOME: { zh: '成效', en: 'outcome' },
  IMPACT: { zh: '影响', en: 'impact' },
  SCOPE: { zh: '覆盖', en: 'scope' },
};

export const basisNames: Named<LinkBasis> = {
  STATED: { zh: '原文明示', en: 'stated in the text' },
  SAME_POINT: { zh: '同一要点', en: 'same point' },
  CURATED: { zh: '编者关联', en: 'joined by a curator' },
};

const ofFigures: Named<Verdict> = {
  HOLDS: { zh: '成立', en: 'holds' },
  DOES_NOT_FOLLOW: { zh: '不能推出', en: 'does not follow' },
  CANNOT_BE_CHECKED: { zh: '无法核对', en: 'cannot be checked' },
};

/** The verdicts of checks in which a figure is held against what it ought to be, and not against other figures. */
const ofWhatIsWanted: Partial<Record<CheckKind, Named<Verdict>>> = {
  TARGET: {
    HOLDS: { zh: '达到', en: 'reached' },
    DOES_NOT_FOLLOW: { zh: '未达到或只达到一部分', en: 'not reached, or only in part' },
    CANNOT_BE_CHECKED: { zh: '无法比较', en: 'cannot be compared' },
  },
  NORM: {
    HOLDS: { zh: '符合', en: 'keeps it' },
    DOES_NOT_FOLLOW: { zh: '不符合', en: 'does not keep it' },
    CANNOT_BE_CHECKED: { zh: '无法比较', en: 'cannot be compared' },
  },
};

/** How a verdict is called in a check of that kind. */
export const verdictNameOf = (kind: CheckKind, verdict: Verdict) =>
  (ofWhatIsWanted[kind] ?? ofFigures)[verdict];

export const checkNames: Named<CheckKind> = {
  SUM: { zh: '分项之和', en: 'sum of parts' },
  RATIO: { zh: '比率', en: 'ratio' },
  SUBSET: { zh: '部分与总体', en: 'part and whole' },
  DIRECTION: { zh: '变化方向', en: 'direction' },
  SAME_FACT: { zh: '同一范围', en: 'same set' },
  RESTATED: { zh: '前后年度表述', en: 'told again' },
  TARGET: { zh: '目标完成情况', en: 'target' },
  SET_SIZE: { zh: '名实相符', en: 'size of a set' },
  NORM: { zh: '对照标准', en: 'against a norm' },
  REMAINDER: { zh: '余量', en: 'what is left open' },
};

export const targetVerdictNames: Named<TargetVerdict> = {
  REACHED: { zh: '已达到', en: 'reached' },
  PARTLY_REACHED: { zh: '部分达到', en: 'partly reached' },
  NOT_REACHED: { zh: '未达到', en: 'not reached' },
  NOT_REPORTED: { zh: '未报告', en: 'not reported' },
  NOT_DUE_YET: { zh: '未到期', en: 'not due yet' },
  NO_REPORT_YET: { zh: '尚无报告', en: 'no report yet' },
  NOT_COMPARABLE: { zh: '无法比较', en: 'not comparable' },
};

export const followUpNames: Named<FollowUpStatus> = {
  TOLD_DONE: { zh: '已述实施', en: 'told as done' },
  TOLD_ONGOING: { zh: '再次列入安排', en: 'planned again' },
  NOT_MENTIONED: { zh: '未提及', en: 'not mentioned' },
  NO_REPORT_YET: { zh: '尚无报告', en: 'no report yet' },
};

export const reasonNames: Named<CheckReason> = {
  AGREES: { zh: '数值一致', en: 'the figures agree' },
  WITHIN_ROUNDING: { zh: '四舍五入范围内', en: 'within rounding' },
  WITHIN_BOUNDS: { zh: '概数范围内', en: 'within what the words allow' },
  NO_READING_AGREES: { zh: '任何读法均不一致', en: 'no reading agrees' },
  BASE_NOT_SAID: { zh: '未说明基数', en: 'the base is not said' },
  NOT_BOUNDED: { zh: '概数无界', en: 'a figure has no bounds' },
  UNITS_DIFFER: { zh: '单位不同', en: 'the units differ' },
  NOT_TOLD: { zh: '原文未给出', en: 'not told in the text' },
  SAID_REVISED: { zh: '已作修订', en: 'said to be revised' },
  SCOPES_MAY_DIFFER: { zh: '口径可能不同', en: 'the scopes may differ' },
  BOUNDS_LEAVE_OPEN: { zh: '范围内不能确定', en: 'the bounds leave it open' },
  PERIOD_DIFFERS: { zh: '时段不同', en: 'the times differ' },
  PER_DIFFERS: { zh: '口径为人均等，不一致', en: 'one is per something, the other is not' },
  PART_ONLY: { zh: '仅为部分', en: 'of a part only' },
  LEFT_OPEN: { zh: '原文未说明余量', en: 'left open' },
};

export const reportKindNames: Named<ReportKind> = {
  STATUTORY_ANNUAL: { zh: '法治政府建设年度报告', en: 'statutory annual report' },
  MODEL_AREA: { zh: '示范地区材料', en: 'text about a model area' },
  WORK_REPORT: { zh: '政府工作报告', en: 'government work report' },
  OTHER: { zh: '其他文本', en: 'other text' },
};

export const numeralNames: Named<NumeralKind> = {
  QUANTITY: { zh: '数量', en: 'quantity' },
  DATE: { zh: '日期、时段', en: 'date' },
  ORDINAL: { zh: '序数', en: 'ordinal' },
  IDIOM: { zh: '习语、口号', en: 'idiom' },
  CODE: { zh: '编号', en: 'code' },
  TITLE: { zh: '题名、专名', en: 'title or name' },
  UNKNOWN: { zh: '未识别', en: 'unknown' },
};
