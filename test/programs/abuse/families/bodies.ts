import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { jsonPost, overHttp } from '../case.ts';
import type { Case } from '../case.ts';

const family = 'bodies';
const good = '{"query":"{ reports { totalCount } }"}';
const refused = { statuses: [415], code: 'UNSUPPORTED_MEDIA_TYPE' };
const unreadable = { statuses: [200, 400], refused: true };

/** Bodies that are no question. */
const broken: readonly (string | Buffer)[] = [
  '',
  ' ',
  '{',
  '}',
  '{"query"',
  '{"query":',
  '{"query":}',
  '{query:"{a}"}',
  "{'query':'{a}'}",
  '{"query":"{a}",}',
  '{"query":"{ __typename }"}}',
  'null',
  'true',
  '7',
  '"{ __typename }"',
  '[]',
  '[[]]',
  '[null]',
  `[${good}]`,
  `[${good},${good}]`,
  `[${Array.from({ length: 500 }, () => good).join(',')}]`,
  '{}',
  '{"query":null}',
  '{"query":7}',
  '{"query":[]}',
  '{"query":{}}',
  '{"query":true}',
  '{"query":["{ __typename }"]}',
  '{"query":""}',
  '{"query":" "}',
  '{"variables":{}}',
  '{"operationName":"A"}',
  '{"id":"abc"}',
  '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"abc"}}}',
  `\ufeff${good}`,
  Buffer.from(good, 'utf16le'),
  Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(good, 'utf16le').swap16()]),
  Buffer.from([0xff, 0xfe, 0xfd]),
  Buffer.concat([
    Buffer.from('{"query":"{ a'),
    Buffer.from([0xc0, 0x80, 0xed, 0xa0, 0x80]),
    Buffer.from('}"}'),
  ]),
  '['.repeat(30_000),
  '{"a":'.repeat(10_000),
  `{"query":"${'\\u0000'.repeat(5000)}"}`,
  'query={__typename}',
  '<query>{ __typename }</query>',
  '{ __typename }',
  '\0'.repeat(1000),
  `${good}\0`,
  `${good}${good}`,
  `${good}\n${good}`,
  '{"query":"{ __typename }","zzz":1}',
  '{"query":"{ __typename }","query2":"x"}',
];

/** Bodies that hold a question in an odd way; they may be answered. */
const odd: readonly string[] = [
  ` \n\t${good}\r\n `,
  '{"query":"{ nope }","query":"{ __typename }"}',
  '{"query":"{ __typename }","__proto__":{"query":"x"}}',
  '{"__proto__":{"query":"{ __typename }"}}',
  '{"query":"{ __typename }","constructor":{"prototype":{"a":1}}}',
  '{"query":"{ __typename }","variables":{"__proto__":{"first":1}}}',
  '{"query":"query ($first: Int) { reports(first: $first) { totalCount } }","variables":{"__proto__":{"first":"x"}}}',
  '{"query":"query ($__proto__: Int) { reports(first: $__proto__) { totalCount } }","variables":{"__proto__":1}}',
  '{"query":"{ __typename }","variables":[]}',
  '{"query":"{ __typename }","variables":"{}"}',
  '{"query":"{ __typename }","variables":7}',
  '{"query":"{ __typename }","variables":true}',
  '{"query":"{ __typename }","variables":null}',
  '{"query":"{ __typename }","extensions":7}',
  '{"query":"{ __typename }","extensions":[]}',
  '{"query":"{ __typename }","extensions":{"__proto__":1}}',
  '{"query":"{ __typename }","operationName":{}}',
  `{"query":"{ __typename }","variables":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`,
  `{"query":"query ($f: OutcomeFilter) { outcomes(filter: $f) { totalCount } }","variables":{"f":${'{"measures":{"outcomes":'.repeat(1000)}{}${'}}'.repeat(1000)}}}`,
  `{"query":"query ($i: [ID!]!) { nodes(ids: $i) { __typename } }","variables":{"i":${'['.repeat(5000)}${']'.repeat(5000)}}}`,
  `{"query":"query ($n: Int) { reports(first: $n) { totalCount } }","variables":{"n":1e400}}`,
  `{"query":"query ($n: Int) { reports(first: $n) { totalCount } }","variables":{"n":-0}}`,
  `{"query":"{ __typename }","variables":{${Array.from({ length: 3000 }, (_, n) => `"v${n}":${n}`).join(',')}}}`,
  `{"query":"{ \\u005f_typename }"}`,
  `{"query":"{ __typename }${' '.repeat(30_000)}"}`,
];

const types: readonly string[] = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/graphql',
  'application/graphql+json',
  'application/graphql-response+json',
  'text/plain',
  'text/html',
  'application/xml',
  'application/octet-stream',
  'application/json; charset=utf-16',
  'application/json; charset=gbk',
  'application/jsonl',
  'application/json2',
  'json',
  '*/*',
  ';',
  'application/json,text/plain',
  '',
  'x'.repeat(5000),
];

const compressors = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };

/** Bodies of every kind but what they should be. */
export function bodies(): Case[] {
  const cases = broken.map((body) =>
    overHttp(family, `broken: ${String(body).slice(0, 40)}`, jsonPost(body), unreadable),
  );
  for (const body of odd) cases.push(overHttp(family, `odd: ${body.slice(0, 40)}`, jsonPost(body)));
  for (const type of types) {
    for (const body of [
      good,
      'query=%7B__typename%7D',
      '{ __typename }',
      '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{ __typename }"}\r\n--x--',
    ]) {
      cases.push(
        overHttp(
          family,
          `as ${type.slice(0, 40)}`,
          jsonPost(body, { 'content-type': type }),
          refused,
        ),
      );
    }
  }
  for (const [coding, pack] of Object.entries(compressors)) {
    const bomb = `{"query":"{ __typename } #${'x'.repeat(5_000_000)}"}`;
    for (const body of [pack(good), pack(bomb), good]) {
      cases.push(
        overHttp(
          family,
          `packed: ${coding}`,
          jsonPost(body, { 'content-encoding': coding }),
          refused,
        ),
      );
    }
  }
  cases.push(
    overHttp(
      family,
      'in chunks',
      { ...jsonPost(good), headers: { 'content-type': 'application/json' } },
      { statuses: [200] },
    ),
  );
  for (const length of [65_536, 65_537, 70_000, 200_000, 2_000_000]) {
    const long = `{"query":"{ __typename }"}${' '.repeat(length - 26)}`;
    const expected =
      length > 65_536 ? { statuses: [413], code: 'BODY_TOO_LONG' } : { statuses: [200] };
    const headers = { 'content-type': 'application/json' };
    cases.push(
      overHttp(family, `of ${length} bytes`, jsonPost(long), expected),
      overHttp(family, `of ${length} bytes in chunks`, { ...jsonPost(long), headers }, expected),
      overHttp(
        family,
        `of ${length} bytes for a table`,
        { ...jsonPost(long), headers: { ...headers, accept: 'text/csv' } },
        { statuses: length > 65_536 ? [413] : [200, 400] },
      ),
    );
  }
  return cases;
}
