import { send } from '../../support/served.ts';
import type { Wire } from '../../support/served.ts';
import { judge } from './judge.ts';
import type { Expected } from './judge.ts';

/** The server that is abused. */
export type Target = { url: string; port: number };

/** One thing that a server must bear. */
export type Case = {
  family: string;
  name: string;
  /** Does it, and says what was wrong with the answer; null for nothing. */
  run: (target: Target) => Promise<string | null>;
};

/** How long any answer may take, in milliseconds. */
const patience = 15_000;

/** Gives up what takes too long. */
export async function inTime<Result>(doing: Promise<Result>, most = patience): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, failed) => {
    timer = setTimeout(() => failed(new Error(`no answer in ${most} ms`)), most);
  });
  try {
    return await Promise.race([doing, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A request that Node's own client can send. */
export const overHttp = (
  family: string,
  name: string,
  wire: Wire,
  expected: Expected = {},
): Case => ({
  family,
  name,
  async run({ url }) {
    const received = await inTime(send(url, wire));
    const sent = `${wire.path ?? ''} ${String(wire.body ?? '')}`;
    return judge(received, { sent, method: wire.method ?? 'GET' }, expected);
  },
});

/** A question as JSON in a POST. */
export const asking = (
  family: string,
  name: string,
  question: unknown,
  expected: Expected = {},
): Case => overHttp(family, name, jsonPost(JSON.stringify(question)), expected);

export const jsonPost = (body: string | Buffer, headers: Wire['headers'] = {}): Wire => ({
  method: 'POST',
  path: '/graphql',
  headers: {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...headers,
  },
  body,
});
