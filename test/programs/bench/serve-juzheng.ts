import { serve } from '../../../src/server/serve.ts';
import { announce } from './listen.ts';

/** The server as it is, or with every query left to the ordinary executor, or over PostgreSQL. */
const [data = '', compiler, store] = process.argv.slice(2);
const { url } = await serve({
  data,
  store,
  host: '127.0.0.1',
  port: 0,
  logLevel: 'silent',
  compiler: compiler !== 'off',
});
announce(Number(new URL(url).port));
