import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

/** A process that says what nobody caught, or logs it, and has such a fault. */
function failing(statement: string, hearing = 'logUncaught(pino())') {
  const program = `
    import { pino } from 'pino';
    import { logUncaught, describeUncaught } from './src/cli/uncaught.ts';
    ${hearing};
    setTimeout(() => { ${statement} });
    setTimeout(() => console.log('it goes on'), 100);`;
  const args = ['--input-type=module', '--eval', program];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('an exception that nobody caught is logged whole and ends the process', () => {
  const { status, stdout } = failing("throw new Error('planted')");
  assert.equal(status, 1);
  const [line = ''] = stdout.split('\n');
  const { level, err, msg } = JSON.parse(line);
  assert.deepEqual([level, err.message], [60, 'planted']);
  assert.match(err.stack, /Error: planted\n\s+at /);
  assert.match(msg, /uncaught exception/);
  assert.doesNotMatch(stdout, /it goes on/);
});

test('a promise that fails unheard is logged whole, and the process goes on', () => {
  const { status, stdout } = failing("void Promise.reject(new Error('planted'))");
  assert.equal(status, 0);
  assert.match(stdout, /"level":50.*Error: planted\\n +at .*unhandled promise/);
  assert.match(stdout, /it goes on/);
});

test('a command tells both in plain words and without a stack', () => {
  const rejected = failing("void Promise.reject(new Error('planted'))", 'describeUncaught()');
  assert.equal(rejected.status, 0);
  assert.match(rejected.stdout, /it goes on/);
  assert.equal(rejected.stderr, 'juzheng: a background operation failed (planted); it goes on\n');
  const thrown = failing("throw new Error('planted')", 'describeUncaught()');
  assert.deepEqual([thrown.status, thrown.stderr], [1, 'juzheng: planted\n']);
});
