import type {
  CheckKind,
  OutcomeLevel,
  LinkBasis,
  NumeralKind,
  ReportKind,
  Verdict,
} from '../../vocabulary.ts';
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

export const verdictNames: Named<Verdict> = {
  HOLDS: { zh: '成立', en: 'holds' },
  DOES_NOT_FOLLOW: { zh: '不能推出', en: 'does not follow' },
  CANNOT_BE_CHECKED: { zh: '无法核对', en: 'cannot be checked' },
};

export const checkNames: Named<CheckKind> = {
  SUM: { zh: '分项之和', en: 'sum of parts' },
  RATIO: { zh: '比率', en: 'ratio' },
  SUBSET: { zh: '部分与总体', en: 'part and whole' },
  DIRECTION: { zh: '变化方向', en: 'direction' },
  SAME_FACT: { zh: '同一范围', en: 'same set' },
  SET_SIZE: { zh: '名实相符', en: 'size of a set' },
  NORM: { zh: '对照标准', en: 'against a norm' },
  REMAINDER: { zh: '余量', en: 'what is left open' },
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
