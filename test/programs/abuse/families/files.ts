import { judge } from '../judge.ts';
import { inTime } from '../case.ts';
import type { Case } from '../case.ts';
import { exchange } from '../socket.ts';

/** What stands behind a folder to get out of it. */
const escapes = [
  '../package.json',
  '../../package.json',
  '../../../../etc/passwd',
  '..%2fpackage.json',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e/package.json',
  '%2e%2e%2f%2e%2e%2fpackage.json',
  '..%5cpackage.json',
  '..\\package.json',
  '....//package.json',
  '%252e%252e%252fpackage.json',
  '..;/package.json',
  '%c0%ae%c0%ae/package.json',
  './package.json',
  '/etc/passwd',
  '%2fetc%2fpasswd',
  '//etc/passwd',
  'file:///etc/passwd',
  '%00',
  'boot.js%00.css',
  'boot.js/',
  'boot.js/..',
  'boot.js/../../../package.json',
  '.',
  '..',
  '',
  '.git/config',
  'constructor',
  '__proto__',
  'toString',
  '*',
  '~root',
  'CURRENT',
  'kb-000001.sqlite',
  'NUL',
  'boot.js.map',
  'graphiql.css?x=../',
  'x'.repeat(8000),
];

const folders = [
  '/',
  '//',
  '/graphql/',
  '/graphql/assets/',
  '/graphql/assets/x/',
  '/examples/',
  '/examples/biggest-cuts/',
  '/data/',
  '/seed/',
  '/src/',
  '/reports/',
  '/./',
  '/graphql/../',
];

/** Addresses that are no path, as they stand in a request line. */
const addresses = [
  '//',
  '///',
  '//zzz',
  '//evil.example/graphql',
  '/%',
  '/%zz',
  '/%ff',
  '/%00',
  '/%e5%ae',
  '/graphql%',
  '/graphql%00',
  '/graphql%2f',
  '/graphql;a=b',
  '/GRAPHQL',
  '/graphql/',
  '/graphql//',
  '/graphql/..',
  '/\\',
  '/\\\\evil.example',
  '/審',
  '/\xff',
  '/?',
  '/?x',
  '/#',
  '/a?b?c#d',
  '*',
  'zzz',
  '?',
  'graphql',
  ':80',
  '@',
  'http:',
  'http:/',
  'http://',
  'http:///graphql',
  'http://a',
  'http://a:99999/',
  'http://[::1/',
  'http://@/',
  'http://a b/',
  'ftp://a/graphql',
  'javascript:alert(1)',
  'http://evil.example/health',
  'https://evil.example/graphql?query=%7B__typename%7D',
];

/** Only what is meant to be served is: nobody gets out of a folder, and no address breaks anything. */
export function files(): Case[] {
  const paths = [
    ...folders.flatMap((folder) => escapes.map((escape) => folder + escape)),
    ...addresses,
  ];
  return paths.map((path) => ({
    family: 'files',
    name: path.slice(0, 80),
    async run({ port }) {
      const head = `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`;
      const [received] = await inTime(exchange(port, [Buffer.from(head, 'latin1')]));
      if (!received) return 'no answer';
      const text = received.body.toString('utf8');
      if (/root:x?:0:|"dependencies"|\[core\]|SQLite format 3/.test(text))
        return `it shows a file: ${text.slice(0, 100)}`;
      return judge(received, { sent: path, method: 'GET' });
    },
  }));
}
