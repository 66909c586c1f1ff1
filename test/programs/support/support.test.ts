import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { privateMemory, processIds, processorTime } from './process-tree.ts';
import { renamed } from './renamed.ts';
import { askSteadily, quantile } from './steady.ts';

const skip = process.platform !== 'linux';

/** Works for so long as takes a processor 200 ms, in a process of its own beneath it, and says when that has ended. */
const parent = `
  const { spawnSync } = require('node:child_process');
  const child = 'while (process.cpuUsage().user < 200_000);';
  spawnSync(process.execPath, ['-e', child]);
  process.stdout.write('done');
  setInterval(() => {}, 1000);
`;

test(
  'the work of a child counts for its tree, also when the child has ended',
  { skip },
  async () => {
    const root = spawn(process.execPath, ['-e', parent], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = root.pid ?? 0;
    try {
      await once(root.stdout, 'data');
      assert.deepEqual(processIds(pid), [pid]);
      assert.ok(processorTime(pid) >= 190, `${processorTime(pid)} ms`);
      assert.ok(privateMemory(pid) > 2 ** 20, `${privateMemory(pid)} bytes`);
    } finally {
      root.kill('SIGKILL');
    }
  },
);

test('a long wait stands for those who would have asked meanwhile', async () => {
  const answers = [100, 10].map((milliseconds) => ({
    status: milliseconds === 10 ? 503 : 200,
    bytes: 0,
    milliseconds,
    text: '',
    errors: [],
  }));
  let end = () => {};
  const lasting = new Promise<void>((ended) => (end = ended));
  const asked: number[] = [];
  const way = () => {
    const answer = answers[asked.length]!;
    asked.push(answer.milliseconds);
    if (asked.length === answers.length) end();
    return Promise.resolve(answer);
  };
  const { waits, lost } = await askSteadily([way], 20, lasting);
  assert.deepEqual(waits, [100, 80, 60, 40, 20, 10]);
  assert.equal(lost.length, 1);
  assert.equal(quantile(waits, 0.5), 40);
});

test('a question gets another name each time and stays what it is', () => {
  for (const query of [
    '{ meta { dataVersion } }',
    '# Why\nquery Why { meta { dataVersion } }',
    'query ($code: String!) { meta { dataVersion } }',
  ]) {
    const names = [renamed(query), renamed(query)].map(
      (text) => /query (\w+) (?:\(.*\) )?\{ meta/.exec(text)?.[1],
    );
    assert.ok(names[0] && names[1] && names[0] !== names[1], names.join(' '));
  }
});
