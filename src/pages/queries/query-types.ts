// Made by npm run schema from the files beside it and the schema; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What kind of text a report is. */
type ReportKind =
  /** The annual report on building a law-based government (法治政府建设年度报告) that every government and department owes, with its five required parts. */
  | 'STATUTORY_ANNUAL'
  /** A publicity text about a place named a model area (示范地区); it owes no part and no date. */
  | 'MODEL_AREA'
  /** A government work report (政府工作报告), read to the people’s congress. */
  | 'WORK_REPORT'
  /** Any other text that tells of measures and what came of them (其他). */
  | 'OTHER';

/** A language of titles, labels and notes. */
type Language =
  /** Chinese (中文), as reports are written. */
  | 'ZH'
  /** English (英文), in the words of curators. */
  | 'EN';

/** The rank of a place (行政层级). */
type PlaceLevel =
  /** The whole country (国家), which holds all provinces. */
  | 'COUNTRY'
  /** A province, autonomous region or municipality (省级). */
  | 'PROVINCE'
  /** A prefecture-level city, prefecture or league (地级). */
  | 'PREFECTURE'
  /** A county, banner, district or county-level city (县级). */
  | 'COUNTY'
  /** A township, town, sumu or subdistrict (乡级). */
  | 'TOWNSHIP';

/** A part that the annual report on building a law-based government must have (厅字〔2019〕28号). */
type RequiredPart =
  /** Measures and results of the year (主要举措和成效). */
  | 'RESULTS'
  /** Shortcomings and their causes (存在的不足和原因). */
  | 'SHORTCOMINGS'
  /** How the heads of Party and government did their duty (党政主要负责人履行推进法治建设第一责任人职责情况). */
  | 'LEADERS_DUTY'
  /** The plan for the next year (下一年度主要安排). */
  | 'PLAN'
  /** Other matters to report (其他需要报告的情况). */
  | 'OTHER';

/** Whether a measure is carried out or still to come (实施阶段); IATI’s activity status. */
type MeasureStage =
  /** Done, or being done, in the time that the report is about (已实施). */
  | 'CARRIED_OUT'
  /** To be done after it (拟实施): it has targets where others have outcomes. */
  | 'PLANNED';

/** What later reports tell of a planned measure (后续情况). */
type FollowUpStatus =
  /** A later report tells a measure that carries it on and is carried out (已述实施). */
  | 'TOLD_DONE'
  /** A later report tells it again as planned (再次列入安排). */
  | 'TOLD_ONGOING'
  /** The report of the year in which it is due is held, and nothing in it carries it on; that does not say that it was not done (未提及). */
  | 'NOT_MENTIONED'
  /** The report of the year in which it is due is not held, or what it tells is left to review (尚无报告). */
  | 'NO_REPORT_YET';

/** Whether a person has looked at what a fact says (审核状态). */
type ReviewState =
  /** A person wrote it, or took what a rule said (已审). */
  | 'CURATED'
  /** A rule said it and is not sure; nobody has looked at it yet (待审). */
  | 'UNREVIEWED';

/** What joins a measure to an outcome, a problem or another measure (关联依据). */
type LinkBasis =
  /** The text’s own words join measure and outcome; the link’s evidence holds them (明示). */
  | 'STATED'
  /** The outcome is reported inside the measure’s own numbered point (同一要点). */
  | 'SAME_POINT'
  /** A curator joined them across points; the link’s note says why (编者关联). */
  | 'CURATED';

/** How far from the government’s own act an outcome lies (层级); IATI’s result types, with scope. */
type OutcomeLevel =
  /** What the government delivered (产出): six study sessions held, a document issued. */
  | 'OUTPUT'
  /** A change that came of it (成效): 20 working days became 10. */
  | 'OUTCOME'
  /** A lasting effect on society (影响), beyond what the government itself does. */
  | 'IMPACT'
  /** How far a measure reached (覆盖范围): 8 departments, 174 villages. */
  | 'SCOPE';

/** How the report’s words qualify a figure (概数). */
type Qualifier =
  /** The figure as it stands. */
  | 'EXACT'
  /** More than the figure (余, 多, 超过, 突破). */
  | 'MORE_THAN'
  /** The figure or more (以上, 不少于). */
  | 'AT_LEAST'
  /** About the figure (约, 左右, 基本达到). */
  | 'ABOUT'
  /** Almost the figure (近). */
  | 'NEARLY'
  /** The figure or less (以内, 不超过). */
  | 'AT_MOST'
  /** Below the figure (不到, 不足). */
  | 'LESS_THAN'
  /** From the minimum to the maximum (三四个, 3至5个); the value is the minimum. */
  | 'BETWEEN';

/** Where a period comes from. */
type PeriodBasis =
  /** The period’s words stand with the fact itself. */
  | 'STATED'
  /** The period is carried over from words elsewhere in the report. */
  | 'INFERRED';

/** Which relation a check looks at. */
type CheckKind =
  /** Whether the parts add up to their whole (分项之和). */
  | 'SUM'
  /** Whether a rate follows from its count and its base (比率). */
  | 'RATIO'
  /** Whether a part is not larger than what it is part of (部分与总体). */
  | 'SUBSET'
  /** Whether the figures move the way that the verb says (变化方向). */
  | 'DIRECTION'
  /** Whether facts that count one and the same set count it alike (同一范围). */
  | 'SAME_FACT'
  /** Whether a report tells a figure again as an earlier report of the place told it: as a baseline, or as a value of an earlier year (前后年度表述). The check is of the later report. */
  | 'RESTATED'
  /** Whether a figure reaches what an earlier report of the place said would be reached (目标). The check is of the later report. */
  | 'TARGET'
  /** Whether a named set has as many members as its name says (名实相符): 三减. */
  | 'SET_SIZE'
  /** Whether a figure keeps the norm that an official frame states for its indicator (对照标准): at least 4 meetings a year. It does not follow only where no value that the figure can stand for keeps it. */
  | 'NORM'
  /** What is left of a whole when what is told of it is taken away (余量): what the report leaves open; it cannot be checked. */
  | 'REMAINDER';

