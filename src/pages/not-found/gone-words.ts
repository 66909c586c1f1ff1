import type { Language } from '../language/language.ts';

/** What is said of what was given up, at the address where it stood. */
export const goneWords = {
  retired: { zh: '这个编码已停用', en: 'This code is given no longer' },
  retiredLead: {
    zh: '{code} 已停用，没有别的编码取代它。编码一经停用，不再指代别的内容。',
    en: '{code} was retired, and nothing took its place. A retired code never comes to mean anything else.',
  },
  reason: { zh: '停用的原因：', en: 'Why it was retired: ' },
  inReport: { zh: '看它所在的报告', en: 'See the report that it stood in' },
  removed: { zh: '这份报告已撤下', en: 'This report was taken away' },
  removedLead: {
    zh: '《{title}》于 {day} 撤下，不再是现行数据的一部分。',
    en: '“{title}” was taken away on {day} and is no part of the present data.',
  },
  asItWas: {
    zh: '看撤下之前的样子（保留的版本有限）',
    en: 'See it as it was (few versions are kept)',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;
