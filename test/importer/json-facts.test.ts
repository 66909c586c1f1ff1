import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { checkSeed } from '../../src/importer/check.ts';
import { importSeed } from '../../src/importer/import.ts';
import { copySeed, factsFile, juzheng } from '../support/copied.ts';
import type { Copied } from '../support/copied.ts';
import { copyImported } from '../support/imported.ts';
import { namedRows } from '../support/imports/named-rows.ts';

const jsonFile = factsFile.replace('.yaml', '.json');

/** The seed with its facts as JSON, changed as text. */
function copyAsJson(change: (text: string) => string = (text) => text): Copied {
  const copy = copySeed();
  const yaml = join(copy.seed, factsFile);
  const json = JSON.stringify(parse(readFileSync(yaml, 'utf8')), null, 2);
  rmSync(yaml);
  writeFileSync(join(copy.seed, jsonFile), change(json));
  return copy;
}

test('facts may be JSON of the same shape, and give the same rows', async (t) => {
  const [yaml, json] = [copySeed(), copyAsJson()];
  t.after(yaml.remove);
  t.after(json.remove);
  await copyImported(yaml.data);
  await importSeed(json);
  assert.deepEqual(namedRows(json.data), namedRows(yaml.data));
});

for (const [name, change, words, says] of [
  [
    'a wrong figure',
    (text: string) => text.replace('"value": 1288', '"value": 1298'),
    '1298',
    'figure-not-in-quote: 1298 cannot be read',
  ],
  [
    'a key that is given twice',
    (text: string) => text.replace('"value": 1288', '"value": 1288, "value": 1289'),
    '"value": 1289',
    'broken-json: Map keys must be unique.',
  ],
  [
    'a key that is given twice, once in other characters',
    (text: string) => text.replace('"value": 1288', '"value": 1288, "v\\u0061lue": 1289'),
    '"v\\u0061lue": 1289',
    'broken-json: Map keys must be unique.',
  ],
  [
    'a field that no fact has',
    (text: string) => text.replace('"value": 1288', '"vaule": 1288'),
    '{\n              "code": "single-window-items-county"',
    'shape: single-window-items-county',
  ],
  [
    'a comma too many',
    (text: string) => text.replace('"value": 1288,', '"value": 1288,,'),
    ',\n              "indicator": "single-window-items-county"',
    'broken-json: ',
  ],
  [
    'YAML that is no JSON',
    (text: string) => text.replace('"value": 1288', 'value: 1288'),
    'value: 1288',
    'broken-json: ',
  ],
] as const) {
  test(`in JSON too, a fault is told at its place: ${name}`, async (t) => {
    const copy = copyAsJson(change);
    t.after(copy.remove);
    const { problems } = await checkSeed(copy.seed);
    const told = problems.map(
      ({ line, column, rule, message }) => `${line}:${column} ${rule}: ${message}`,
    );
    const place = copy.placeOf(jsonFile, words);
    if (says.startsWith('shape'))
      assert.ok(
        told.some((line) => line.startsWith(`${place} shape:`)),
        told.join('\n'),
      );
    else
      assert.ok(
        told.some((line) => line.startsWith(`${place} ${says}`)),
        `${place} ${says}\n${told.join('\n')}`,
      );
  });
}

test('facts in YAML and in JSON at once are refused', (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  writeFileSync(join(copy.seed, jsonFile), '{}');
  const { code, err } = juzheng('check', copy.seed);
  assert.equal(code, 1);
  assert.match(err, /facts\.json:1:1 facts-twice: The report has facts\.yaml and facts\.json\./);
});
