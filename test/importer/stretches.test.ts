import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstNumber, numbersOfAll, numbersOfUnit } from '../../src/db/entry-number.ts';
import {
  NoRoomError,
  findRoom,
  inTextOrder,
  stretchGiver,
} from '../../src/importer/snapshot/stretches.ts';
import type { Stretch } from '../../src/importer/snapshot/stretches.ts';
import { randomOf } from '../support/corpus-rows.ts';

const assertApart = (taken: ReadonlyMap<string, Stretch>) => {
  let last = firstNumber - 1;
  for (const code of [...taken.keys()].toSorted(inTextOrder)) {
    const { place, numbers } = taken.get(code)!;
    assert.ok(place > last, code);
    assert.equal(place % numbersOfUnit, 0);
    last = place + numbers;
  }
  assert.ok(last < numbersOfAll);
};

test('reports that come and go have stretches of numbers in their order, and none is moved', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { below } = randomOf(seed);
    const code = () => `${'abc'[below(3)]}${'-a'.repeat(below(3))}${below(300)}`;
    let taken = new Map<string, Stretch>();
    let built = 0;
    for (let round = 0; round < 60; round++) {
      for (const gone of [...taken.keys()].filter(() => below(8) === 0)) taken.delete(gone);
      const added = Array.from({ length: round === 0 ? 40 : below(4) }, code);
      const all = [...new Set([...taken.keys(), ...added])].toSorted(inTextOrder);
      const give = (from: ReadonlyMap<string, Stretch>) => {
        const rooms = findRoom(all, from);
        if (!rooms) throw new NoRoomError();
        const stretchOf = stretchGiver(rooms);
        const given = all.flatMap((each) =>
          from.has(each) ? [] : [[each, stretchOf(each, 1 + below(900))] as const],
        );
        return new Map([...from, ...given]);
      };
      try {
        taken = give(taken);
      } catch (error) {
        assert.ok(error instanceof NoRoomError);
        built += 1;
        taken = give(new Map());
      }
      assertApart(taken);
    }
    assert.ok(built < 20, `${built} of 60`);
  }
});

test('a report that is larger than was thought moves those behind it, up to the next that stays', () => {
  const codes = ['a', 'b', 'c'];
  const stretchOf = stretchGiver(findRoom(codes, new Map())!);
  const [first, second] = [stretchOf('a', 100_000), stretchOf('b', 5)];
  assert.ok(second.place > first.place + 100_000);
  assert.ok(second.place <= first.place + 100_000 + numbersOfUnit);
  const rooms = findRoom(codes, new Map([['c', { place: firstNumber + 1024, numbers: 5 }]]))!;
  assert.throws(() => stretchGiver(rooms)('a', 1024), NoRoomError);
});
