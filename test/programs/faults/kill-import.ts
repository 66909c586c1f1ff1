import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { importSeed } from '../../../src/importer/import.ts';
import type { Fault, Trial } from './fault.ts';
import { insistOnNoStrays, readIntact, strays } from './intact.ts';
import { begin, importArgs } from './running.ts';
import { makeWorld } from './world.ts';
import type { Way, World } from './world.ts';
import { until } from '../../support/until.ts';

/** Kills importers at random moments of building a snapshot anew, or of carrying one on. */
export const killImport = (way: Way): Fault => ({
  name: way === 'BUILD' ? 'kill-build' : 'kill-change',
  async cause(trial) {
    const world = makeWorld(way);
    try {
      return await killOften(world, trial, way);
    } finally {
      world.remove();
    }
  },
});

async function killOften(world: World, { short, random }: Trial, way: Way) {
  const kills = short ? 3 : 100;
  const { data } = world;
  const phases = new Set<string>();
  await importSeed(world);
  world.alter(0);
  const begun = performance.now();
  const first = begin(importArgs(world));
  await until('it is at work', () => existsSync(join(data, 'LOCK')), 2);
  const atWork = performance.now();
  const { code: firstCode, err } = await first.ended;
  assert.equal(firstCode, 0, err);
  const ended = performance.now();
  const duration = { whole: ended - begun, work: ended - atWork };
  let acknowledged = readIntact(data);
  const fell = { early: 0, building: 0, published: 0, late: 0 };

  for (let nth = 1; nth <= kills; nth += 1) {
    world.alter(nth);
    const importer = begin(importArgs(world));
    // Every third at any moment, most of which is the start of Node; the others while it works.
    const isAnywhere = nth % 3 === 0;
    if (!isAnywhere) await until('it is at work', () => existsSync(join(data, 'LOCK')), 2);
    await wait(random.between(0, Math.round(isAnywhere ? duration.whole : duration.work)));
    importer.kill('SIGKILL');
    const { code, out } = await importer.ended;

    const found = readIntact(data);
    const moved = found.version !== acknowledged.version;
    if (moved) {
      assert.notEqual(found.file, acknowledged.file, 'a name is never given twice');
      assert.equal(
        found.before?.version,
        acknowledged.version,
        'the one before can be gone back to',
      );
    }
    if (out.includes('imported:')) assert.ok(moved, 'what is called imported is published');
    // How fast the machine is changes with what else it does.
    if (!isAnywhere) duration.work *= code === 0 ? 0.95 : 1.01;
    if (code === 0) fell.late += 1;
    else if (moved) fell.published += 1;
    else if (strays(data).some((name) => name.startsWith('kb-'))) fell.building += 1;
    else fell.early += 1;

    const next = await importSeed({ ...world, onStep: ({ phase }) => phases.add(phase) });
    assert.equal(
      next.outcome,
      moved ? 'unchanged' : 'imported',
      'what is published is the new seed',
    );
    insistOnNoStrays(data);
    acknowledged = readIntact(data);
    assert.equal(acknowledged.version, next.version);
  }
  assert.equal(phases.has('copy'), way === 'CHANGE', 'it was made in the way that was meant');
  const { early, building, published, late } = fell;
  return {
    done: `${kills} kills: ${early} before a file, ${building} in the making, ${published} after publishing, ${late} too late`,
    held: 'the last acknowledged or the newer one, whole; each next import worked and swept',
  };
}
