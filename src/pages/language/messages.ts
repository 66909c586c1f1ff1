import type { Language } from './language.ts';
import { english } from './messages-en.ts';
import { chinese } from './messages-zh.ts';
import type { Messages } from './messages-zh.ts';

const spoken: Readonly<Record<Language, Messages>> = { zh: chinese, en: english };

/** The pages' words in a language. */
export const messagesIn = (language: Language): Messages => spoken[language];

/** A sentence with its blanks, such as `{count}`, filled in. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
