import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, test } from 'node:test';

/** Faults that a compiler of queries may well have, each planted into a copy of the sources. */
const faults = [
  {
    name: 'the key of a plan forgets booleans',
    file: 'src/fields/variable-shape.ts',
    right: "if (isEnumType(type) || named.name === 'Boolean') return",
    wrong: 'if (isEnumType(type)) return',
  },
  {
    name: 'the key of a plan forgets enums',
    file: 'src/fields/variable-shape.ts',
    right: "if (isEnumType(type) || named.name === 'Boolean') return",
    wrong: "if (named.name === 'Boolean') return",
  },
  {
    name: 'a cursor changes the total count',
    file: 'src/compiler/page.ts',
    right: 'return sql`select count(*) from ${tables} where ${where}`;',
    wrong:
      "return sql`select count(*) from (${compileIds(operation, source, given, window, { row, tables, where }, sql.raw('-1'))})`;",
    also: {
      right: 'const { tables, where } = passing();',
      wrong: 'const { row, tables, where } = passing();',
    },
  },
  {
    name: 'a limit is off by one',
    file: 'src/compiler/connection.ts',
    right: '${paged.size} + 1',
    wrong: '${paged.size} + 0',
  },
];

const copies: string[] = [];
after(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});

function copySources(): string {
  const copy = mkdtempSync(join(tmpdir(), 'juzheng-fault-'));
  copies.push(copy);
  for (const part of ['src', 'test/support', 'migrations', 'package.json']) {
    cpSync(part, join(copy, part), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  return copy;
}

function plant(copy: string, file: string, right: string, wrong: string): void {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  assert.equal(text.split(right).length, 2, `${file} holds once: ${right}`);
  writeFileSync(
    path,
    text.replace(right, () => wrong),
  );
}

async function compare(copy: string): Promise<{ done: number; differences: unknown[] }> {
  const child = spawn(process.execPath, ['test/support/compare.ts', '3', '300'], {
    cwd: copy,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (piece) => (output += String(piece)));
  await once(child, 'close');
  return JSON.parse(output) as { done: number; differences: unknown[] };
}

describe('the comparison notices planted faults', { concurrency: 2 }, () => {
  test('a copy without a fault answers alike', async () => {
    assert.deepEqual(await compare(copySources()), { done: 300, differences: [] });
  });

  for (const { name, file, right, wrong, also } of faults) {
    test(name, async (t) => {
      const copy = copySources();
      plant(copy, file, right, wrong);
      if (also) plant(copy, file, also.right, also.wrong);
      const { done, differences } = await compare(copy);
      t.diagnostic(`noticed at operation ${done}`);
      assert.notEqual(differences.length, 0);
    });
  }
});
