import { postgresBounds } from '../../../src/limits.ts';
import { serve } from '../../../src/server/serve.ts';
import { announce } from './listen.ts';

/**
 * The server as it is, or with every query left to the ordinary executor, or over PostgreSQL, and then with so many
 * bytes of answers kept.
 */
const [data = '', compiler, store, knownBytes] = process.argv.slice(2);
if (knownBytes !== undefined) Object.assign(postgresBounds, { knownBytes: Number(knownBytes) });
const { url } = await serve({
  data,
  store,
  host: '127.0.0.1',
  port: 0,
  logLevel: 'silent',
  compiler: compiler !== 'off',
});
announce(Number(new URL(url).port));
