import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { allMutants } from './list.ts';
import { mutate, staleIn } from './mutant.ts';
import { runProof } from './run-proof.ts';

test('every planted fault finds the words that it replaces, once, and changes them', () => {
  assert.deepEqual(allMutants.flatMap(staleIn), []);
  assert.equal(new Set(allMutants.map(({ name }) => name)).size, allMutants.length);
  for (const { name, changes, proofs } of allMutants) {
    assert.ok(proofs.length > 0, name);
    for (const { from, to } of changes) assert.notEqual(from, to, name);
    for (const { file } of proofs) assert.ok(existsSync(join('test', file)), `${name}: ${file}`);
  }
});

test('words that do not stand in a file once are an error', () => {
  const change = { file: 'a.ts', from: 'b', to: 'c' };
  assert.equal(mutate('abd', change), 'acd');
  for (const text of ['a', 'abb']) assert.throws(() => mutate(text, change), /instead of once/);
});

test('only an assertion of a test catches a fault', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'juzheng-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(resolve('src'), join(folder, 'src'));
  mkdirSync(join(folder, 'test'));
  symlinkSync(resolve('test/programs'), join(folder, 'test', 'programs'));
  const kindOf = async (body: string, { name = '', patience = 60_000 } = {}) => {
    const begin = "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\n";
    writeFileSync(join(folder, 'test', 'a.test.ts'), begin + body);
    const proof = { file: 'a.test.ts', ...(name && { name }) };
    const scratch = {
      folder,
      env: { ...process.env, NODE_TEST_CONTEXT: undefined, NODE_DISABLE_COMPILE_CACHE: '1' },
    };
    return (await runProof(scratch, proof, patience)).kind;
  };
  assert.equal(await kindOf("test('a', () => assert.equal(1, 2));"), 'caught');
  assert.equal(await kindOf("test('a', () => { throw new TypeError('b'); });"), 'broken');
  assert.equal(
    await kindOf("test('a', () => new Promise(() => {}));", { patience: 1000 }),
    'broken',
  );
  assert.equal(await kindOf("import './nothing.ts';\ntest('a', () => assert.fail());"), 'broken');
  assert.equal(await kindOf("test('a', () => {});", { name: 'b' }), 'broken');
});
