/**
 * The words of the domain: every closed list of values, each with what it means, once for the
 * database's checks, the importer's validator and the GraphQL enums. What changes from one edition
 * or one place to the next (units, indicators, frameworks) is data in `seed/vocabulary`, never here.
 */

export const reportKinds = {
  STATUTORY_ANNUAL:
    'The annual report on building a law-based government (法治政府建设年度报告) that every government and department owes, with its five required parts.',
  MODEL_AREA:
    'A publicity text about a place named a model area (示范地区); it owes no part and no date.',
  WORK_REPORT: 'A government work report (政府工作报告), read to the people’s congress.',
  OTHER: 'Any other text that tells of measures and what came of them (其他).',
} as const;

export const outcomeLevels = {
  OUTPUT: 'What the government delivered (产出): six study sessions held, a document issued.',
  OUTCOME: 'A change that came of it (成效): 20 working days became 10.',
  IMPACT: 'A lasting effect on society (影响), beyond what the government itself does.',
  SCOPE: 'How far a measure reached (覆盖范围): 8 departments, 174 villages.',
} as const;

export const valueTypes = {
  QUANTITY: 'A typed figure (定量).',
  CHANGE:
    'The amount of a change without the level that it led to (变化量), such as 减少环节46个: 46 steps fewer.',
  RANK: 'A place in a ranking (位次), such as 居全市第2位: the lower number is the better one; ranks can be compared and are never added.',
  STATEMENT:
    'A result told in words and without a figure (定性), such as 即办件 (done on the spot).',
} as const;

export const qualifiers = {
  EXACT: 'The figure as it stands.',
  MORE_THAN: 'More than the figure (余, 多, 超过, 突破).',
  AT_LEAST: 'The figure or more (以上, 不少于).',
  ABOUT: 'About the figure (约, 左右, 基本达到).',
  NEARLY: 'Almost the figure (近).',
  AT_MOST: 'The figure or less (以内, 不超过).',
  LESS_THAN: 'Below the figure (不到, 不足).',
  BETWEEN: 'From the minimum to the maximum (三四个, 3至5个); the value is the minimum.',
} as const;

export const periodBases = {
  STATED: 'The period’s words stand with the fact itself.',
  INFERRED: 'The period is carried over from words elsewhere in the report.',
} as const;

export const headBases = {
  QUOTED: 'Words of the report prove it; its evidence holds them (原文).',
  CURATED: 'The curator says it, by what stands outside the text (编者说明).',
} as const;

export const originKinds = {
  RULE: 'A rule of a program, with its version (规则).',
  MODEL: 'A language model, with its version (模型).',
  PERSON: 'A person, by hand (人工).',
} as const;

export const linkBases = {
  STATED: 'The text’s own words join measure and outcome; the link’s evidence holds them (明示).',
  SAME_POINT: 'The outcome is reported inside the measure’s own numbered point (同一要点).',
  CURATED: 'A curator joined them across points; the link’s note says why (编者关联).',
} as const;

export const placeLevels = {
  COUNTRY: 'The whole country (国家), which holds all provinces.',
  PROVINCE: 'A province, autonomous region or municipality (省级).',
  PREFECTURE: 'A prefecture-level city, prefecture or league (地级).',
  COUNTY: 'A county, banner, district or county-level city (县级).',
  TOWNSHIP: 'A township, town, sumu or subdistrict (乡级).',
} as const;

export const organizationRoles = {
  ACTOR: 'Carries the measure out (实施主体).',
  SUBJECT: 'Is directed, covered or obliged by the measure (对象).',
} as const;

export const documentRelations = {
  ISSUES: 'The measure consists in drawing up or issuing the document (出台, 印发).',
  IMPLEMENTS: 'The measure carries the document out (落实, 贯彻).',
  CITES: 'The measure names the document (引用).',
} as const;

export const indicatorKinds = {
  LEVEL: 'Observes a level, and changes of it: the number of steps, a time limit (水平).',
  CHANGE: 'Observes only how much something changed; it takes no level (变化量).',
} as const;

export const indicatorDirections = {
  HIGHER_IS_BETTER: 'More of it is better (越多越好): a rate of success.',
  LOWER_IS_BETTER: 'Less of it is better (越少越好): a time limit.',
  NEITHER: 'Neither way is better by itself: the number of cases that came in.',
} as const;

