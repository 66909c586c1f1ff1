import { fieldNames } from '../../table/field-names.ts';
import type { Language } from '../language/language.ts';

/** How the examples call lists that are not called by their field. */
const ownNames: Readonly<Record<string, Record<Language, string>>> = {
  leftOpen: { zh: '没有交代的余数', en: 'remainders left open' },
  noResult: { zh: '没有任何成效的举措', en: 'measures without any outcome' },
  notTold: { zh: '没有写明的', en: 'not told' },
  promised: { zh: '承诺', en: 'promised' },
  told: { zh: '写明的', en: 'told' },
};

/** A list of an answer in a reader's words; `outcomes.facets` by its fields, from the outermost on. */
export const listName = (path: string, language: Language): string =>
  path
    .split('.')
    .map((name) => (ownNames[name] ?? fieldNames[name])?.[language] ?? name)
    .join(' · ');
