/** Which page of a list an address asks for: after or before a cursor, and its number, for readers. */
export type Window = { after: string | null; before: string | null; page: number };

/** How many hits or reports a page shows. */
export const pageSize = 20;

export function readWindow(search: URLSearchParams): Window {
  const after = search.get('after');
  const before = after === null ? search.get('before') : null;
  const page = Number(search.get('page') ?? 1);
  const isPage = Number.isSafeInteger(page) && page > 1 && (after ?? before) !== null;
  return { after, before, page: isPage ? page : 1 };
}

/** The same as an address writes it. */
export const windowQuery = ({ after, before, page }: Window): Record<string, string> => ({
  ...(after !== null && { after }),
  ...(before !== null && { before }),
  ...(page > 1 && { page: String(page) }),
});

/** The same as the API's arguments. */
export const windowArguments = ({ after, before }: Window) => ({
  first: before === null ? pageSize : null,
  after,
  last: before === null ? null : pageSize,
  before,
});
