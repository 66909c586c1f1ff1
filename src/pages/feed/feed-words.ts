import type { Language } from '../language/language.ts';

/** The kinds of facts whose changes the feed counts. */
export const factWords = {
  measures: { zh: '举措', en: 'measures' },
  outcomes: { zh: '成效', en: 'outcomes' },
  links: { zh: '关联', en: 'links' },
  problems: { zh: '问题', en: 'problems' },
  targets: { zh: '目标', en: 'targets' },
  documents: { zh: '文件', en: 'documents' },
  honours: { zh: '荣誉', en: 'honours' },
  checks: { zh: '核对', en: 'checks' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What the feed of changes says in its own words. */
export const feedWords = {
  title: { zh: '举证：数据更新', en: 'Juzheng: changes of the data' },
  lead: {
    zh: '每次导入新增、修改、撤下了哪些报告，以及各类事实的增减。',
    en: 'Which reports each import added, changed and took away, and how many facts of each kind.',
  },
  reports: { zh: '报告：', en: 'Reports: ' },
  added: { zh: '新增 {count}', en: '{count} added' },
  changed: { zh: '修改 {count}', en: '{count} changed' },
  removed: { zh: '撤下 {count}', en: '{count} removed' },
  comma: { zh: '，', en: ', ' },
  colon: { zh: '：', en: ': ' },
  semicolon: { zh: '；', en: '; ' },
  noReport: { zh: '重新发布，报告没有变化', en: 'Published anew, no report has changed' },
  withdrawn: {
    zh: '数据版本 {version} 已撤回，恢复版本 {before}',
    en: 'The version {version} of the data was withdrawn; {before} is served again',
  },
  version: { zh: '数据版本', en: 'Data version' },
  isAdded: { zh: '新增', en: 'added' },
  isChanged: { zh: '修改', en: 'changed' },
  isRemoved: { zh: '撤下', en: 'removed' },
  more: {
    zh: '另有 {count} 份报告，这里不再列出。',
    en: '{count} more reports are not listed here.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;
