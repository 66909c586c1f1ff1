import { readWeighted } from '../../http/weighted-list.ts';
import { namedLanguageOf } from '../../table/in-language.ts';

/** The language that a page speaks; the report's own words stay as they are. */
export type Language = 'zh' | 'en';

/** As the API names it. */
export const languageArgument = { zh: 'ZH', en: 'EN' } as const;

/** The language that `?lang=` asks for; Chinese where it asks for none that is spoken. */
export const languageOf = (url: URL): Language => namedLanguageOf(url) ?? 'zh';

/**
 * The language that `?lang=` asks for or, where it asks for none that is spoken, the one that
 * `Accept-Language` likes better; Chinese where it likes neither.
 */
export function readerLanguage(url: URL, acceptLanguage: string | null): Language {
  const named = namedLanguageOf(url);
  if (named) return named;
  const ranges = readWeighted(acceptLanguage);
  const liking = (language: Language) => {
    const ofLanguage = ranges.filter(({ name }) => name.split('-', 1)[0] === language);
    const weights = (
      ofLanguage.length > 0 ? ofLanguage : ranges.filter(({ name }) => name === '*')
    ).map(({ weight }) => weight);
    const at = ranges.findIndex((range) => ofLanguage.includes(range));
    return { weight: Math.max(0, ...weights), at: at < 0 ? ranges.length : at };
  };
  const [zh, en] = [liking('zh'), liking('en')];
  const isEnglish = en.weight > zh.weight || (en.weight === zh.weight && en.at < zh.at);
  return isEnglish && en.weight > 0 ? 'en' : 'zh';
}

/** An address of this site in a language; Chinese needs no word for it. */
export function address(
  path: string,
  language: Language,
  query: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams({ ...query, ...(language === 'en' && { lang: 'en' }) });
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
