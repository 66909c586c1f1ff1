import type { DocumentRelation, OrganizationRole } from '../../vocabulary.ts';
import type { Language } from './language.ts';

type Named<Name extends string> = Readonly<Record<Name, Readonly<Record<Language, string>>>>;

const words = {
  indicator: { zh: '指标', en: 'Indicator' },
  document: { zh: '文件', en: 'Document' },
  organization: { zh: '机构', en: 'Organization' },
  example: { zh: '可以这样提问', en: 'A question to ask' },
  itsWords: { zh: '原文', en: 'In the report’s words' },
  seeInPlace: { zh: '在报告里看这句话', en: 'See these words in the report' },
  cameOf: { zh: '来自举措', en: 'Came of these measures' },
  ledTo: { zh: '带来的成效', en: 'What came of it' },
  aimsAt: { zh: '要达到的目标', en: 'What it is to reach' },
  aimedAt: { zh: '对应的目标', en: 'Targets that it is held against' },
  answers: { zh: '针对的问题', en: 'Planned against these problems' },
  isAnsweredBy: { zh: '针对性安排', en: 'Planned against it' },
  documents: { zh: '相关文件', en: 'Documents that it has to do with' },
  organizations: { zh: '相关机构', en: 'Organizations that it has to do with' },
  carriesOn: { zh: '承接的上年安排', en: 'Carries on from' },
  carriedOnBy: { zh: '后来的延续', en: 'Carried on by' },
  toldLater: { zh: '后来的报告怎么说', en: 'What later reports tell' },
  whole: { zh: '所属总数', en: 'The whole that it is part of' },
  parts: { zh: '分项', en: 'Its parts' },
  checks: { zh: '参与的核对', en: 'Checks that it takes part in' },
  sameIndicator: {
    zh: '同一指标：各地各年',
    en: 'The same indicator, elsewhere and in other years',
  },
  sameSection: { zh: '同一部分还有', en: 'In the same section' },
  plannedAs: { zh: '所属安排', en: 'The plan that it belongs to' },
  reachedBy: { zh: '后来报告的数字', en: 'What a later report tells' },
  revisedFrom: { zh: '取代的目标', en: 'In place of' },
  revisedBy: { zh: '后来被取代为', en: 'Later replaced by' },
  measuresOf: { zh: '相关举措', en: 'Measures that have to do with it' },
  honours: { zh: '荣誉', en: 'Honours' },
  titleElsewhere: { zh: '其他报告', en: 'Other reports' },
  titleSearch: { zh: '检索各份报告提到的同名文件', en: 'Search all reports for this title' },
  sameIssuer: { zh: '同一机关印发', en: 'Issued by the same body' },
  issuer: { zh: '印发机关', en: 'Issued by' },
  publications: { zh: '发布的报告', en: 'Reports that it published' },
  responsibleFor: { zh: '负责的目标', en: 'Targets that it answers for' },
  documentsOf: { zh: '印发的文件', en: 'Documents that it issued' },
  namedIn: { zh: '提到它的报告', en: 'Reports that name it' },
  reportsOf: { zh: '报告', en: 'Reports' },
  yearsBeside: { zh: '各年对照', en: 'Its years side by side' },
  yearsLead: {
    zh: '每一列是一年的报告，每个数字都通向原文。报告没有说的留空。',
    en: 'Each column is the report of a year, and each figure leads to its words. Where a report is silent, a gap stays.',
  },
  yearsCut: {
    zh: '{year}：只列出前 {shown} 条，共 {count} 条；下载的表格载有全部。',
    en: '{year}: the first {shown} of {count} figures stand here; the table to download holds all.',
  },
  reportsWithin: { zh: '这里和下辖各地的报告', en: 'Reports of the place and of those within it' },
  everyReport: { zh: '全部报告', en: 'All reports' },
  lacksPart: { zh: '缺少“{part}”的报告', en: 'Reports that lack a part: {part}' },
  publisher: { zh: '发布机关', en: 'Published by' },
  askAbout: { zh: '关于这里可以问', en: 'Questions about it' },
  inside: { zh: '下辖', en: 'Places within it' },
  within: { zh: '隶属', en: 'Within' },
  organizationsOf: { zh: '这里的机构', en: 'Its organizations' },
  failing: { zh: '对不上的数字', en: 'What does not add up' },
  definition: { zh: '定义', en: 'Definition' },
  others: { zh: '另有 {count} 条', en: '{count} more' },
  thisVersion: { zh: '这一数据版本的地址', en: 'The address of this version of the data' },
  download: { zh: '下载', en: 'Download' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  ask: { zh: '再问', en: 'Ask again' },
  variables: { zh: '可以改的条件', en: 'What can be changed' },
  lists: { zh: '回答分几张表：', en: 'The answer has several tables:' },
  answer: { zh: '回答', en: 'The answer' },
  furtherRows: { zh: '其余 {count} 行', en: 'The other {count} rows' },
  rowsCut: {
    zh: '前 {shown} 行；下载的表格不止这些。',
    en: 'The first {shown} rows; the table to download goes on.',
  },
  listsCut: {
    zh: '查询只要这些列表的前若干项，其余的这里和下载的表格都没有：{lists}。',
    en: 'Of these lists the query asks for the first items alone, so that others stand neither here nor in the table to download: {lists}.',
  },
  ownPage: { zh: '单独的页面', en: 'Its own page' },
  wholeAnswer: { zh: '完整的回答', en: 'The whole answer' },
  otherQuestions: { zh: '其他问题', en: 'Other questions' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type ThingWord = keyof typeof words;

/** What the pages of things say in their own words. */
export const thingWord = (word: ThingWord, language: Language): string => words[word][language];

export const relationNames: Named<DocumentRelation> = {
  ISSUES: { zh: '出台', en: 'issues it' },
  IMPLEMENTS: { zh: '落实', en: 'carries it out' },
  CITES: { zh: '提及', en: 'names it' },
};

export const roleNames: Named<OrganizationRole> = {
  ACTOR: { zh: '实施主体', en: 'carries it out' },
  SUBJECT: { zh: '对象', en: 'is directed or covered by it' },
};