/** How a check came out (核对结论). */
type Verdict =
  /** The report’s figures keep the relation (成立). */
  | 'HOLDS'
  /** It does not follow from the figures that the report gives; the base may be another (不能推出). */
  | 'DOES_NOT_FOLLOW'
  /** The report does not give what the check needs (无法核对). */
  | 'CANNOT_BE_CHECKED';

/** Why a check came out as it did (核对依据). */
type CheckReason =
  /** The figures agree as they stand (数值一致). */
  | 'AGREES'
  /** They agree once it counts that a figure is rounded, or cut off, at its last place: 1.6万 (四舍五入范围内). */
  | 'WITHIN_ROUNDING'
  /** They agree within what words such as 余, 以上 or 近 allow (概数范围内). */
  | 'WITHIN_BOUNDS'
  /** They agree in no reading of the figures: neither rounded nor cut off, nor within what their words allow (任何读法均不一致). */
  | 'NO_READING_AGREES'
  /** Count and base stand before the rate, and nothing says that it is of these (未说明基数). */
  | 'BASE_NOT_SAID'
  /** A figure is about a value (约), and nothing says within what (概数无界). */
  | 'NOT_BOUNDED'
  /** The figures stand in different units (单位不同). */
  | 'UNITS_DIFFER'
  /** The report does not tell a figure, a member or a verb that it takes (原文未给出). */
  | 'NOT_TOLD'
  /** The later report says that the figure was revised (修订, 调整后, 核定), so that it need not be the one told before (已作修订). */
  | 'SAID_REVISED'
  /** They differ, and something speaks for different scopes: only one names its publisher, a period is inferred, words such as 口径, 不含 or 累计 stand beside a figure (口径可能不同). */
  | 'SCOPES_MAY_DIFFER'
  /** Of the values that the figure can stand for, some keep the norm and others do not (范围内不能确定). */
  | 'BOUNDS_LEAVE_OPEN'
  /** The norm is of a calendar year, and the figure of another time or of one that is not told (时段不同). */
  | 'PERIOD_DIFFERS'
  /** The norm is per something and the figure is not said to be, or the other way round (口径为人均等，不一致). */
  | 'PER_DIFFERS'
  /** The figure is of a part, or one of several under its indicator, and not known to be the whole that the norm is about (仅为部分). */
  | 'PART_ONLY'
  /** Nothing is stated that it could be held against: it is what is left (原文未说明余量). */
  | 'LEFT_OPEN';

/** Whether a target was kept, as far as the texts that are held say (目标完成情况). */
type TargetVerdict =
  /** What a later report tells reaches it, in every reading of the figures (已达到). */
  | 'REACHED'
  /** A later report tells of less than was promised, and of some of it: the share says how much (部分达到). */
  | 'PARTLY_REACHED'
  /** What a later report tells does not reach it, in no reading of the figures (未达到). */
  | 'NOT_REACHED'
  /** The report of its place and period is held and tells nothing of it; that does not say that the work was not done (未报告). */
  | 'NOT_REPORTED'
  /** No report of the same publisher that is held reaches the day by which it is due (未到期). */
  | 'NOT_DUE_YET'
  /** It is due, and the report of its period by the same publisher is not held (尚无报告). */
  | 'NO_REPORT_YET'
  /** The two cannot be held against each other; the reason says why (无法比较). */
  | 'NOT_COMPARABLE';

/** Which way an indicator is better (指标方向). */
type IndicatorDirection =
  /** More of it is better (越多越好): a rate of success. */
  | 'HIGHER_IS_BETTER'
  /** Less of it is better (越少越好): a time limit. */
  | 'LOWER_IS_BETTER'
  /** Neither way is better by itself: the number of cases that came in. */
  | 'NEITHER';

/** What a measure does with a document. */
type DocumentRelation =
  /** The measure consists in drawing up or issuing the document (出台, 印发). */
  | 'ISSUES'
  /** The measure carries the document out (落实, 贯彻). */
  | 'IMPLEMENTS'
  /** The measure names the document (引用). */
  | 'CITES';

/** What an organization has to do with a measure. */
type OrganizationRole =
  /** Carries the measure out (实施主体). */
  | 'ACTOR'
  /** Is directed, covered or obliged by the measure (对象). */
  | 'SUBJECT';

/** What an outcome is in a check. */
type OperandRole =
  /** The figure that is held against a norm (对照标准的数值). */
  | 'HELD'
  /** The whole, or what the part belongs to (总体). */
  | 'WHOLE'
  /** A part of the whole (部分), one of the 其中. */
  | 'PART'
  /** The rate as stated (比率). */
  | 'RATE'
  /** What the rate counts (分子). */
  | 'COUNT'
  /** What the rate is taken of (分母). */
  | 'BASE'
  /** The figure with its baseline (变化值). */
  | 'CHANGED'
  /** What is taken away from the whole first (扣除项). */
  | 'EXCLUDED'
  /** What says that the base is this one and no other (佐证基数). */
  | 'CONFIRMS'
  /** One of the tellings of the same fact (同一事实的一次表述). */
  | 'TOLD'
  /** What a later report tells of it again: its value, or the baseline of its change (后来的表述). */
  | 'RESTATED'
  /** What a later report tells of what was to be reached (目标完成情况). */
  | 'RESULT';

/** What a numeral expression is. */
type NumeralKind =
  /** A figure that counts or measures (数量): 80余场次. */
  | 'QUANTITY'
  /** A date, or words for a stretch of time (日期、时段): 2023年度, 上半年. */
  | 'DATE'
  /** A rank or a place in a list (序数): 第三批, 一是. */
  | 'ORDINAL'
  /** A numeral inside a word, a slogan or the name of a set; it counts nothing (习语、口号): 四个亲自, 进一步. */
  | 'IDIOM'
  /** A number that names (编号): the 12345 hotline, 5A. */
  | 'CODE'
  /** A title or a proper name that holds a numeral, the whole of it (题名、专名): 《…》, 十四五, 15分钟生活圈. */
  | 'TITLE'
  /** A numeral that the reader does not understand; it carries no value, and before a classifier it is to be claimed or waived (未识别). */
  | 'UNKNOWN';

