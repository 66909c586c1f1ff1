import { judge } from '../judge.ts';
import { inTime } from '../case.ts';
import type { Case } from '../case.ts';
import { exchange } from '../socket.ts';
import type { Step } from '../socket.ts';

const body = '{"query":"{ __typename }"}';
const get = 'GET /ready HTTP/1.1\r\nhost: a\r\n';
const close = 'connection: close\r\n\r\n';
const post = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';
const chunked = `${post}transfer-encoding: chunked\r\n`;
const inChunk = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
const smuggled = 'GET /smuggled HTTP/1.1\r\nhost: a\r\n\r\n';

/** What is written, and the statuses that may come back, in order; nothing means: closed unanswered. */
const talks: Record<string, [steps: readonly Step[], statuses: readonly number[]]> = {
  'two at once': [[`${get}\r\n${get}${close}`], [200, 200]],
  'fifty at once': [[`${get}\r\n`.repeat(49) + get + close], Array.from({ length: 50 }, () => 200)],
  'a question in three pieces': [
    [post, 20, `content-length: ${body.length}\r\n${close}`, 20, body],
    [200],
  ],
  'a question byte by byte': [
    `${post}content-length: ${body.length}\r\n${close}${body}`.split(''),
    [200],
  ],
  chunks: [[`${chunked}${close}${inChunk}`], [200]],
  'chunks of one byte': [
    [
      `${chunked}${close}${body
        .split('')
        .map((each) => `1\r\n${each}\r\n`)
        .join('')}0\r\n\r\n`,
    ],
    [200],
  ],
  'a chunk with an extension': [
    [`${chunked}${close}${body.length.toString(16)};a=b\r\n${body}\r\n0\r\n\r\n`],
    [200],
  ],
  trailers: [
    [`${chunked}${close}${body.length.toString(16)}\r\n${body}\r\n0\r\nzzz: 1\r\n\r\n`],
    [200],
  ],
  'HTTP/1.0': [['GET /ready HTTP/1.0\r\n\r\n'], [200]],
  'HTTP/1.0, kept alive': [
    ['GET /ready HTTP/1.0\r\nconnection: keep-alive\r\n\r\nGET /ready HTTP/1.0\r\n\r\n'],
    [200, 200],
  ],
  'HTTP/2': [['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'], [505]],
  'HTTP/9.9': [['GET /ready HTTP/9.9\r\nhost: a\r\n\r\n'], [505]],
  'HTTP/0.9': [['GET /ready\r\n\r\n'], [505]],
  'HTTP/2.0': [['GET /ready HTTP/2.0\r\nhost: a\r\n\r\n'], [505]],
  'two hosts': [['GET /ready HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n'], [400]],
  'good ones before a bad one': [[`${get}\r\n${get}\r\nzzz\r\n\r\n`], [200, 200, 400]],
  'a TLS greeting': [[Buffer.from('16030100c8010000c40303', 'hex')], [400]],
  'no host': [[`GET /ready HTTP/1.1\r\n${close}`], [400]],
  'an empty host': [[`GET /ready HTTP/1.1\r\nhost:\r\n${close}`], [200]],
  'an absolute address': [[`GET http://a/ready HTTP/1.1\r\nhost: a\r\n${close}`], [200]],
  CONNECT: [[`CONNECT a:80 HTTP/1.1\r\nhost: a\r\n${close}`], [405]],
  'OPTIONS of everything': [[`OPTIONS * HTTP/1.1\r\nhost: a\r\n${close}`], [204]],
  'a method that is none': [[`ZZZ /ready HTTP/1.1\r\nhost: a\r\n${close}`], [400]],
  garbage: [[Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 73) % 256))], [400]],
  zeros: [[Buffer.alloc(4096)], [400]],
  'lines and nothing else': [[`${'\r\n'.repeat(50)}${get}${close}`], [200]],
  'a header without a colon': [[`${get}zzz\r\n${close}`], [400]],
  'a header with a space before the colon': [[`${get}zzz : 1\r\n${close}`], [400]],
  'a header without a name': [[`${get}: 1\r\n${close}`], [400]],
  'a folded header': [[`${get}zzz: 1\r\n 2\r\n${close}`], [400]],
  'a zero in a header': [[`${get}zzz: a\0b\r\n${close}`], [400]],
  'a bare return in a header': [[`${get}zzz: a\rb\r\n${close}`], [400]],
  'bare line feeds': [['GET /ready HTTP/1.1\nhost: a\n\n'], [400]],
  'bytes beyond ASCII in a header': [
    [Buffer.from(`${get}zzz: \xff\xfe\r\n${close}`, 'latin1')],
    [200],
  ],
  'a length that is no number': [[`${post}content-length: zzz\r\n${close}${body}`], [400]],
  'a negative length': [[`${post}content-length: -1\r\n${close}${body}`], [400]],
  'a length with a sign': [[`${post}content-length: +5\r\n${close}${body}`], [400]],
  'a length beyond all numbers': [
    [`${post}content-length: ${'9'.repeat(40)}\r\n${close}${body}`],
    [400],
  ],
  'a length that is too long': [[`${post}content-length: 9999999999\r\n${close}`], [413]],
  'two lengths': [
    [`${post}content-length: 5\r\ncontent-length: ${body.length}\r\n${close}${body}`],
    [400],
  ],
  'a list of lengths': [[`${post}content-length: 5, 6\r\n${close}${body}`], [400]],
  'a length and chunks': [
    [`${post}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n${inChunk}${smuggled}`],
    [400],
  ],
  'chunks and a length': [[`${chunked}content-length: 4\r\n\r\n${inChunk}${smuggled}`], [400]],
  'chunks not last': [[`${post}transfer-encoding: chunked, identity\r\n${close}${inChunk}`], [400]],
  'chunks twice': [[`${chunked}transfer-encoding: chunked\r\n${close}${inChunk}`], [400, 501]],
  'chunks under another name': [
    [`${post}transfer-encoding: xchunked\r\n${close}${inChunk}`],
    [400],
  ],
  'chunks with a space before the colon': [
    [`${post}transfer-encoding : chunked\r\n${close}${inChunk}`],
    [400],
  ],
  'a chunk whose size is none': [[`${chunked}${close}zz\r\n${body}\r\n0\r\n\r\n`], [400]],
  'a chunk with a sign': [[`${chunked}${close}-1\r\n${body}\r\n0\r\n\r\n`], [400]],
  'a chunk beyond all numbers': [
    [`${chunked}${close}${'f'.repeat(40)}\r\n${body}\r\n0\r\n\r\n`],
    [400],
  ],
  'a chunk that says less than it is': [[`${chunked}${close}5\r\n${body}\r\n0\r\n\r\n`], [400]],
  'a long extension of a chunk': [
    [`${chunked}${close}1;${'z'.repeat(40_000)}\r\n{\r\n0\r\n\r\n`],
    [413],
  ],
  'a length that is less than the body': [[`${post}content-length: 5\r\n\r\n${body}`], [400, 400]],
  'a GET with a body': [[`${get}content-length: 5\r\n${close}12345`], [200]],
  'a HEAD with a body': [
    [
      `HEAD /ready HTTP/1.1\r\nhost: a\r\ncontent-length: ${smuggled.length}\r\n${close}${smuggled}`,
    ],
    [200],
  ],
  'a wish to change the protocol': [
    [`${get}upgrade: websocket\r\nconnection: upgrade, close\r\n\r\n`],
    [200],
  ],
  'another protocol, and then too much': [
    [`${get}upgrade: websocket\r\nconnection: upgrade\r\n\r\n`, 50, 'z'.repeat(70_000)],
    [200],
  ],
  'an expectation that nobody meets': [[`${get}expect: zzz\r\n${close}`], [417]],
  'an expectation that is met': [
    [`${post}expect: 100-continue\r\ncontent-length: ${body.length}\r\n${close}`, 50, body],
    [200],
  ],
  'a question that is refused, and another': [
    [`${get.replace('/ready', '/zzz')}\r\n${get}${close}`],
    [404, 200],
  ],
};

