import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';

const source = resolve(import.meta.dirname, '../../src');

/** Imports go to a lower number only, or stay inside their own room. */
const floors: Record<string, number> = {
  'main.ts': 8,
  cli: 7,
  server: 6,
  pages: 5,
  draft: 5,
  schema: 4,
  compiler: 4,
  table: 4,
  importer: 4,
  corpus: 4,
  fields: 3,
  db: 2,
  validation: 2,
  http: 2,
  readers: 2,
  text: 1,
  'vocabulary.ts': 1,
  vocabulary: 1,
  'limits.ts': 1,
  'public-origin.ts': 1,
  'private-bytes.ts': 1,
  examples: 0,
  'lean-loading.ts': 0,
  'require-node.js': 0,
};

/**
 * The importer thinks about texts and tables: what the API's fields declare is not its concern. Pages
 * ask the API as any client does, and a running server never writes. What a file says is read without
 * knowing what a report is: readers take nothing but their bounds, and how much memory a process has, from elsewhere.
 */
const notFor: Record<string, string[]> = {
  readers: ['text', 'vocabulary', 'vocabulary.ts'],
  importer: ['fields', 'validation', 'http'],
  pages: ['importer', 'corpus', 'db', 'compiler'],
  draft: ['schema', 'compiler', 'table', 'fields', 'corpus'],
  server: ['importer', 'corpus'],
};

const roomOf = (file: string) => relative(source, file).split('/')[0]!;

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...found].map(([, path]) => resolve(dirname(file), path!));
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join(source, file));

test('imports go down only and siblings do not meet', (t) => {
  const arrows = new Map<string, Set<string>>();
  const breaches: string[] = [];
  for (const file of files) {
    const from = roomOf(file);
    assert.ok(
      from in floors,
      `src/${from} has no floor: give it one in test/architecture/floors.test.ts and src/README.md`,
    );
    for (const target of importsOf(file)) {
      if (!target.startsWith(source)) continue;
      const to = roomOf(target);
      if (to === from) continue;
      arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
      if (floors[to]! >= floors[from]! || notFor[from]?.includes(to)) {
        breaches.push(`${relative(source, file)} imports ${relative(source, target)}`);
      }
    }
  }
  for (const [room, floor] of Object.entries(floors).toSorted(([, a], [, b]) => b - a)) {
    t.diagnostic(
      `${floor} ${room} → ${[...(arrows.get(room) ?? [])].toSorted().join(', ') || '—'}`,
    );
  }
  assert.deepEqual(
    breaches,
    [],
    'move what both need to a lower floor: src/README.md says what each is for',
  );
});

test('the drawing of the house has every room on its floor', () => {
  const [, drawing = ''] =
    /^```\n(\d[^`]*)^```/m.exec(readFileSync(join(source, 'README.md'), 'utf8')) ?? [];
  // What is behind the rooms of a floor says what they are for.
  const drawn = drawing.split('\n').flatMap((line) => {
    const [floor, ...rooms] = line.slice(0, 50).trim().split(/\s+/);
    return rooms.map((room): [string, number] => [room, Number(floor)]);
  });
  assert.deepEqual(
    Object.fromEntries(drawn),
    floors,
    'src/README.md: draw each room of `floors` on its floor, and what it is for behind column 50',
  );
});

test('text knows nothing of the project, and no file imports itself in a circle', () => {
  const graph = new Map(
    files.map((file) => [file, importsOf(file).filter((f) => f.endsWith('.ts'))]),
  );
  for (const [file, targets] of graph) {
    if (roomOf(file) !== 'text') continue;
    for (const target of targets) assert.equal(roomOf(target), 'text', `${file} imports ${target}`);
  }
  const done = new Set<string>();
  const walk = (file: string, path: string[]): void => {
    assert.ok(
      !path.includes(file),
      `a circle: ${[...path, file].map((f) => relative(source, f)).join(' → ')}`,
    );
    if (done.has(file)) return;
    for (const target of graph.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
});

test('effects stay on their floor', () => {
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const name = relative(source, file);
    if (!name.startsWith('cli/') && !['main.ts', 'lean-loading.ts'].includes(name)) {
      assert.doesNotMatch(text, /process\.(env|argv)/, `${name} reads the environment`);
    }
    if (name !== 'db/client.ts') {
      assert.doesNotMatch(text, /from 'better-sqlite3'/, `${name} opens a database`);
    }
  }
});

test('files that people write stay small: none over 400 lines, nine in ten under 300, the median under 80', () => {
  const sizes = files
    .filter((file) => !file.endsWith('query-types.ts'))
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
    .toSorted((a, b) => a.lines - b.lines);
  const at = (share: number) => sizes[Math.floor(share * (sizes.length - 1))]!.lines;
  assert.deepEqual(
    sizes.filter(({ lines }) => lines > 400).map(({ file }) => relative(source, file)),
    [],
    'split each by what its parts are about',
  );
  assert.ok(at(0.9) < 300, `nine in ten are under ${at(0.9)} lines`);
  assert.ok(at(0.5) < 80, `the median is ${at(0.5)} lines`);
});

/** Folders of as many like files as there are things: types of the API, and example questions. */
const oneFileEach = new Set(['schema', 'examples']);

test('folders stay small: none has over twenty files', () => {
  const folders = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath }) => relative(source, parentPath));
  const counts = Map.groupBy(folders, (folder) => folder);
  assert.deepEqual(
    [...counts].filter(([folder, { length }]) => length > 20 && !oneFileEach.has(folder)),
    [],
    'make folders of its files by what they are about',
  );
});