/** What something said of a report as a whole rests on (题头依据). */
type HeadBasis =
  /** Words of the report prove it; its evidence holds them (原文). */
  | 'QUOTED'
  /** The curator says it, by what stands outside the text (编者说明). */
  | 'CURATED';

/** What a search can find. */
type SearchType =
  /** A report, by its title; its text is searched section by section. */
  | 'REPORT'
  /** A section of a report, by its title and its text. */
  | 'SECTION'
  /** A measure, by its title and the words that prove it. */
  | 'MEASURE'
  /** An outcome, by its label, its dimension, its note and the words that prove it. */
  | 'OUTCOME'
  /** A target, by its label, its note and the words that prove it. */
  | 'TARGET'
  /** A problem, by its title and the words that tell it. */
  | 'PROBLEM'
  /** A document that a report names, by its title and the words that name it. */
  | 'DOCUMENT'
  /** An indicator, by its name. */
  | 'INDICATOR'
  /** An organization, by its name. */
  | 'ORGANIZATION'
  /** A place, by its name and its code. */
  | 'PLACE';

/** Where words stand that a search found. */
type WordSource =
  /** The Chinese title, label or name. */
  | 'TITLE_ZH'
  /** The English title, label or name. */
  | 'TITLE_EN'
  /** The report’s own words. */
  | 'TEXT'
  /** The code that people cite, such as 150924 of a place. */
  | 'CODE'
  /** Which part of its whole an outcome is, in Chinese. */
  | 'DIMENSION_ZH'
  /** The same in English. */
  | 'DIMENSION_EN'
  /** The curator’s note, in Chinese. */
  | 'NOTE_ZH'
  /** The same in English. */
  | 'NOTE_EN';

type ChecksQueryVariables = Exact<{
  code: string;
  language: Language;
  after: string | null | undefined;
}>;


