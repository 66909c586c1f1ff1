import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { address } from '../language/language.ts';
import { fill } from '../language/messages.ts';
import { showNumber } from '../reading/figure.ts';
import type { Site } from '../site.ts';
import { firstPage, pageSize, windowQuery } from './window.ts';
import type { Window } from './window.ts';

type Paged = {
  path: string;
  /** What the address says beside the page. */
  query: Readonly<Record<string, string>>;
  window: Window;
  totalCount: number;
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
};

/** The ways to the page before and to the next, and which of all rows stand here; nothing where all do. */
export function paging({ words, language }: Site, paged: Paged): Html | null {
  const { path, query, window, totalCount, pageInfo } = paged;
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo;
  if (!hasNextPage && !hasPreviousPage) return null;
  const { page } = window;
  const link = (words_: string, rel: string, to: Window) =>
    html`<a rel="${rel}" href="${address(path, language, { ...query, ...windowQuery(to) })}">${words_}</a>`;
  const step = (by: number) => (page === null ? null : page + by);
  const before = page === 2 ? firstPage : { after: null, before: startCursor, page: step(-1) };
  return html`<nav class="paging" aria-label="${words.pages}">
  ${hasPreviousPage && link(words.previousPage, 'prev', before)}
  ${page !== null && html`<span>${rangeOf(words, page, totalCount)}</span>`}
  ${hasNextPage && link(words.nextPage, 'next', { after: endCursor, before: null, page: step(1) })}
</nav>`;
}

/** Which of all rows a page holds. */
function rangeOf(words: Site['words'], page: number, totalCount: number): string {
  const from = (page - 1) * pageSize + 1;
  return fill(words.rowsFromTo, {
    from: showNumber(from),
    to: showNumber(Math.min(from + pageSize - 1, totalCount)),
    count: showNumber(totalCount),
  });
}
