import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

const require = createRequire(import.meta.url);

/** GraphiQL as it is published: the page's program, its styles and the editor's workers. */
const published = dirname(require.resolve('@graphql-yoga/graphiql'));

/**
 * What starts GraphiQL. A file of its own, so that the page needs no script inside it and its security
 * policy can forbid any.
 */
const boot = readFileSync(new URL('graphiql-boot.js', import.meta.url));

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

type Encoding = 'br' | 'gzip' | 'identity';

type Asset = { type: string; body: (encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>> };

/** The files that GraphiQL needs, by name; compressed when first asked for and then kept. */
export const assets: ReadonlyMap<string, Asset> = new Map([
  ['boot.js', assetOf('boot.js', () => boot)],
  ...filesIn(published, /^(?:yoga-graphiql\.umd\.js|graphiql\.css)$/),
  ...filesIn(join(published, 'monacoeditorwork'), /\.js$/),
]);

/** Changes whenever one of the files does, so that browsers may keep them for ever. */
export const assetsVersion = createHash('sha256')
  .update(boot)
  .update(readFileSync(join(published, '../package.json')))
  .digest('hex')
  .slice(0, 12);

function filesIn(folder: string, wanted: RegExp): [string, Asset][] {
  return readdirSync(folder)
    .filter((name) => wanted.test(name))
    .map((name) => [name, assetOf(name, () => readFileSync(join(folder, name)))]);
}

function assetOf(name: string, read: () => Buffer): Asset {
  const bodies = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    body(encoding) {
      const made = bodies.get(encoding) ?? compress(read(), encoding);
      bodies.set(encoding, made);
      return made;
    },
  };
}

async function compress(bytes: Buffer, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  switch (encoding) {
    case 'br':
      // Quality 5 takes a second for the whole program; the best would take half a minute.
      return compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    case 'gzip':
      return compressGzip(bytes);
    case 'identity':
      return new Uint8Array(bytes);
  }
}
