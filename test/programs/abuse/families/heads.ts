import { overHttp } from '../case.ts';
import type { Case } from '../case.ts';

const family = 'heads';
const question = '/graphql?query=%7B__typename%7D';

const methods = [
  'PUT',
  'DELETE',
  'PATCH',
  'TRACE',
  'PROPFIND',
  'PURGE',
  'SEARCH',
  'M-SEARCH',
  'QUERY',
];

const addresses = [
  '/graphql',
  '/health',
  '/ready',
  '/metrics',
  '/schema.graphql',
  '/examples/biggest-cuts.csv',
  '/',
  '/zzz',
];

/** What stands after the `?` of the API. */
const searches = [
  'query',
  'query=',
  'query=%7B',
  'query=%zz',
  'query=%ff%fe',
  'query=%00',
  'query=%7B__typename%7D&variables',
  'query=%7B__typename%7D&variables=',
  'query=%7B__typename%7D&variables=%7B',
  'query=%7B__typename%7D&variables=x',
  'query=%7B__typename%7D&variables=%zz',
  'query=%7B__typename%7D&variables=[]',
  'query=%7B__typename%7D&variables=7',
  'query=%7B__typename%7D&variables=null',
  'query=%7B__typename%7D&variables=%22x%22',
  'query=%7B__typename%7D&extensions=%7B',
  'query=%7B__typename%7D&extensions=7',
  'query=%7B__typename%7D&operationName=zzz',
  'query=%7B__typename%7D&operationName=',
  'query=mutation%7B__typename%7D',
  'query=subscription%7B__typename%7D',
  'query[]=x',
  'query=a&query=b',
  '&&&&',
  '=',
  '?',
  '#',
  '__proto__=x',
  'query=%7B__typename%7D&__proto__=x',
  'query=%7B__typename%7D&format=csv',
  'query=%7B__typename%7D&format=zzz',
  'query=%7Boutcomes%7Bnodes%7Bcode%7D%7D%7D&format=csv&list=zzz',
  'query=%7Boutcomes%7Bnodes%7Bcode%7D%7D%7D&format=csv&all=zzz',
  'query=%7Boutcomes%7Bnodes%7Bcode%7D%7D%7D&format=jsonl&variables=%7B',
  `query=%7B${'%20'.repeat(4000)}__typename%7D`,
  `variables=${'%5B'.repeat(4000)}`,
  'query=%7B%20%23%0A__typename%7D',
];

const accepts = [
  'image/png',
  'text/event-stream',
  'multipart/mixed',
  'multipart/mixed; deferSpec=20220824',
  'application/xml',
  'application/json;q=0',
  '*/*;q=0',
  'zzz',
  ';;;',
  ',',
  ', ,',
  'application/json;q=zzz',
  'application/json;q=-1',
  'application/json; charset=utf-16',
  'text/html',
  'text/csv',
  'text/csv;q=0.1, application/json',
  'a/b,'.repeat(1000),
  'application/graphql-response+json; charset=utf-8',
  '审批'
    .split('')
    .map(() => '\xe5')
    .join(''),
];

const headers: Record<string, string>[] = [
  { origin: 'null' },
  { origin: 'https://example.org' },
  { origin: '%%%' },
  { 'if-none-match': '"' },
  { 'if-none-match': '*' },
  { 'if-none-match': ','.repeat(4000) },
  { 'if-none-match': 'W/"zzz", "zzz' },
  { 'accept-encoding': 'zzz' },
  { 'accept-encoding': '*;q=0' },
  { 'accept-encoding': 'gzip;q=zzz,;;' },
  { 'accept-encoding': 'br,'.repeat(2000) },
  { range: 'bytes=0-1' },
  { range: 'bytes=-999999' },
  { 'x-forwarded-for': '1.2.3.4, zzz' },
  { 'x-forwarded-host': 'evil.example/../' },
  { 'x-forwarded-proto': 'zzz' },
  { forwarded: 'for=zzz;host=evil.example' },
  { cookie: 'a=b; __proto__=c' },
  { authorization: 'Bearer zzz' },
  { 'x-http-method-override': 'DELETE' },
  { 'x-original-url': '/health' },
  { 'x-rewrite-url': '/health' },
  { upgrade: 'websocket', connection: 'Upgrade' },
  { upgrade: 'h2c', connection: 'Upgrade, HTTP2-Settings' },
  { connection: 'zzz' },
  { te: 'trailers' },
  { expect: 'zzz' },
  { host: 'evil.example' },
  { host: 'a b' },
  { host: '[::1' },
  { host: 'a/b' },
  { host: 'a:99999' },
  { host: '@' },
  { __proto__x: 'y' },
  { constructor: 'x' },
];

/** Methods, addresses and headers that are not what they should be. */
export function heads(): Case[] {
  const cases: Case[] = [];
  for (const path of addresses) {
    for (const method of methods) {
      cases.push(
        overHttp(
          family,
          `${method} ${path}`,
          { method, path },
          { statuses: [405], code: 'METHOD_NOT_ALLOWED' },
        ),
      );
    }
    cases.push(
      overHttp(family, `OPTIONS ${path}`, { method: 'OPTIONS', path }, { statuses: [204] }),
    );
    if (path !== '/graphql')
      cases.push(
        overHttp(family, `POST ${path}`, { method: 'POST', path, body: '{}' }, { statuses: [405] }),
      );
  }
  for (const search of searches) {
    for (const method of ['GET', 'HEAD']) {
      for (const accept of [
        'application/json',
        'application/graphql-response+json',
        'text/csv',
        'text/html',
      ]) {
        cases.push(
          overHttp(family, `${method} ?${search.slice(0, 60)}`, {
            method,
            path: `/graphql?${search}`,
            headers: { accept },
          }),
        );
      }
    }
  }
  for (const accept of accepts) {
    cases.push(
      overHttp(
        family,
        `accept: ${accept.slice(0, 40)}`,
        { path: question, headers: { accept } },
        { statuses: [200, 400, 406] },
      ),
    );
  }
  for (const each of headers) {
    for (const path of [question, '/health', '/examples/biggest-cuts.csv', '/zzz']) {
      cases.push(
        overHttp(family, `${path} with ${JSON.stringify(each).slice(0, 60)}`, {
          path,
          headers: each,
        }),
      );
    }
  }
  for (const size of [8_000, 15_000, 17_000, 70_000]) {
    const expected = { statuses: size > 16_384 ? [431] : [200] };
    cases.push(
      overHttp(
        family,
        `a header of ${size} bytes`,
        { path: question, headers: { zzz: 'z'.repeat(size) } },
        expected,
      ),
      overHttp(
        family,
        `an address of ${size} bytes`,
        { path: `${question}&operationName=&x=${'z'.repeat(size)}` },
        expected,
      ),
    );
  }
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`z${n}`, 'z']));
  cases.push(
    overHttp(family, '500 headers', { path: question, headers: many }, { statuses: [200] }),
  );
  return cases;
}
