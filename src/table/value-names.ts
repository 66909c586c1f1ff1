import { searchableTypes } from '../vocabulary.ts';
import type { SearchType } from '../vocabulary.ts';
import type { Name } from './field-names.ts';

const name = (zh: string, en: string): Name => ({ zh, en });

const nothingKnown = name('未识别', 'unknown');
const unitsDiffer = name('单位不同', 'the units differ');
const scopesMayDiffer = name('口径可能不同', 'the scopes may differ');
const boundsLeaveOpen = name('范围内不能确定', 'the bounds leave it open');
const periodDiffers = name('时段不同', 'the times differ');
const noReportYet = name('尚无报告', 'no report yet');
const curated = name('编者关联', 'joined by a curator');

const searchTypeNames: Readonly<Record<SearchType, Name>> = searchableTypes;

/** What the values of the schema's enums are called in both languages, by the enum. */
export const valueNames = {
  Additivity: {
    ADDITIVE: name('可以相加', 'can be added'),
    OVERLAPPING: name('可能重叠', 'may overlap'),
    RATE: name('比率', 'rate'),
    UNKNOWN: name('未知', 'unknown'),
  },
  CheckKind: {
    SUM: name('分项之和', 'sum of parts'),
    RATIO: name('比率', 'ratio'),
    SUBSET: name('部分与总体', 'part and whole'),
    DIRECTION: name('变化方向', 'direction'),
    SAME_FACT: name('同一范围', 'same set'),
    RESTATED: name('前后年度表述', 'told again'),
    TARGET: name('目标完成情况', 'target'),
    SET_SIZE: name('名实相符', 'size of a set'),
    NORM: name('对照标准', 'against a norm'),
    REMAINDER: name('余量', 'what is left open'),
  },
  CheckReason: {
    AGREES: name('数值一致', 'the figures agree'),
    WITHIN_ROUNDING: name('四舍五入范围内', 'within rounding'),
    WITHIN_BOUNDS: name('概数范围内', 'within what the words allow'),
    NO_READING_AGREES: name('任何读法均不一致', 'no reading agrees'),
    BASE_NOT_SAID: name('未说明基数', 'the base is not said'),
    NOT_BOUNDED: name('概数无界', 'a figure has no bounds'),
    UNITS_DIFFER: unitsDiffer,
    NOT_TOLD: name('原文未给出', 'not told in the text'),
    SAID_REVISED: name('已作修订', 'said to be revised'),
    SCOPES_MAY_DIFFER: scopesMayDiffer,
    BOUNDS_LEAVE_OPEN: boundsLeaveOpen,
    PERIOD_DIFFERS: periodDiffers,
    PER_DIFFERS: name('口径为人均等，不一致', 'one is per something, the other is not'),
    PART_ONLY: name('仅为部分', 'of a part only'),
    LEFT_OPEN: name('原文未说明余量', 'left open'),
  },
  ClaimKind: {
    OUTCOME: name('成效', 'outcome'),
    PROBLEM: name('问题', 'problem'),
    TARGET: name('目标', 'target'),
  },
  DocumentRelation: {
    CITES: name('引用', 'cites'),
    IMPLEMENTS: name('落实', 'implements'),
    ISSUES: name('出台', 'issues'),
  },
  FollowUpStatus: {
    TOLD_DONE: name('已述实施', 'told as done'),
    TOLD_ONGOING: name('再次列入安排', 'planned again'),
    NOT_MENTIONED: name('未提及', 'not mentioned'),
    NO_REPORT_YET: noReportYet,
  },
  HeadBasis: {
    QUOTED: name('原文', 'quoted'),
    CURATED: name('编者说明', 'said by a curator'),
  },
  IndicatorDirection: {
    HIGHER_IS_BETTER: name('越多越好', 'more is better'),
    LOWER_IS_BETTER: name('越少越好', 'less is better'),
    NEITHER: name('无所谓好坏', 'neither way is better'),
  },
  IndicatorGroup: {
    DECISIONS: name('行政决策', 'decisions'),
    DISPUTES: name('矛盾纠纷化解', 'disputes'),
    EDUCATION: name('普法与培训', 'education'),
    ENFORCEMENT: name('行政执法', 'enforcement'),
    LEADERSHIP: name('组织领导', 'leadership'),
    OVERSIGHT: name('监督', 'oversight'),
    RULES: name('制度建设', 'rules'),
    SERVICES: name('政务服务', 'services'),
  },
  IndicatorKind: { CHANGE: name('变化量', 'change'), LEVEL: name('水平', 'level') },
  Language: { EN: name('英文', 'English'), ZH: name('中文', 'Chinese') },
  LinkBasis: {
    STATED: name('原文明示', 'stated in the text'),
    SAME_POINT: name('同一要点', 'same point'),
    CURATED: curated,
  },
  MeasureStage: {
    CARRIED_OUT: name('已实施', 'carried out'),
    PLANNED: name('拟实施', 'planned'),
  },
  NormBound: {
    AT_LEAST: name('不少于', 'at least'),
    AT_MOST: name('不超过', 'at most'),
    EXACTLY: name('恰为', 'exactly'),
  },
  NormPeriod: { YEAR: name('年', 'year') },
  NumeralKind: {
    QUANTITY: name('数量', 'quantity'),
    DATE: name('日期、时段', 'date'),
    ORDINAL: name('序数', 'ordinal'),
    IDIOM: name('习语、口号', 'idiom'),
    CODE: name('编号', 'code'),
    TITLE: name('题名、专名', 'title or name'),
    UNKNOWN: nothingKnown,
  },
  OperandRole: {
    BASE: name('基数', 'base'),
    CHANGED: name('变化', 'changed'),
    CONFIRMS: name('佐证', 'confirms'),
    COUNT: name('个数', 'count'),
    EXCLUDED: name('不计入', 'left out'),
    HELD: name('所含', 'held'),
    PART: name('部分', 'part'),
    RATE: name('比率', 'rate'),
    RESTATED: name('再次所述', 'told again'),
    RESULT: name('结果', 'result'),
    TOLD: name('所述', 'told'),
    WHOLE: name('总体', 'whole'),
  },
  OrganizationRole: {
    ACTOR: name('实施主体', 'carries it out'),
    SUBJECT: name('对象', 'is subject to it'),
  },
  OriginKind: {
    MODEL: name('模型', 'model'),
    PERSON: name('人工', 'person'),
    RULE: name('规则', 'rule'),
  },
  OutcomeDimension: {
    DIMENSION: name('维度', 'dimension'),
    INDICATOR: name('指标', 'indicator'),
    LEVEL: name('层级', 'level'),
    PERIOD: name('时段', 'period'),
    PLACE: name('地方', 'place'),
    POPULATION: name('统计对象', 'population'),
    REPORT: name('报告', 'report'),
    SECTION: name('部分', 'section'),
    UNIT: name('单位', 'unit'),
    YEAR: name('年份', 'year'),
  },
  OutcomeLevel: {
    OUTPUT: name('产出', 'output'),
    OUTCOME: name('成效', 'outcome'),
    IMPACT: name('影响', 'impact'),
    SCOPE: name('覆盖', 'scope'),
  },
  PeriodBasis: {
    INFERRED: name('据上下文推定', 'inferred'),
    STATED: name('原文所述', 'stated'),
  },
  PlaceLevel: {
    COUNTRY: name('国家', 'country'),
    PROVINCE: name('省级', 'province'),
    PREFECTURE: name('地级', 'prefecture'),
    COUNTY: name('县级', 'county'),
    TOWNSHIP: name('乡级', 'township'),
  },
  Qualifier: {
    EXACT: name('确数', 'exact'),
    MORE_THAN: name('多于', 'more than'),
    AT_LEAST: name('不少于', 'at least'),
    ABOUT: name('约', 'about'),
    NEARLY: name('近', 'nearly'),
    AT_MOST: name('不超过', 'at most'),
    LESS_THAN: name('少于', 'less than'),
    BETWEEN: name('介于', 'between'),
  },
  ReportKind: {
    STATUTORY_ANNUAL: name('法治政府建设年度报告', 'statutory annual report'),
    MODEL_AREA: name('示范地区材料', 'text about a model area'),
    WORK_REPORT: name('政府工作报告', 'government work report'),
    OTHER: name('其他文本', 'other text'),
  },
  RequiredPart: {
    RESULTS: name('主要举措和成效', 'measures and results'),
    SHORTCOMINGS: name('不足和原因', 'shortcomings and causes'),
    LEADERS_DUTY: name('主要负责人履职', 'the leader’s duty'),
    PLAN: name('下一年度安排', 'plan for the next year'),
    OTHER: name('其他需要报告的情况', 'other matters to report'),
  },
  SearchType: searchTypeNames,
  RetiredType: searchTypeNames,
  ReviewState: {
    CURATED: name('已审', 'reviewed'),
    UNREVIEWED: name('待审', 'not reviewed'),
  },
  TargetReason: {
    NOT_REVIEWED: name('待审', 'not reviewed'),
    BOUNDS_LEAVE_OPEN: boundsLeaveOpen,
    DIRECTION_NOT_SAID: name('未说明方向', 'the direction is not said'),
    NO_DEADLINE: name('无时限', 'no deadline'),
    NO_FIGURE: name('无数值', 'no figure'),
    NO_INDICATOR: name('无指标', 'no indicator'),
    PERIOD_DIFFERS: periodDiffers,
    SCOPES_MAY_DIFFER: scopesMayDiffer,
    SEVERAL_OUTCOMES: name('有多项成效', 'several outcomes'),
    UNITS_DIFFER: unitsDiffer,
    YEAR_NOT_KNOWN: name('年份不明', 'the year is not known'),
  },
  TargetVerdict: {
    REACHED: name('已达到', 'reached'),
    PARTLY_REACHED: name('部分达到', 'partly reached'),
    NOT_REACHED: name('未达到', 'not reached'),
    NOT_REPORTED: name('未报告', 'not reported'),
    NOT_DUE_YET: name('未到期', 'not due yet'),
    NO_REPORT_YET: noReportYet,
    NOT_COMPARABLE: name('无法比较', 'not comparable'),
  },
  ValueType: {
    CHANGE: name('变化量', 'change'),
    QUANTITY: name('定量', 'figure'),
    RANK: name('位次', 'rank'),
    STATEMENT: name('定性', 'in words'),
  },
  Verdict: {
    HOLDS: name('成立', 'holds'),
    DOES_NOT_FOLLOW: name('不能推出', 'does not follow'),
    CANNOT_BE_CHECKED: name('无法核对', 'cannot be checked'),
  },
  Withholding: {
    COUNTED_TWICE: name('会重复计算', 'would be counted twice'),
    INDICATORS_MIXED: name('指标混杂', 'indicators are mixed'),
    MEMBERS_MAY_OVERLAP: name('成员可能重叠', 'members may overlap'),
    NOT_ADDITIVE: name('不可相加', 'cannot be added'),
    PERIODS_MIXED: name('时段混杂', 'periods are mixed'),
    PLACES_NESTED: name('地方互相包含', 'places lie in each other'),
    UNITS_DIFFER: unitsDiffer,
    UNIT_UNNAMED: name('单位未标明', 'the unit has no name'),
  },
  WordSource: {
    CODE: name('编码', 'code'),
    DIMENSION_EN: name('维度（英文）', 'dimension in English'),
    DIMENSION_ZH: name('维度', 'dimension in Chinese'),
    NOTE_EN: name('编者注（英文）', 'note in English'),
    NOTE_ZH: name('编者注', 'note in Chinese'),
    TEXT: name('正文', 'text'),
    TITLE_EN: name('标题（英文）', 'title in English'),
    TITLE_ZH: name('标题', 'title in Chinese'),
  },
} as const;