type ChecksQuery = { page: { nodes: Array<{ code: string, kind: CheckKind, verdict: Verdict, stated: number | null, statedLow: number | null, statedHigh: number | null, computed: number | null, computedLow: number | null, computedHigh: number | null, explanation: string, operands: Array<{ role: OperandRole, outcome: { code: string, label: string, statement: string | null, baseline: { text: string | null, value: number } | null, change: { absolute: number, text: string | null } | null, report: { code: string, year: number | null }, quantity: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, low: number | null, high: number | null, unit: { code: string, name: string } } | null } }>, frameworkItem: { title: string, norm: { quote: string, source: string } | null } | null, evidence: { start: number, end: number } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type EarlierQueryVariables = Exact<{
  place: string;
  year: number;
  after: string | null | undefined;
}>;


type EarlierQuery = { page: { nodes: Array<{ code: string, dimension: string | null, population: string | null, indicator: { code: string } | null, period: { edtf: string | null } | null, report: { code: string, kind: ReportKind, year: number | null }, quantity: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type CalledQueryVariables = Exact<{
  text: string;
  language: Language;
}>;


type CalledQuery = { places: { totalCount: number, nodes: Array<{ code: string, name: string }> } };

type ChoicesQueryVariables = Exact<{
  chosen: Array<string> | string;
  language: Language;
}>;


type ChoicesQuery = { places: { totalCount: number, nodes: Array<{ code: string, name: string, parent: { code: string, name: string, parent: { code: string, name: string } | null } | null }> }, all: { facets: { years: Array<{ value: string }> } }, indicators: { nodes: Array<{ code: string, name: string }> }, chosen: { nodes: Array<{ code: string, name: string }> } };

type CodedQueryVariables = Exact<{
  codes: Array<string> | string;
  language: Language;
}>;


type CodedQuery = { report: { nodes: Array<{ code: string, label: string }> }, measure: { nodes: Array<{ code: string, label: string }> }, outcome: { nodes: Array<{ code: string, label: string }> }, target: { nodes: Array<{ code: string, label: string }> }, problem: { nodes: Array<{ code: string, label: string }> }, document: { nodes: Array<{ code: string, label: string }> }, indicator: { nodes: Array<{ code: string, label: string }> }, organization: { nodes: Array<{ code: string, label: string }> } };

type CountedQueryVariables = Exact<{
  places: Array<string> | string | null | undefined;
  years: Array<number> | number | null | undefined;
  chosen: Array<string> | string;
  language: Language;
}>;


type CountedQuery = { counted: { totalCount: number }, chosen: { nodes: Array<{ name: string }> } };

type FoundQueryVariables = Exact<{
  text: string;
  types: Array<SearchType> | SearchType | null | undefined;
  places: Array<string> | string | null | undefined;
  years: Array<number> | number | null | undefined;
  reports: Array<string> | string | null | undefined;
  parts: Array<RequiredPart> | RequiredPart | null | undefined;
  chosen: Array<string> | string;
  language: Language;
}>;


type FoundQuery = { counted: { totalCount: number }, chosen: { nodes: Array<{ name: string }> } };

type KnownQueryVariables = Exact<{
  places: Array<string> | string;
  reports: Array<string> | string;
  indicators: Array<string> | string;
  outcomes: Array<string> | string;
}>;


type KnownQuery = { places: { nodes: Array<{ code: string }> }, reports: { nodes: Array<{ code: string }> }, indicators: { nodes: Array<{ code: string }> }, outcomes: { nodes: Array<{ code: string }> } };

type ReportsQueryVariables = Exact<{
  text: string | null | undefined;
  places: Array<string> | string | null | undefined;
  years: Array<number> | number | null | undefined;
  kinds: Array<ReportKind> | ReportKind | null | undefined;
  missing: Array<RequiredPart> | RequiredPart | null | undefined;
  chosen: Array<string> | string;
  language: Language;
  first: number | null | undefined;
  after: string | null | undefined;
  last: number | null | undefined;
  before: string | null | undefined;
}>;


type ReportsQuery = { reports: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ code: string, title: string, kind: ReportKind, year: number | null, place: { code: string, name: string }, measures: { totalCount: number }, outcomes: { totalCount: number }, coverage: { requiredParts: Array<{ part: RequiredPart, isPresent: boolean }> } }> }, places: { totalCount: number, nodes: Array<{ code: string, name: string, parent: { code: string, name: string, parent: { code: string, name: string } | null } | null }> }, all: { facets: { years: Array<{ value: string }> } }, chosen: { nodes: Array<{ code: string, name: string }> } };

type SearchQueryVariables = Exact<{
  text: string;
  types: Array<SearchType> | SearchType | null | undefined;
  places: Array<string> | string | null | undefined;
  years: Array<number> | number | null | undefined;
  reports: Array<string> | string | null | undefined;
  parts: Array<RequiredPart> | RequiredPart | null | undefined;
  language: Language;
  first: number | null | undefined;
  after: string | null | undefined;
  last: number | null | undefined;
  before: string | null | undefined;
}>;


type SearchQuery = { search: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, facets: { types: Array<{ value: string, label: string, count: number }>, places: Array<{ value: string, label: string, count: number }>, years: Array<{ value: string, label: string, count: number }>, parts: Array<{ value: string, count: number }>, reports: Array<{ value: string, label: string, count: number }> }, nodes: Array<{ type: SearchType, node:
        | { __typename: 'Report', code: string, year: number | null, label: string, place: { name: string } }
        | { __typename: 'Section', code: string, label: string, report: { code: string, title: string, year: number | null, place: { name: string } } }
        | { __typename: 'Measure', code: string, label: string, section: { title: string }, report: { code: string, title: string, year: number | null, place: { name: string } } }
        | { __typename: 'Outcome', code: string, label: string, quantity: { text: string | null } | null, change: { absolute: number, text: string | null } | null, section: { title: string }, report: { code: string, title: string, year: number | null, place: { name: string } } }
        | { __typename: 'Target', code: string, label: string, quantity: { text: string | null } | null, change: { absolute: number, text: string | null } | null, section: { title: string }, report: { code: string, title: string, year: number | null, place: { name: string } } }
        | { __typename: 'Problem', code: string, label: string, section: { title: string }, report: { code: string, title: string, year: number | null, place: { name: string } } }
        | { __typename: 'Document', code: string, label: string, report: { code: string, title: string, year: number | null, place: { name: string } } }
        | { __typename: 'Indicator', code: string, label: string, outcomes: { totalCount: number } }
        | { __typename: 'Organization', code: string, label: string }
        | { __typename: 'Place', code: string, label: string }
      , snippets: Array<{ source: WordSource, text: string, highlights: Array<{ start: number, end: number }> }> }> } };

type ReportOfHitFragment = { code: string, title: string, year: number | null, place: { name: string } };

type SharedQueryVariables = Exact<{
  text: string;
  language: Language;
}>;


type SharedQuery = { indicators: { nodes: Array<{ node:
        | { __typename: 'Report' }
        | { __typename: 'Section' }
        | { __typename: 'Measure' }
        | { __typename: 'Outcome' }
        | { __typename: 'Target' }
        | { __typename: 'Problem' }
        | { __typename: 'Document' }
        | { __typename: 'Indicator', code: string, label: string, outcomes: { totalCount: number } }
        | { __typename: 'Organization' }
        | { __typename: 'Place' }
       }> }, others: { nodes: Array<{ node:
        | { __typename: 'Report' }
        | { __typename: 'Section' }
        | { __typename: 'Measure' }
        | { __typename: 'Outcome' }
        | { __typename: 'Target' }
        | { __typename: 'Problem' }
        | { __typename: 'Document' }
        | { __typename: 'Indicator' }
        | { __typename: 'Organization', code: string, label: string }
        | { __typename: 'Place', code: string, label: string }
       }> } };

type ShownQuantityFragment = { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } };

type ShownBaselineFragment = { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean };

type ShownChangeFragment = { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } };

type ToldInFragment = { code: string, year: number | null, place: { code: string, name: string } };

type WordsInSentenceFragment = { exact: string, start: number, end: number, section: { code: string, start: number, text: string, title: string } };

type ShownCheckFragment = { code: string, kind: CheckKind, verdict: Verdict, stated: number | null, statedLow: number | null, statedHigh: number | null, computed: number | null, computedLow: number | null, computedHigh: number | null, explanation: string, operands: Array<{ role: OperandRole, outcome: { code: string, label: string, statement: string | null, baseline: { text: string | null, value: number } | null, change: { absolute: number, text: string | null } | null, report: { code: string, year: number | null }, quantity: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, low: number | null, high: number | null, unit: { code: string, name: string } } | null } }>, frameworkItem: { title: string, norm: { quote: string, source: string } | null } | null, evidence: { start: number, end: number } | null };

type OutcomeLineFragment = { code: string, label: string, statement: string | null, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } };

type TargetLineFragment = { code: string, label: string, statement: string | null, verdict: TargetVerdict, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } };

type MeasureLineFragment = { code: string, title: string, stage: MeasureStage, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } };

type PlaceWithinFragment = { code: string, name: string, parent: { code: string, name: string, parent: { code: string, name: string } | null } | null };

type FrontQueryVariables = Exact<{
  language: Language;
}>;


