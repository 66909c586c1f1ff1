import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './fault.ts';
import { asOrdinaryUser } from './mounts.ts';
import { begin, importArgs } from './running.ts';
import { copySeed, factsFile } from '../../support/copied.ts';
import { hostileCases } from '../../support/random/hostile.ts';
import { mutateSeed } from '../../support/random/mutated.ts';

/** Spoils the seed at random, more often than the tests do, and by hand before a real importer. */
export const hostileSeeds: Fault = {
  name: 'hostile-seeds',
  async cause({ short, random }) {
    const rounds = short ? 30 : 1000;
    const { refused, imported } = await mutateSeed(rounds, String(random.between(0, 1_000_000)));
    const cases = hostileCases.filter(() => !short || random.chance(0.04));
    for (const { name, plant, says } of cases) {
      const copy = copySeed();
      try {
        plant(copy);
        await importThrough(copy, says?.words ?? null, []);
      } catch (error) {
        throw new Error(`not handled: ${name}`, { cause: error });
      } finally {
        copy.remove();
      }
    }
    const unreadable = await hideFacts();
    return {
      done: `${rounds} random mutations, ${cases.length} planted seeds${unreadable}`,
      held: `${refused} refused at their places, ${imported} imported and verified; no trace, no hang`,
    };
  },
};

/** @param words what must be told; null where the seed is to be imported */
async function importThrough(
  copy: { seed: string; data: string },
  words: RegExp | null,
  through: readonly string[],
): Promise<void> {
  const importer = begin(importArgs(copy), through);
  const hanging = setTimeout(() => importer.kill('SIGKILL'), 60_000);
  const { code, signal, err } = await importer.ended;
  clearTimeout(hanging);
  assert.equal(signal, null, 'it ends by itself');
  assert.equal(code, words ? 1 : 0, err);
  assert.doesNotMatch(err, /\n\s+at .*:\d+:\d+/, 'no stack trace');
  if (!words) return;
  const told = err.split('\n').map((line) => line.replace(/^.*?:\d+:\d+ /, ''));
  assert.ok(
    told.some((line) => words.test(line)),
    err,
  );
}

/** A file that may not be read, where this can be caused. */
async function hideFacts(): Promise<string> {
  const through = asOrdinaryUser();
  if (!through) return '';
  const copy = copySeed();
  try {
    chmodSync(join(copy.seed, factsFile), 0);
    await importThrough(copy, /^unreadable-file: The file cannot be read \(EACCES\)\./, through);
    return ', a file that may not be read';
  } finally {
    copy.remove();
  }
}
