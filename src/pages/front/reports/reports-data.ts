import type { Ask } from '../../../table/fetch-pages.ts';
import { Unanswered, askOne, readQuery } from '../../ask-all.ts';
import type { Answer } from '../../ask-all.ts';
import { languageArgument } from '../../language/language.ts';
import type { Language } from '../../language/language.ts';
import { windowArguments } from '../window.ts';
import { reportVariables } from './reports-state.ts';
import type { ReportsState } from './reports-state.ts';

export type ReportsData = Answer<'find/reports'>;

const query = readQuery('find/reports');

/**
 * The reports that a list is narrowed to; null where its address names no place or no page that there is.
 * @throws Unanswered where there may be an answer later
 */
export async function askReports(
  ask: Ask,
  { narrowed, window }: ReportsState,
  language: Language,
): Promise<ReportsData | null> {
  try {
    return await askOne(ask, query, {
      ...reportVariables(narrowed),
      chosen: narrowed.place === undefined ? [] : [narrowed.place],
      language: languageArgument[language],
      ...windowArguments(window),
    });
  } catch (error) {
    if (error instanceof Unanswered && error.status < 422) return null;
    throw error;
  }
}
