import { pagePath } from '../../http/addresses.ts';
import type { Ask } from '../../table/fetch-pages.ts';
import { askAll, readQuery } from '../ask-all.ts';
import { comparePath } from '../compare/path.ts';

const queries = { reports: readQuery('listed'), indicators: readQuery('observed') };

/** No more pages of answers are asked for: a sitemap holds 50,000 addresses at most. */
const mostPages = 240;

/** The page of each report and of each indicator that a report tells of. */
export async function askFound(ask: Ask): Promise<readonly { path: string; title: string }[]> {
  const [reports, indicators] = await Promise.all([
    askAll(ask, queries.reports, {}, mostPages),
    askAll(ask, queries.indicators, {}, mostPages),
  ]);
  return [
    ...reports.map(({ code, title }) => ({ path: pagePath('report', code), title })),
    ...indicators.map(({ code, name }) => ({ path: comparePath(code), title: name })),
  ];
}
