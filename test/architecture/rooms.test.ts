import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const root = resolve(import.meta.dirname, '../..');

/** More entries than that nobody takes in at a glance. */
const maximumEntries = 20;

/** Files that are one of many of a kind, of which a folder may hold any number. */
const ofOneKind: Record<string, (name: string) => boolean> = {
  // One file for each type of the schema.
  'src/schema': (name) => name.endsWith('.ts'),
  'src/examples': (name) => name.endsWith('.graphql'),
};

function foldersBelow(folder: string): string[] {
  const folders = readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);
  return folders.flatMap((each) => [each, ...foldersBelow(each)]);
}

test('no folder has more than twenty entries', () => {
  const folders = ['src', 'test'].flatMap(foldersBelow);
  assert.ok(folders.length > 40, 'the folders are found');
  const crowded = folders.flatMap((folder) => {
    const isOfOneKind = ofOneKind[folder] ?? (() => false);
    const entries = readdirSync(join(root, folder)).filter((name) => !isOfOneKind(name));
    return entries.length > maximumEntries ? [`${folder} has ${entries.length} entries`] : [];
  });
  assert.deepEqual(crowded, [], 'put what belongs together into a folder of its own');
});

test('a type name is exported by no more than two files', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const places = new Map<string, Set<string>>();
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const text = readFileSync(join(root, 'src', file), 'utf8');
    for (const [, name = ''] of text.matchAll(/^export (?:type|interface|class) (\w+)/gm))
      places.set(name, (places.get(name) ?? new Set()).add(file));
  }
  assert.ok(places.size > 150, 'the types are found');
  const many = [...places].flatMap(([name, within]) =>
    within.size > 2 ? [`${name} is exported by ${[...within].join(', ')}`] : [],
  );
  assert.deepEqual(many, [], 'one name for one thing: name it by what it is there');
});
