import type { Received } from '../../support/served.ts';

/** What an answer must be beyond what every answer must. */
export type Expected = {
  /** Any of these. */
  statuses?: readonly number[];
  /** The code of its first error. */
  code?: string;
  /** Whether it must be an error, whatever its status. */
  refused?: boolean;
  /** The `totalCount` of its only list. */
  total?: number;
};

/** The codes of errors that are documented. */
const codes = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'BODY_TOO_LONG',
  'EXPECTATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'HEAD_TOO_LONG',
  'HTTP_VERSION_NOT_SUPPORTED',
  'METHOD_NOT_ALLOWED',
  'NOT_ACCEPTABLE',
  'NOT_FOUND',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'QUERY_TIMEOUT',
  'QUERY_TOO_COMPLEX',
  'REQUEST_TIMEOUT',
  'UNSUPPORTED_MEDIA_TYPE',
]);

/** What would tell of the inside: a stack, a path on the disk, the database. */
const leaks = [
  /\bat [\w.<>]+ \(/,
  /\bat (?:file|node):/,
  /node_modules/,
  /\/(?:home|root|tmp|usr|var|work)\//,
  /\bsrc\/[\w/-]+\.ts/,
  /\bselect\b[^"]{0,200}\bfrom\b/i,
  /sqlite|no such (?:table|column)|fts5|json_each|unrecognized token|:p\d/i,
  /better-sqlite3|drizzle|pothos|yoga/i,
];

type Sent = { sent: string; method: string };

type Told = { message?: unknown; extensions?: { code?: unknown } };

/** What is wrong with an answer; null for nothing. */
export function judge(received: Received, asked: Sent, expected: Expected = {}): string | null {
  const { status, headers } = received;
  const text = received.body.toString('utf8');
  const wrong = (what: string) => `${what}: ${status} ${text.slice(0, 300)}`;
  // 505 speaks of the request’s version, and of nothing that went wrong here.
  if (status >= 500 && status !== 505) return wrong('an error of the server');
  if (expected.statuses && !expected.statuses.includes(status)) {
    return wrong(`not ${expected.statuses.join(' or ')}`);
  }
  if (headers['x-content-type-options'] !== 'nosniff') return wrong('without nosniff');
  if (headers.server ?? headers['x-powered-by']) return wrong('it says what it runs on');
  if (asked.method === 'HEAD' || status === 204 || status === 304) return null;
  if (status >= 400 && text === '') return wrong('an error without words');
  if (!/json/.test(headers['content-type'] ?? '') || text === '') return null;
  if (headers['content-type']?.startsWith('application/jsonl')) return null;
  return judgeJson(text, asked.sent, expected, wrong);
}

function judgeJson(
  text: string,
  sent: string,
  { code, total, refused }: Expected,
  wrong: (what: string) => string,
): string | null {
  const answer = parse(text) as { errors?: Told[]; data?: Record<string, unknown> } | undefined;
  if (answer === undefined) return wrong('not JSON');
  const { errors = [], data } = answer;
  if (!Array.isArray(errors)) return wrong('errors that are no list');
  for (const { message, extensions } of errors) {
    if (typeof message !== 'string' || message === '') return wrong('an error without words');
    if (!codes.has(String(extensions?.code))) return wrong(`the code ${String(extensions?.code)}`);
  }
  if (refused && errors.length === 0) return wrong('not refused');
  const leak = findLeak(JSON.stringify(errors), sent);
  if (leak) return wrong(`it tells of the inside (${leak})`);
  if (code !== undefined && errors[0]?.extensions?.code !== code) return wrong(`not ${code}`);
  if (total === undefined || errors.length > 0) return null;
  const [list] = Object.values(data ?? {}) as { totalCount?: number }[];
  return list?.totalCount === total ? null : wrong(`not ${total} rows`);
}

/** What stands in an error that the client did not say itself. */
export function findLeak(told: string, sent = ''): string | null {
  for (const leak of leaks) {
    const [found] = leak.exec(told) ?? [];
    if (found !== undefined && !sent.toLowerCase().includes(found.toLowerCase())) return found;
  }
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