type FrontQuery = { meta: { limits: Array<{ name: string, value: number, description: string }> }, shown: { nodes: Array<{ code: string, label: string, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, text: string | null, qualifier: Qualifier, minimum: number | null, maximum: number | null, isDerived: boolean, unit: { code: string, name: string } } | null, change: { absolute: number, percent: number | null } | null, evidence: { exact: string, start: number, end: number }, measures: { edges: Array<{ basis: LinkBasis, node: { code: string, title: string, acts: Array<{ evidence: { exact: string } }> } }> }, report: { code: string, title: string, year: number | null, place: { name: string } } }> }, reports: { totalCount: number }, outcomes: { totalCount: number }, measures: { totalCount: number }, checks: { totalCount: number, nodes: Array<{ code: string, kind: CheckKind, verdict: Verdict, explanation: string, report: { code: string, title: string, year: number | null, place: { name: string } }, operands: Array<{ outcome: { code: string, label: string } }> }> }, broken: { totalCount: number, nodes: Array<{ code: string, label: string, year: number | null, verdict: TargetVerdict, verdictExplanation: string | null, report: { code: string, title: string, year: number | null, place: { name: string } } }> }, judged: { totalCount: number }, indicators: { totalCount: number, nodes: Array<{ code: string, name: string }> } };

type IndicatorQueryVariables = Exact<{
  code: string;
  places: Array<string> | string | null | undefined;
  chosen: Array<string> | string;
  language: Language;
}>;


type IndicatorQuery = { indicator: { code: string, name: string, direction: IndicatorDirection, unit: { code: string, name: string } } | null, silent: { totalCount: number, nodes: Array<{ code: string, year: number | null, place: { code: string, name: string } }> }, telling: { totalCount: number }, places: { totalCount: number, nodes: Array<{ code: string, name: string, parent: { code: string, name: string, parent: { code: string, name: string } | null } | null }> }, chosen: { nodes: Array<{ code: string, name: string }> } };

type LinksQueryVariables = Exact<{
  code: string;
  language: Language;
  after: string | null | undefined;
}>;