/** Groups of this project: those of the official indicator system were not to be read. */
export const indicatorGroups = {
  LEADERSHIP: 'How the heads lead and study law (组织领导).',
  SERVICES: 'Government services and the business environment (政务服务).',
  RULES: 'Normative documents and their legality (规范性文件).',
  DECISIONS: 'Major decisions, legal advisers and contracts (行政决策).',
  ENFORCEMENT: 'Administrative law enforcement (行政执法).',
  DISPUTES: 'Reconsideration, lawsuits, mediation and legal aid (矛盾纠纷化解).',
  OVERSIGHT: 'Proposals of deputies and openness (监督与公开).',
  EDUCATION: 'Teaching the law to the public (普法).',
} as const;

export const numeralKinds = {
  QUANTITY: 'A figure that counts or measures (数量): 80余场次.',
  DATE: 'A date, or words for a stretch of time (日期、时段): 2023年度, 上半年.',
  ORDINAL: 'A rank or a place in a list (序数): 第三批, 一是.',
  IDIOM:
    'A numeral inside a word, a slogan or the name of a set; it counts nothing (习语、口号): 四个亲自, 进一步.',
  CODE: 'A number that names (编号): the 12345 hotline, 5A.',
  TITLE:
    'A title or a proper name that holds a numeral, the whole of it (题名、专名): 《…》, 十四五, 15分钟生活圈.',
  UNKNOWN:
    'A numeral that the reader does not understand; it carries no value, and before a classifier it is to be claimed or waived (未识别).',
} as const;

export const claimKinds = {
  OUTCOME: 'An outcome (成效): its figure, its baseline or the amount of its change.',
  TARGET: 'A target (目标): what is to be reached.',
  PROBLEM: 'A problem (问题): a figure that tells how far it goes.',
} as const;

export const checkKinds = {
  SUM: 'Whether the parts add up to their whole (分项之和).',
  RATIO: 'Whether a rate follows from its count and its base (比率).',
  SUBSET: 'Whether a part is not larger than what it is part of (部分与总体).',
  DIRECTION: 'Whether the figures move the way that the verb says (变化方向).',
  SAME_FACT: 'Whether facts that count one and the same set count it alike (同一范围).',
  RESTATED:
    'Whether a report tells a figure again as an earlier report of the place told it: as a baseline, or as a value of an earlier year (前后年度表述). The check is of the later report.',
  TARGET:
    'Whether a figure reaches what an earlier report of the place said would be reached (目标). The check is of the later report.',
  SET_SIZE: 'Whether a named set has as many members as its name says (名实相符): 三减.',
  NORM: 'Whether a figure keeps the norm that an official frame states for its indicator (对照标准): at least 4 meetings a year. It does not follow only where no value that the figure can stand for keeps it.',
  REMAINDER:
    'What is left of a whole when what is told of it is taken away (余量): what the report leaves open; it cannot be checked.',
} as const;

export const verdicts = {
  HOLDS: 'The report’s figures keep the relation (成立).',
  DOES_NOT_FOLLOW:
    'It does not follow from the figures that the report gives; the base may be another (不能推出).',
  CANNOT_BE_CHECKED: 'The report does not give what the check needs (无法核对).',
} as const;

export const checkReasons = {
  AGREES: 'The figures agree as they stand (数值一致).',
  WITHIN_ROUNDING:
    'They agree once it counts that a figure is rounded, or cut off, at its last place: 1.6万 (四舍五入范围内).',
  WITHIN_BOUNDS: 'They agree within what words such as 余, 以上 or 近 allow (概数范围内).',
  NO_READING_AGREES:
    'They agree in no reading of the figures: neither rounded nor cut off, nor within what their words allow (任何读法均不一致).',
  BASE_NOT_SAID:
    'Count and base stand before the rate, and nothing says that it is of these (未说明基数).',
  NOT_BOUNDED: 'A figure is about a value (约), and nothing says within what (概数无界).',
  UNITS_DIFFER: 'The figures stand in different units (单位不同).',
  NOT_TOLD: 'The report does not tell a figure, a member or a verb that it takes (原文未给出).',
  SAID_REVISED:
    'The later report says that the figure was revised (修订, 调整后, 核定), so that it need not be the one told before (已作修订).',
  SCOPES_MAY_DIFFER:
    'They differ, and something speaks for different scopes: only one names its publisher, a period is inferred, words such as 口径, 不含 or 累计 stand beside a figure (口径可能不同).',
  BOUNDS_LEAVE_OPEN:
    'Of the values that the figure can stand for, some keep the norm and others do not (范围内不能确定).',
  PERIOD_DIFFERS:
    'The norm is of a calendar year, and the figure of another time or of one that is not told (时段不同).',
  PER_DIFFERS:
    'The norm is per something and the figure is not said to be, or the other way round (口径为人均等，不一致).',
  PART_ONLY:
    'The figure is of a part, or one of several under its indicator, and not known to be the whole that the norm is about (仅为部分).',
  LEFT_OPEN:
    'Nothing is stated that it could be held against: it is what is left (原文未说明余量).',
} as const;

