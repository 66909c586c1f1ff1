import type { Ask } from '../../../table/fetch-pages.ts';
import { askOne, readQuery } from '../../ask-all.ts';
import type { Answer } from '../../ask-all.ts';
import { languageArgument } from '../../language/language.ts';
import type { Language } from '../../language/language.ts';
import { askWindow, windowArguments } from '../window.ts';
import { reportVariables } from './reports-state.ts';
import type { ReportsState } from './reports-state.ts';

export type ReportsData = Answer<'find/reports'>;

const query = readQuery('find/reports');

/**
 * The reports that a list is narrowed to, on the page that there is.
 * @throws Unanswered where there may be an answer later
 */
export const askReports = (ask: Ask, { narrowed, window }: ReportsState, language: Language) =>
  askWindow(
    window,
    (shown): Promise<ReportsData> =>
      askOne(ask, query, {
        ...reportVariables(narrowed),
        chosen: narrowed.place === undefined ? [] : [narrowed.place],
        language: languageArgument[language],
        ...windowArguments(shown),
      }),
    ({ reports }) => reports.totalCount,
  );