type LinksQuery = { page: { nodes: Array<{ code: string, reviewState: ReviewState, reviewReason: string | null, basis: LinkBasis, note: string | null, origin: { name: string } | null, measure: { code: string }, outcome: { code: string }, evidence: { start: number, end: number } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type ListedQueryVariables = Exact<{
  after: string | null | undefined;
}>;


type ListedQuery = { page: { nodes: Array<{ code: string, title: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type MeasuresQueryVariables = Exact<{
  code: string;
  language: Language;
  after: string | null | undefined;
}>;


type MeasuresQuery = { page: { nodes: Array<{ code: string, reviewState: ReviewState, reviewReason: string | null, ordinal: number, title: string, heading: string | null, stage: MeasureStage, titleZh: string, titleEn: string, origin: { name: string } | null, followUp: { status: FollowUpStatus, measure: { code: string, report: { code: string } } | null, evidence: { exact: string } | null } | null, continues: { code: string, basis: LinkBasis, note: string | null, evidence: { start: number, end: number } | null, measure: { title: string, report: { code: string } } | null } | null, section: { code: string }, acts: Array<{ evidence: { start: number, end: number } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type NamesQueryVariables = Exact<{
  code: string;
  language: Language;
  documents: string | null | undefined;
  honours: string | null | undefined;
  organizations: string | null | undefined;
  retiredCodes: string | null | undefined;
}>;


type NamesQuery = { report: { documents: { nodes: Array<{ code: string, title: string, issuer: { name: string } | null, evidence: { start: number, end: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, honours: { nodes: Array<{ code: string, name: string, awarder: { name: string } | null, evidence: { start: number, end: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, organizations: { edges: Array<{ node: { code: string, name: string }, evidence: { start: number, end: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, retiredCodes: { nodes: Array<{ code: string, reason: string, replacement: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

type NearQueryVariables = Exact<{
  reports: Array<string> | string;
  indicators: Array<string> | string;
  measures: Array<string> | string;
  outcomes: Array<string> | string;
  targets: Array<string> | string;
  problems: Array<string> | string;
  documents: Array<string> | string;
  organizations: Array<string> | string;
  places: Array<string> | string;
  language: Language;
}>;


type NearQuery = { reports: { nodes: Array<{ code: string, label: string }> }, indicators: { nodes: Array<{ code: string, label: string }> }, measures: { nodes: Array<{ code: string, label: string }> }, outcomes: { nodes: Array<{ code: string, label: string }> }, targets: { nodes: Array<{ code: string, label: string }> }, problems: { nodes: Array<{ code: string, label: string }> }, documents: { nodes: Array<{ code: string, label: string }> }, organizations: { nodes: Array<{ code: string, label: string }> }, places: { nodes: Array<{ code: string, label: string }> } };

type NumeralsQueryVariables = Exact<{
  code: string;
  language: Language;
  after: string | null | undefined;
}>;


type NumeralsQuery = { page: { nodes: Array<{ code: string, text: string, kind: NumeralKind, start: number, end: number, waiver: string | null, claimedBy:
        | { __typename: 'Outcome', id: string }
        | { __typename: 'Target', id: string }
        | { __typename: 'Problem', id: string }
       | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type ObservationsQueryVariables = Exact<{
  code: string;
  places: Array<string> | string | null | undefined;
  language: Language;
  after: string | null | undefined;
}>;


type ObservationsQuery = { page: { nodes: Array<{ code: string, reviewState: ReviewState, label: string, year: number | null, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, text: string | null, unit: { code: string, name: string } } | null, period: { text: string, start: string | null, end: string | null } | null, checks: { totalCount: number }, report: { code: string, year: number | null, place: { code: string, name: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type ObservedQueryVariables = Exact<{
  after: string | null | undefined;
}>;


type ObservedQuery = { page: { nodes: Array<{ code: string, name: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type OutcomesQueryVariables = Exact<{
  code: string;
  language: Language;
  after: string | null | undefined;
}>;


type OutcomesQuery = { page: { nodes: Array<{ code: string, reviewState: ReviewState, reviewReason: string | null, label: string, level: OutcomeLevel, statement: string | null, dimension: string | null, population: string | null, note: string | null, labelZh: string, labelEn: string, dimensionZh: string | null, populationZh: string | null, origin: { name: string } | null, section: { code: string }, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, decimals: number | null, low: number | null, high: number | null, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, period: { text: string, edtf: string | null, basis: PeriodBasis, evidence: { start: number, end: number } } | null, indicator: { code: string, name: string, earliest: { nodes: Array<{ report: { code: string } }> }, latest: { nodes: Array<{ report: { code: string } }> } } | null, whole: { code: string } | null, parts: Array<{ code: string }>, checks: { nodes: Array<{ code: string, kind: CheckKind, verdict: Verdict, explanation: string, frameworkItem: { title: string, norm: { quote: string, source: string } | null } | null, evidence: { start: number, end: number } | null }> }, evidence: { start: number, end: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type ProblemsQueryVariables = Exact<{
  code: string;
  language: Language;
  after: string | null | undefined;
}>;


type ProblemsQuery = { page: { nodes: Array<{ code: string, reviewState: ReviewState, reviewReason: string | null, title: string, titleZh: string, titleEn: string, origin: { name: string } | null, section: { code: string }, cause: { start: number, end: number } | null, figures: Array<{ label: string, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { start: number, end: number } }>, answeredBy: { edges: Array<{ basis: LinkBasis, note: string | null, evidence: { start: number, end: number } | null, node: { code: string } }> }, evidence: { start: number, end: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type ReportQueryVariables = Exact<{
  code: string;
  language: Language;
}>;


type ReportQuery = { meta: { dataVersion: string, softwareVersion: string }, report: { code: string, kind: ReportKind, title: string, year: number | null, publishedOn: string | null, publishedOnBasis: HeadBasis | null, publisherBasis: HeadBasis | null, text: string, titleZh: string, titleEn: string, period: { evidence: { start: number, end: number } } | null, publishedOnEvidence: { start: number, end: number } | null, publisherEvidence: { start: number, end: number } | null, place: { code: string, name: string, nameZh: string }, publisher: { code: string, name: string, nameZh: string } | null, source: { characterCount: number, sha256: string, sourceUrl: string | null }, sections: Array<{ code: string, ordinal: number, depth: number, title: string, start: number, end: number }>, coverage: { clauseCount: number, coveredClauseCount: number, headingClauseCount: number, waivedClauseCount: number, possibleCheckCount: number, madeCheckCount: number, numeralCount: number, quantityCount: number, claimedCount: number, waivedCount: number, uncovered: { nodes: Array<{ text: string, waiver: string | null }> }, requiredParts: Array<{ evidence: { start: number, end: number } | null }>, checkKinds: Array<{ kind: CheckKind, possibleCount: number, madeCount: number }>, unmadeChecks: Array<{ kind: CheckKind, reason: CheckReason, checkCount: number }> } } | null };

type TargetsQueryVariables = Exact<{
  code: string;
  language: Language;
  after: string | null | undefined;
}>;


type TargetsQuery = { page: { nodes: Array<{ code: string, reviewState: ReviewState, reviewReason: string | null, label: string, statement: string | null, note: string | null, deliverable: string | null, verdict: TargetVerdict, verdictExplanation: string | null, revisesCode: string | null, labelZh: string, labelEn: string, origin: { name: string } | null, section: { code: string }, measure: { code: string } | null, owner: { code: string, name: string } | null, outcome: { code: string, report: { code: string }, evidence: { exact: string } } | null, asOf: { code: string } | null, revises: { code: string, label: string, report: { code: string } } | null, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, due: { text: string, edtf: string | null, basis: PeriodBasis, evidence: { start: number, end: number } } | null, evidence: { start: number, end: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type DocumentPageQueryVariables = Exact<{
  code: string;
  language: Language;
}>;


type DocumentPageQuery = { document: { code: string, title: string, note: string | null, titleZh: string, titleEn: string, evidence: { exact: string, start: number, end: number, section: { code: string, start: number, text: string, title: string } }, issuer: { code: string, name: string, documents: { totalCount: number, nodes: Array<{ code: string, title: string, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }> } } | null, measures: { totalCount: number, edges: Array<{ relation: DocumentRelation, node: { code: string, title: string, stage: MeasureStage, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } } }> }, honours: { totalCount: number, nodes: Array<{ code: string, name: string, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }> }, report: { title: string, publishedOn: string | null, code: string, year: number | null, titleZh: string, titleEn: string, publisher: { code: string, name: string, nameZh: string } | null, place: { code: string, name: string } } } | null };

type IndicatorPageQueryVariables = Exact<{
  code: string;
  language: Language;
}>;


type IndicatorPageQuery = { indicator: { code: string, name: string, definition: string | null, nameZh: string, nameEn: string, unit: { code: string, name: string }, targets: { totalCount: number, nodes: Array<{ code: string, label: string, statement: string | null, verdict: TargetVerdict, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }> } } | null };

type MeasurePageQueryVariables = Exact<{
  code: string;
  language: Language;
}>;


type MeasurePageQuery = { measure: { code: string, title: string, stage: MeasureStage, titleZh: string, titleEn: string, acts: Array<{ ordinal: number, evidence: { exact: string, start: number, end: number, section: { code: string, start: number, text: string, title: string } } }>, followUp: { status: FollowUpStatus, measure: { code: string, title: string, stage: MeasureStage, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } } | null, evidence: { exact: string, start: number, end: number, report: { code: string } } | null } | null, continues: { basis: LinkBasis, note: string | null, measure: { code: string, title: string, stage: MeasureStage, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } } | null } | null, continuedBy: { totalCount: number, edges: Array<{ basis: LinkBasis, note: string | null, node: { code: string, title: string, stage: MeasureStage, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } } }> }, outcomes: { totalCount: number, edges: Array<{ basis: LinkBasis, note: string | null, evidence: { exact: string, start: number, end: number } | null, node: { code: string, label: string, statement: string | null, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } } }> }, targets: { totalCount: number, nodes: Array<{ code: string, label: string, statement: string | null, verdict: TargetVerdict, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }> }, answers: { totalCount: number, edges: Array<{ basis: LinkBasis, note: string | null, evidence: { exact: string, start: number, end: number } | null, node: { code: string, title: string, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } } }> }, documents: { totalCount: number, edges: Array<{ relation: DocumentRelation, node: { code: string, title: string, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } } }> }, organizations: { totalCount: number, edges: Array<{ role: OrganizationRole, node: { code: string, name: string } }> }, section: { code: string, measures: { totalCount: number, nodes: Array<{ code: string, title: string, stage: MeasureStage, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }> } }, report: { title: string, publishedOn: string | null, code: string, year: number | null, titleZh: string, titleEn: string, publisher: { code: string, name: string, nameZh: string } | null, place: { code: string, name: string } } } | null };

type OrganizationPageQueryVariables = Exact<{
  code: string;
  language: Language;
}>;


type OrganizationPageQuery = { organization: { code: string, name: string, nameZh: string, nameEn: string, place: { code: string, name: string } | null, reports: { totalCount: number, edges: Array<{ evidence: { exact: string, start: number, end: number, section: { code: string, start: number, text: string, title: string } }, node: { title: string, code: string, year: number | null, place: { code: string, name: string } } }> }, publications: { totalCount: number, nodes: Array<{ title: string, code: string, year: number | null, place: { code: string, name: string } }> }, measures: { totalCount: number, edges: Array<{ role: OrganizationRole, node: { code: string, title: string, stage: MeasureStage, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } } }> }, targets: { totalCount: number, nodes: Array<{ code: string, label: string, statement: string | null, verdict: TargetVerdict, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }> }, documents: { totalCount: number, nodes: Array<{ code: string, title: string, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }> }, honours: { totalCount: number, nodes: Array<{ code: string, name: string, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }> } } | null };

type OutcomePageQueryVariables = Exact<{
  code: string;
  language: Language;
}>;


type OutcomePageQuery = { outcome: { code: string, label: string, level: OutcomeLevel, statement: string | null, dimension: string | null, population: string | null, note: string | null, labelZh: string, labelEn: string, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string, start: number, end: number, section: { code: string, start: number, text: string, title: string } }, period: { text: string, edtf: string | null, basis: PeriodBasis } | null, measures: { totalCount: number, edges: Array<{ basis: LinkBasis, note: string | null, evidence: { exact: string, start: number, end: number } | null, node: { code: string, title: string, stage: MeasureStage, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } } }> }, whole: { code: string, label: string, statement: string | null, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } } | null, parts: Array<{ code: string, label: string, statement: string | null, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }>, checks: { totalCount: number, nodes: Array<{ code: string, kind: CheckKind, verdict: Verdict, stated: number | null, statedLow: number | null, statedHigh: number | null, computed: number | null, computedLow: number | null, computedHigh: number | null, explanation: string, operands: Array<{ role: OperandRole, outcome: { code: string, label: string, statement: string | null, baseline: { text: string | null, value: number } | null, change: { absolute: number, text: string | null } | null, report: { code: string, year: number | null }, quantity: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, low: number | null, high: number | null, unit: { code: string, name: string } } | null } }>, frameworkItem: { title: string, norm: { quote: string, source: string } | null } | null, evidence: { start: number, end: number } | null }> }, targets: { totalCount: number, nodes: Array<{ code: string, label: string, statement: string | null, verdict: TargetVerdict, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }> }, indicator: { code: string, name: string, outcomes: { totalCount: number, nodes: Array<{ code: string, label: string, statement: string | null, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }> } } | null, section: { code: string, outcomes: { totalCount: number, nodes: Array<{ code: string, label: string, statement: string | null, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }> } }, report: { title: string, publishedOn: string | null, code: string, year: number | null, titleZh: string, titleEn: string, publisher: { code: string, name: string, nameZh: string } | null, place: { code: string, name: string } } } | null };

type PlacePageQueryVariables = Exact<{
  code: string;
  language: Language;
}>;


type PlacePageQuery = { within: { totalCount: number }, withoutResults: { totalCount: number }, withoutShortcomings: { totalCount: number }, withoutDuty: { totalCount: number }, withoutPlan: { totalCount: number }, withoutOther: { totalCount: number }, place: { code: string, name: string, level: PlaceLevel, nameZh: string, nameEn: string, parent: { code: string, name: string } | null, children: { totalCount: number, nodes: Array<{ code: string, name: string }> }, reports: { totalCount: number, nodes: Array<{ code: string, title: string, year: number | null, kind: ReportKind, measures: { totalCount: number }, outcomes: { totalCount: number }, targets: { totalCount: number }, problems: { totalCount: number }, told: { totalCount: number, nodes: Array<{ code: string, label: string, statement: string | null, year: number | null, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, indicator: { code: string, name: string } | null }> }, failing: { totalCount: number } }> }, every: { totalCount: number, nodes: Array<{ code: string, title: string, year: number | null }> }, honours: { totalCount: number, nodes: Array<{ code: string, name: string, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }> }, organizations: { totalCount: number, nodes: Array<{ code: string, name: string }> } } | null };

type ProblemPageQueryVariables = Exact<{
  code: string;
  language: Language;
}>;


type ProblemPageQuery = { problem: { code: string, title: string, titleZh: string, titleEn: string, evidence: { exact: string, start: number, end: number, section: { code: string, start: number, text: string, title: string } }, cause: { exact: string, start: number, end: number, section: { code: string, start: number, text: string, title: string } } | null, figures: Array<{ label: string, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string, start: number, end: number } }>, answeredBy: { totalCount: number, edges: Array<{ basis: LinkBasis, note: string | null, evidence: { exact: string, start: number, end: number } | null, node: { code: string, title: string, stage: MeasureStage, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } } }> }, report: { title: string, publishedOn: string | null, code: string, year: number | null, titleZh: string, titleEn: string, publisher: { code: string, name: string, nameZh: string } | null, place: { code: string, name: string } }, section: { code: string, problems: { totalCount: number, nodes: Array<{ code: string, title: string, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }> } } } | null };

type ReportFileQueryVariables = Exact<{
  code: string;
  language: Language;
}>;


type ReportFileQuery = { report: { code: string, url: string, kind: ReportKind, title: string, year: number | null, publishedOn: string | null, titleZh: string, titleEn: string, place: { code: string, name: string }, publisher: { code: string, name: string, nameZh: string } | null, source: { sha256: string, characterCount: number, sourceUrl: string | null }, sections: Array<{ code: string, title: string, start: number, end: number }>, measures: { totalCount: number, nodes: Array<{ code: string, title: string, stage: MeasureStage, evidence: { exact: string, start: number, end: number } }> }, outcomes: { totalCount: number, nodes: Array<{ code: string, label: string, statement: string | null, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string, start: number, end: number } }> } } | null };

type TargetPageQueryVariables = Exact<{
  code: string;
  language: Language;
}>;


type TargetPageQuery = { target: { code: string, label: string, statement: string | null, note: string | null, deliverable: string | null, verdict: TargetVerdict, verdictExplanation: string | null, revisesCode: string | null, labelZh: string, labelEn: string, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string, start: number, end: number, section: { code: string, start: number, text: string, title: string } }, due: { text: string, edtf: string | null, basis: PeriodBasis } | null, owner: { code: string, name: string } | null, measure: { code: string, title: string, stage: MeasureStage, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } } | null, outcome: { code: string, label: string, statement: string | null, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } } | null, revises: { code: string, label: string, statement: string | null, verdict: TargetVerdict, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } } | null, revisedBy: { totalCount: number, nodes: Array<{ code: string, label: string, statement: string | null, verdict: TargetVerdict, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }> }, checks: { totalCount: number, nodes: Array<{ code: string, kind: CheckKind, verdict: Verdict, stated: number | null, statedLow: number | null, statedHigh: number | null, computed: number | null, computedLow: number | null, computedHigh: number | null, explanation: string, operands: Array<{ role: OperandRole, outcome: { code: string, label: string, statement: string | null, baseline: { text: string | null, value: number } | null, change: { absolute: number, text: string | null } | null, report: { code: string, year: number | null }, quantity: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, low: number | null, high: number | null, unit: { code: string, name: string } } | null } }>, frameworkItem: { title: string, norm: { quote: string, source: string } | null } | null, evidence: { start: number, end: number } | null }> }, indicator: { code: string, name: string, targets: { totalCount: number, nodes: Array<{ code: string, label: string, statement: string | null, verdict: TargetVerdict, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }> } } | null, section: { code: string, targets: { totalCount: number, nodes: Array<{ code: string, label: string, statement: string | null, verdict: TargetVerdict, quantity: { value: number, minimum: number | null, maximum: number | null, qualifier: Qualifier, text: string | null, unit: { code: string, name: string } } | null, baseline: { value: number, maximum: number | null, qualifier: Qualifier, text: string | null, isDerived: boolean } | null, change: { absolute: number, isRelative: boolean, percent: number | null, isImprovement: boolean | null, text: string | null, unit: { code: string, name: string } } | null, evidence: { exact: string }, report: { code: string, year: number | null, place: { code: string, name: string } } }> } }, report: { title: string, publishedOn: string | null, code: string, year: number | null, titleZh: string, titleEn: string, publisher: { code: string, name: string, nameZh: string } | null, place: { code: string, name: string } } } | null };

/** By the name of its file: what a query is answered with, and what it takes. */
export type Queries = {
  checks: { data: ChecksQuery; variables: ChecksQueryVariables };
  earlier: { data: EarlierQuery; variables: EarlierQueryVariables };
  'find/called': { data: CalledQuery; variables: CalledQueryVariables };
  'find/choices': { data: ChoicesQuery; variables: ChoicesQueryVariables };
  'find/coded': { data: CodedQuery; variables: CodedQueryVariables };
  'find/counted': { data: CountedQuery; variables: CountedQueryVariables };
  'find/found': { data: FoundQuery; variables: FoundQueryVariables };
  'find/known': { data: KnownQuery; variables: KnownQueryVariables };
  'find/reports': { data: ReportsQuery; variables: ReportsQueryVariables };
  'find/search': { data: SearchQuery; variables: SearchQueryVariables };
  'find/shared': { data: SharedQuery; variables: SharedQueryVariables };
  front: { data: FrontQuery; variables: FrontQueryVariables };
  indicator: { data: IndicatorQuery; variables: IndicatorQueryVariables };
  links: { data: LinksQuery; variables: LinksQueryVariables };
  listed: { data: ListedQuery; variables: ListedQueryVariables };
  measures: { data: MeasuresQuery; variables: MeasuresQueryVariables };
  names: { data: NamesQuery; variables: NamesQueryVariables };
  near: { data: NearQuery; variables: NearQueryVariables };
  numerals: { data: NumeralsQuery; variables: NumeralsQueryVariables };
  observations: { data: ObservationsQuery; variables: ObservationsQueryVariables };
  observed: { data: ObservedQuery; variables: ObservedQueryVariables };
  outcomes: { data: OutcomesQuery; variables: OutcomesQueryVariables };
  problems: { data: ProblemsQuery; variables: ProblemsQueryVariables };
  report: { data: ReportQuery; variables: ReportQueryVariables };
  targets: { data: TargetsQuery; variables: TargetsQueryVariables };
  'things/document': { data: DocumentPageQuery; variables: DocumentPageQueryVariables };
  'things/indicator': { data: IndicatorPageQuery; variables: IndicatorPageQueryVariables };
  'things/measure': { data: MeasurePageQuery; variables: MeasurePageQueryVariables };
  'things/organization': { data: OrganizationPageQuery; variables: OrganizationPageQueryVariables };
  'things/outcome': { data: OutcomePageQuery; variables: OutcomePageQueryVariables };
  'things/place': { data: PlacePageQuery; variables: PlacePageQueryVariables };
  'things/problem': { data: ProblemPageQuery; variables: ProblemPageQueryVariables };
  'things/report': { data: ReportFileQuery; variables: ReportFileQueryVariables };
  'things/target': { data: TargetPageQuery; variables: TargetPageQueryVariables };
};