/** Half requests: whoever sends one and leaves is forgotten. */
const halves = [
  get,
  'G',
  'GET /',
  `${post}content-length: 100\r\n\r\n{`,
  `${chunked}\r\n5\r\n{"q`,
  `${post}content-length: ${body.length}\r\n\r\n${body}`,
];

const wrongIn = (statuses: readonly number[], expected: readonly number[]) =>
  statuses.length > expected.length ||
  statuses.some((status, n) => status !== expected[n]) ||
  (statuses.length === 0 && expected.length > 0);

/** What stands on the wire where requests should. */
export function wire(): Case[] {
  const spoken = Object.entries(talks).map(([name, [steps, expected]]): Case => ({
    family: 'wire',
    name,
    async run({ port }) {
      const answers = await inTime(exchange(port, steps));
      const statuses = answers.map(({ status }) => status);
      if (
        name === 'chunks twice' ? !expected.includes(statuses[0]!) : wrongIn(statuses, expected)
      ) {
        return `${JSON.stringify(statuses)}, not ${JSON.stringify(expected)}: ${answers[0]?.body.toString('latin1', 0, 200)}`;
      }
      const wrong = answers.map((answer) =>
        judge(answer, { sent: '', method: name.includes('HEAD') ? 'HEAD' : '' }),
      );
      return wrong.find((each) => each !== null) ?? null;
    },
  }));
  const left = halves.flatMap((half) =>
    Array.from({ length: 10 }, (_, n): Case => ({
      family: 'wire',
      name: `${half.slice(0, 20)}… and gone, ${n}`,
      async run({ port }) {
        const { connect } = await import('node:net');
        await new Promise((gone) => {
          const socket = connect(port, '127.0.0.1');
          socket.on('error', gone);
          socket.on('close', gone);
          socket.write(half, () => socket.resetAndDestroy());
        });
        return null;
      },
    })),
  );
  return [...spoken, ...left];
}
