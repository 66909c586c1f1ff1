import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const read = (path: string) => readFileSync(new URL(path, import.meta.url));

/** The style sheet is served as one file, and written as one for each thing that it styles. */
const styles = [
  'colours',
  'base',
  'frame',
  'table',
  'report',
  'passage',
  'card',
  'picture',
  'columns',
  'flow',
  'front',
  'find',
  'compare',
  'thing',
  'print',
];

export type AssetFile = { path: string; type: string; body: Uint8Array<ArrayBuffer> };

const css = 'text/css; charset=utf-8';
const script = 'text/javascript; charset=utf-8';

const files = {
  styles: fileOf(
    'pages',
    'css',
    css,
    Buffer.concat(styles.map((name) => read(`styles/${name}.css`))),
  ),
  reading: fileOf(
    'reading',
    'js',
    script,
    Buffer.concat([read('scripts/copy.js'), read('scripts/reading.js')]),
  ),
  compare: fileOf(
    'compare',
    'js',
    script,
    Buffer.concat([read('scripts/copy.js'), read('scripts/compare.js')]),
  ),
  copy: fileOf('copy', 'js', script, read('scripts/copy.js')),
  search: fileOf('search', 'js', script, read('scripts/search.js')),
  icon: fileOf('icon', 'svg', 'image/svg+xml', read('images/icon.svg')),
  picture: fileOf('juzheng', 'png', 'image/png', read('images/juzheng.png')),
} as const;

export type AssetName = keyof typeof files;

/** The pages' styles and scripts by the path that they are served under. */
export const assetsByPath: ReadonlyMap<string, AssetFile> = new Map(
  Object.values(files).map((file) => [file.path, file]),
);

/** Where a file is served; the path changes with what the file holds, so it can be cached without limit. */
export const assetPath = (name: AssetName): string => files[name].path;

/** What a file holds, for a page that must stand alone. */
export const assetText = (name: AssetName): string => new TextDecoder().decode(files[name].body);

/** Changes whenever one of the files does. */
export const assetsVersion = [...assetsByPath.keys()].join(' ');

function fileOf(name: string, extension: string, type: string, bytes: Buffer): AssetFile {
  const body = new Uint8Array(bytes);
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/assets/${name}-${hash}.${extension}`, type, body };
}
