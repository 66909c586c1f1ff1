/** The language that a page speaks; the report's own words stay as they are. */
export type Language = 'zh' | 'en';

/** As the API names it. */
export const languageArgument = { zh: 'ZH', en: 'EN' } as const;

/** The language that `?lang=` asks for; Chinese where it asks for none that is spoken. */
export const languageOf = (url: URL): Language =>
  url.searchParams.get('lang') === 'en' ? 'en' : 'zh';

/** An address of this site in a language; Chinese needs no word for it. */
export function address(
  path: string,
  language: Language,
  query: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams({ ...query, ...(language === 'en' && { lang: 'en' }) });
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
