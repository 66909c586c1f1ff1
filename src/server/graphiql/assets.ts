import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** GraphiQL as it is published: a module of strings, one a line, each a file of the page. */
const published = new URL(import.meta.resolve('@graphql-yoga/render-graphiql/graphiql'));

/**
 * What stands beside GraphiQL and starts it. Files of their own, so that the page needs no script inside it
 * and its security policy can forbid any.
 */
const folder = new URL('browser/', import.meta.url);
const own = readdirSync(folder)
  .toSorted()
  .map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }));

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

type Encoding = 'br' | 'gzip' | 'identity';

type Asset = { type: string; body: (encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>> };

/** The files that GraphiQL needs, by name; compressed when first asked for and then kept. */
export const assets: ReadonlyMap<string, Asset> = new Map([
  ...own.map(({ name, bytes }) => [name, assetOf(name, () => bytes)] as const),
  ...(
    [
      ['yoga-graphiql.umd.js', 'js'],
      ['editor.worker.bundle.js', 'editorWorkerService'],
      ['json.worker.bundle.js', 'jsonWorker'],
      ['graphql.worker.bundle.js', 'graphqlWorker'],
    ] as const
  ).map(([name, constant]) => [name, assetOf(name, () => readPublished(constant))] as const),
  ['graphiql.css', assetOf('graphiql.css', () => withoutFonts(readPublished('css')))],
]);

/** Changes whenever one of the files does, so that browsers may cache them without limit. */
export const assetsVersion = own
  .reduce((hash, { name, bytes }) => hash.update(name).update(bytes), createHash('sha256'))
  .update(readFileSync(new URL('../package.json', published)))
  .digest('hex')
  .slice(0, 12);

/**
 * One string of the published module. Its line is read from the file, as an import would keep all
 * nine megabytes of them in memory for as long as the process lives.
 */
function readPublished(constant: string): Buffer {
  const declaration = `export const ${constant} = `;
  const line = readFileSync(published, 'utf8')
    .split('\n')
    .find((text) => text.startsWith(declaration));
  if (line === undefined) throw new Error(`${fileURLToPath(published)} declares no ${constant}`);
  return Buffer.from(JSON.parse(line.slice(declaration.length).replace(/;\s*$/, '')) as string);
}

/** Styles without the fonts for words, 300 kB that the reader's own machine has as well; those of icons stay. */
const withoutFonts = (styles: Buffer) =>
  Buffer.from(
    styles
      .toString()
      .replaceAll(/@font-face\s*\{[^}]*\}/g, (face) => (face.includes('codicon') ? face : '')),
  );

function assetOf(name: string, read: () => Buffer): Asset {
  const bodies = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    body(encoding) {
      const compression = bodies.get(encoding) ?? compress(read(), encoding);
      bodies.set(encoding, compression);
      return compression;
    },
  };
}

async function compress(bytes: Buffer, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  switch (encoding) {
    case 'br':
      // Quality 9 takes a second for the whole program; one more would take six.
      return compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    case 'gzip':
      return compressGzip(bytes);
    case 'identity':
      return new Uint8Array(bytes);
  }
}
