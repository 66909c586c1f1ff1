import { isDeepStrictEqual } from 'node:util';
import { serve } from '../../../src/server/serve.ts';
import type { Serving } from '../../../src/server/serve.ts';
import { fewRows, postgresBounds } from '../../../src/limits.ts';
import { setPublicOrigin } from '../../../src/public-origin.ts';

/** By what servers are called that are held against each other: their own addresses would tell them apart. */
export const commonOrigin = 'https://example.org';

/** What came back, as far as a reader sees it. */
export type Told = { status: number; type: string | null; etag: string | null; text: string };

/** Two servers of the same data: one over the file, one over PostgreSQL. */
export type TwoStores = {
  sqlite: Serving;
  postgres: Serving;
  /** Fetches the same from both. */
  fetch: (path: string, init?: RequestInit) => Promise<[Told, Told]>;
  /** Asks both the same question. */
  ask: (query: string, variables?: object) => Promise<[Told, Told]>;
  close: () => Promise<void>;
};

/** @param store where PostgreSQL is, as a role that may only read */
export async function startTwoStores(
  data: string,
  store: string,
  { compiler = true }: { compiler?: boolean } = {},
): Promise<TwoStores> {
  setPublicOrigin(commonOrigin);
  // What is asked again is to be answered by PostgreSQL, and not from memory.
  // Of so few rows as there are here some filters are to pass more than few.
  Object.assign(postgresBounds, { knownBytes: 0 });
  Object.assign(fewRows, { toSort: 7, toSortOfWords: 20, toGroup: 30 });
  const usual = { data, host: '127.0.0.1', port: 0, logLevel: 'silent' };
  const sqlite = await serve(usual);
  const postgres = await serve({ ...usual, store, compiler });
  const fetchBoth: TwoStores['fetch'] = (path, init) =>
    Promise.all([toldBy(sqlite.url + path, init), toldBy(postgres.url + path, init)]);
  return {
    sqlite,
    postgres,
    fetch: fetchBoth,
    ask: (query, variables) =>
      fetchBoth('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query, variables }),
      }),
    async close() {
      await Promise.all([sqlite.close(), postgres.close()]);
      setPublicOrigin(null);
    },
  };
}

/** What is told at an address. */
export const toldBy = async (url: string, init?: RequestInit): Promise<Told> =>
  toldOf(await fetch(url, init));

/** The same of what came back. */
export async function toldOf(response: Response): Promise<Told> {
  const { status, headers } = response;
  const text = await response.text();
  return { status, type: headers.get('content-type'), etag: headers.get('etag'), text };
}

type Body = { data?: unknown; errors?: { message: string; extensions: { code: string } }[] };

/** Whether a question was given up as the machine is busy: that says nothing of the answer. */
const isBusy = ({ errors = [] }: Body) =>
  errors.some(({ extensions: { code } }) => /QUERY_TIMEOUT|SERVICE_UNAVAILABLE/.test(code));

/** A number of more digits than any report's, which is written by each store in its own letters. */
const ofLongNumber = /\d\.\d{14,}|\de[-+]\d/;

/**
 * How two answers differ, be it by a byte; null where they do not. Of several errors a server of PostgreSQL may tell another first,
 * as it waits for its answers in between: their codes are held against each other.
 */
export function differenceOf([one, other]: readonly [Told, Told]): object | null {
  const [a, b] = [one, other].map(({ text }) => JSON.parse(text) as Body);
  if (!a || !b || isBusy(a) || isBusy(b)) return null;
  const isAlike = isDeepStrictEqual(comparedOf(a), comparedOf(b));
  const isSame = a.errors || ofLongNumber.test(one.text) ? isAlike : one.text === other.text;
  return isSame && one.status === other.status ? null : { sqlite: one, postgres: other };
}

const comparedOf = ({ errors = [], ...body }: Body) => ({
  ...body,
  codes: [...new Set(errors.map(({ extensions }) => extensions.code))].toSorted(),
});
