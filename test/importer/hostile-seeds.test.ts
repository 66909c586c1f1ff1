import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkSeed } from '../../src/importer/check.ts';
import { importSeed } from '../../src/importer/import.ts';
import { describeProblem } from '../../src/importer/read/problem.ts';
import { copySeed } from '../support/copied.ts';
import { hostileCases } from '../support/random/hostile.ts';

for (const { name, plant, says } of hostileCases) {
  test(
    `${says ? 'refused at its place' : 'imported right'}: ${name}`,
    { timeout: 10_000 },
    async (t) => {
      const copy = copySeed();
      t.after(copy.remove);
      plant(copy);
      const { problems } = await checkSeed(copy.seed, { jobs: 1 });
      if (!says) {
        assert.deepEqual(problems.map(describeProblem), []);
        assert.equal((await importSeed({ ...copy, jobs: 1 })).outcome, 'imported');
        return;
      }
      const [first] = problems;
      assert.ok(first, 'something is told');
      assert.equal(first.file, join(copy.seed, says.file));
      assert.match(`${first.rule}: ${first.message}`, says.words);
      const told = describeProblem(first);
      assert.ok(told.length < 3000, `${told.length} characters are told`);
      // oxlint-disable-next-line no-control-regex -- it is these that must not be there
      assert.doesNotMatch(told, /[\u0000-\u0009\u000b-\u001f]/);
    },
  );
}
