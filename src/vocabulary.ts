/**
 * The words of the domain: every closed list of values, each with what it means, once for the
 * database's checks, the importer's validator and the GraphQL enums. What changes from one edition
 * or one place to the next (units, indicators, frameworks) is data in `seed/vocabulary`, never here.
 */

export const reportKinds = {
  STATUTORY_ANNUAL:
    'The annual report on building a law-based government (法治政府建设年度报告) that every government and department owes, with its five required parts.',
  MODEL_AREA:
    'A publicity text about a place named a model area (示范创建); it owes no part and no date.',
  WORK_REPORT: 'A government work report (政府工作报告), read to the people’s congress.',
  OTHER: 'Any other text.',
} as const;

export const levels = {
  OUTPUT: 'What the government delivered (产出): six study sessions held, a document issued.',
  OUTCOME: 'A change that came of it (成效): 20 working days became 10.',
  IMPACT: 'A lasting effect on society (影响), beyond what the government itself does.',
  SCOPE: 'How far a measure reached (覆盖范围): 8 departments, 174 villages.',
} as const;

export const valueTypes = {
  QUANTITY: 'A typed figure (定量).',
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

export const linkBases = {
  STATED: 'The text’s own words join measure and outcome; the link’s evidence holds them (明示).',
  SAME_POINT: 'The outcome is reported inside the measure’s own numbered point (同一要点).',
  CURATED: 'A curator joined them across points; the link’s note says why (编者关联).',
} as const;

export const placeLevels = {
  COUNTRY: 'The country (国家).',
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

export const directions = {
  INCREASE: 'The figure is the amount by which something grew (增加, 提高).',
  DECREASE: 'The figure is the amount by which something fell (减少, 压缩).',
} as const;

export const languages = {
  ZH: 'Chinese (中文).',
  EN: 'English (英文).',
} as const;

export type ReportKind = keyof typeof reportKinds;
export type Level = keyof typeof levels;
export type ValueType = keyof typeof valueTypes;
export type Qualifier = keyof typeof qualifiers;
export type PeriodBasis = keyof typeof periodBases;
export type LinkBasis = keyof typeof linkBases;
export type PlaceLevel = keyof typeof placeLevels;
export type OrganizationRole = keyof typeof organizationRoles;
export type DocumentRelation = keyof typeof documentRelations;

/** The names of a vocabulary in their order, typed as the non-empty list that validators want. */
export function namesOf<Name extends string>(
  words: Readonly<Record<Name, string>>,
): [Name, ...Name[]] {
  return Object.keys(words) as [Name, ...Name[]];
}