export const operandRoles = {
  HELD: 'The figure that is held against a norm (对照标准的数值).',
  WHOLE: 'The whole, or what the part belongs to (总体).',
  PART: 'A part of the whole (部分), one of the 其中.',
  RATE: 'The rate as stated (比率).',
  COUNT: 'What the rate counts (分子).',
  BASE: 'What the rate is taken of (分母).',
  CHANGED: 'The figure with its baseline (变化值).',
  EXCLUDED: 'What is taken away from the whole first (扣除项).',
  CONFIRMS: 'What says that the base is this one and no other (佐证基数).',
  TOLD: 'One of the tellings of the same fact (同一事实的一次表述).',
  RESTATED:
    'What a later report tells of it again: its value, or the baseline of its change (后来的表述).',
  RESULT: 'What a later report tells of what was to be reached (目标完成情况).',
} as const;

export const normBounds = {
  AT_LEAST: 'So many or more (不少于, 至少).',
  AT_MOST: 'So many or fewer (不超过, 以内).',
  EXACTLY: 'So many, neither more nor fewer (应为).',
} as const;

export const normPeriods = {
  YEAR: 'In each calendar year (每年).',
} as const;

export const additivities = {
  ADDITIVE: 'Counts single things or events, so that figures of it can be added (可加).',
  OVERLAPPING:
    'Counts members of a set, such as departments or townships; two figures of one place may count the same members (可能重叠).',
  RATE: 'A rate, a value per head or a limit; a sum of such figures says nothing (比率、时限).',
  UNKNOWN:
    'A report’s own unit, of which nobody has said what it counts: its figures stand alone (未定).',
} as const;

export const requiredParts = {
  RESULTS: 'Measures and results of the year (主要举措和成效).',
  SHORTCOMINGS: 'Shortcomings and their causes (存在的不足和原因).',
  LEADERS_DUTY:
    'How the heads of Party and government did their duty (党政主要负责人履行推进法治建设第一责任人职责情况).',
  PLAN: 'The plan for the next year (下一年度主要安排).',
  OTHER: 'Other matters to report (其他需要报告的情况).',
} as const;

/**
 * What a report tells, or is told by, that readers look for: what it is called, how a search finds it
 * (`db/search/searchable.ts` says where it is looked for), and, where its codes stay reserved once they are
 * given no longer, what a retired code named; null where they do not.
 */
export const searchableTypes = {
  REPORT: {
    typename: 'Report',
    zh: '报告',
    en: 'report',
    meaning: 'A report, by its title; its text is searched section by section.',
    retired: null,
  },
  SECTION: {
    typename: 'Section',
    zh: '部分',
    en: 'section',
    meaning: 'A section of a report, by its title and its text.',
    retired: null,
  },
  MEASURE: {
    typename: 'Measure',
    zh: '举措',
    en: 'measure',
    meaning: 'A measure, by its title and the words that prove it.',
    retired: 'A measure (举措) of the report.',
  },
  OUTCOME: {
    typename: 'Outcome',
    zh: '成效',
    en: 'outcome',
    meaning: 'An outcome, by its label, its dimension, its note and the words that prove it.',
    retired: 'An outcome, and with it its links.',
  },
  TARGET: {
    typename: 'Target',
    zh: '目标',
    en: 'target',
    meaning: 'A target, by its label, its note and the words that prove it.',
    retired: 'A target (目标) of the report.',
  },
  PROBLEM: {
    typename: 'Problem',
    zh: '问题',
    en: 'problem',
    meaning: 'A problem, by its title and the words that tell it.',
    retired: 'A problem (问题) that the report named.',
  },
  DOCUMENT: {
    typename: 'Document',
    zh: '文件',
    en: 'document',
    meaning: 'A document that a report names, by its title and the words that name it.',
    retired: 'A document (文件) that the report named.',
  },
  INDICATOR: {
    typename: 'Indicator',
    zh: '指标',
    en: 'indicator',
    meaning: 'An indicator, by its name.',
    retired: null,
  },
  ORGANIZATION: {
    typename: 'Organization',
    zh: '机构',
    en: 'organization',
    meaning: 'An organization, by its name.',
    retired: null,
  },
  PLACE: {
    typename: 'Place',
    zh: '地方',
    en: 'place',
    meaning: 'A place, by its name and its code.',
    retired: null,
  },
} as const satisfies Record<
  string,
  { typename: string; zh: string; en: string; meaning: string; retired: string | null }
>;

export const searchTypes = Object.fromEntries(
  Object.entries(searchableTypes).map(([name, { meaning }]) => [name, meaning]),
) as Readonly<Record<SearchType, string>>;

