import type { Language } from '../language/language.ts';

/** What pages of an earlier version of the data say of it. */
export const versionWords = {
  CURRENT: {
    zh: '数据版本 {version}，也是现行的版本。',
    en: 'Data version {version}, which is also the present one.',
  },
  EARLIER: {
    zh: '这是较早的数据版本 {version}，内容不再更新。',
    en: 'This is an earlier version of the data, {version}; it changes no more.',
  },
  WITHDRAWN: {
    zh: '数据版本 {version} 已被撤回，请勿再引用。',
    en: 'The version {version} of the data was withdrawn; do not cite it any more.',
  },
  gone: { zh: '这一数据版本不再保留', en: 'This version of the data is kept no longer' },
  goneLead: {
    zh: '这里只保留最近的几个版本，{version} 不在其中。同一地址现在的内容也许有所不同。',
    en: 'Only the newest versions are kept here, and {version} is none of them. What stands at the same address now may differ.',
  },
  published: { zh: '它于 {day} 发布。', en: 'It was published on {day}.' },
  withdrawn: { zh: '它于 {day} 被撤回。', en: 'It was withdrawn on {day}.' },
  present: { zh: '看现行版本', en: 'See the present version' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;
