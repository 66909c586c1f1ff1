import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';

const folder = new URL('assets/', import.meta.url);

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

export type AssetFile = { path: string; type: string; body: Uint8Array<ArrayBuffer> };

const files = readdirSync(folder).map((name): [string, AssetFile] => {
  const body = new Uint8Array(readFileSync(new URL(name, folder)));
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const extension = extname(name);
  const path = `/assets/${name.slice(0, -extension.length)}-${hash}${extension}`;
  return [name, { path, type: types[extension] ?? 'application/octet-stream', body }];
});

const byName = new Map(files);

/** The pages' styles and scripts by the path that they are served under. */
export const assetsByPath: ReadonlyMap<string, AssetFile> = new Map(
  files.map(([, file]) => [file.path, file]),
);

/** Where a file is served; the path changes with what the file holds, so it can be kept for ever. */
export function assetPath(name: string): string {
  const file = byName.get(name);
  if (!file) throw new Error(`there is no ${name} among the pages’ assets`);
  return file.path;
}

/** Changes whenever one of the files does. */
export const assetsVersion = files.map(([, { path }]) => path).join(' ');