/** What a code can name that is given no longer. */
export const retiredTypes = Object.fromEntries(
  Object.entries(searchableTypes).flatMap(([name, { retired }]) =>
    retired === null ? [] : [[name, retired]],
  ),
) as Readonly<Record<RetiredType, string>>;

export const wordSources = {
  TITLE_ZH: 'The Chinese title, label or name.',
  TITLE_EN: 'The English title, label or name.',
  TEXT: 'The report’s own words.',
  CODE: 'The code that people cite, such as 150924 of a place.',
  DIMENSION_ZH: 'Which part of its whole an outcome is, in Chinese.',
  DIMENSION_EN: 'The same in English.',
  NOTE_ZH: 'The curator’s note, in Chinese.',
  NOTE_EN: 'The same in English.',
} as const;

export const outcomeDimensions = {
  REPORT: 'The report that tells of it.',
  SECTION: 'The section that it stands in.',
  LEVEL: 'Its level (层级): output, outcome, impact or scope.',
  UNIT: 'The unit of its figure; none for a statement.',
  INDICATOR: 'The indicator that it observes.',
  DIMENSION: 'Which part of a whole it is.',
  POPULATION: 'Of what it is told, where a report tells the same of several.',
  PLACE: 'The place that its report is about.',
  YEAR: 'The year of its own period or, without one, of its report.',
  PERIOD: 'Its own period: the EDTF or, where that is not known, the report’s words.',
} as const;

export const withholdings = {
  UNITS_DIFFER: 'The figures are in different units: no sum, mean, minimum or maximum (单位不同).',
  UNIT_UNNAMED:
    'The unit is a report’s own, and no indicator says what it counts: no sum, mean, minimum or maximum (单位未定).',
  NOT_ADDITIVE:
    'It is a rate, a rank, a value per head or a limit: no sum; the mean is that of the figures as they stand, unweighted (不可相加).',
  INDICATORS_MIXED:
    'Different things stand in one unit: the figures are of several indicators, or of none that one knows, and not the parts of one whole: no sum or mean (指标不同).',
  COUNTED_TWICE:
    'A whole stands beside its parts, a count beside what it is part of, or one fact beside the same fact told again: no sum or mean (重复计算).',
  MEMBERS_MAY_OVERLAP:
    'Several figures of one place count people, departments or other members of a set that may be the same ones: no sum or mean (成员可能重叠).',
  PERIODS_MIXED:
    'The figures are of different periods, or of periods not known to be the same: no sum or mean (时段不同).',
  PLACES_NESTED:
    'A place stands beside one that it lies in, whose figures may hold its own: no sum or mean (地域包含).',
} as const;

export const languages = {
  ZH: 'Chinese (中文), as reports are written.',
  EN: 'English (英文), in the words of curators.',
} as const;

export type ReportKind = keyof typeof reportKinds;
export type OutcomeLevel = keyof typeof outcomeLevels;
export type ValueType = keyof typeof valueTypes;
export type Qualifier = keyof typeof qualifiers;
export type PeriodBasis = keyof typeof periodBases;
export type OriginKind = keyof typeof originKinds;
export type LinkBasis = keyof typeof linkBases;
export type PlaceLevel = keyof typeof placeLevels;
export type OrganizationRole = keyof typeof organizationRoles;
export type DocumentRelation = keyof typeof documentRelations;
export type NumeralKind = keyof typeof numeralKinds;
export type ClaimKind = keyof typeof claimKinds;
export type CheckKind = keyof typeof checkKinds;
export type Verdict = keyof typeof verdicts;
export type CheckReason = keyof typeof checkReasons;
export type OperandRole = keyof typeof operandRoles;
export type IndicatorKind = keyof typeof indicatorKinds;
export type IndicatorGroup = keyof typeof indicatorGroups;
export type IndicatorDirection = keyof typeof indicatorDirections;
export type NormBound = keyof typeof normBounds;
export type NormPeriod = keyof typeof normPeriods;
export type Additivity = keyof typeof additivities;
export type OutcomeDimension = keyof typeof outcomeDimensions;
export type SearchType = keyof typeof searchableTypes;
export type RetiredType = {
  [Type in SearchType]: (typeof searchableTypes)[Type]['retired'] extends string ? Type : never;
}[SearchType];
export type WordSource = keyof typeof wordSources;
export type Withholding = keyof typeof withholdings;
export type RequiredPart = keyof typeof requiredParts;

/** The names of a vocabulary in their order, typed as the non-empty list that validators want. */
export function namesOf<Name extends string>(
  words: Readonly<Record<Name, string>>,
): [Name, ...Name[]] {
  return Object.keys(words) as [Name, ...Name[]];
}
