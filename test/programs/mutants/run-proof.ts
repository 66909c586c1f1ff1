import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Proof } from './mutant.ts';
import type { Told } from './reporter.ts';
import type { Scratch } from './scratch.ts';

/** What became of the tests of one file. */
export type Verdict =
  | { kind: 'passed' }
  /** A test failed by an assertion of its own. */
  | { kind: 'caught'; by: string; message: string }
  /** They failed by something else, or did not end; that shows nothing. */
  | { kind: 'broken'; why: string };

/** Processes that run tests now, each with a group of its own. */
const running = new Set<number>();
process.once('exit', () => {
  for (const pid of running) endGroup(pid);
});

/** Milliseconds for which the tests of one file may run. */
const usualPatience = 90_000;

/** Runs the tests of a proof in a copy of the repository. */
export async function runProof(
  { folder, env }: Pick<Scratch, 'folder' | 'env'>,
  proof: Proof,
  patience = usualPatience,
): Promise<Verdict> {
  const { file, name } = proof;
  const args = [
    '--import',
    './src/lean-loading.ts',
    '--test-reporter',
    './test/programs/mutants/reporter.ts',
    ...(name === undefined ? [] : ['--test-name-pattern', RegExp.escape(name)]),
    `test/${file}`,
  ];
  // A group of its own, so that nothing that it has started outlives it.
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...env, ...proof.env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [''];
  const errors: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (piece: string) => lines.push(piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => errors.push(piece));
  const { pid } = child;
  if (pid !== undefined) running.add(pid);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    endGroup(pid);
  }, patience);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(timer);
  endGroup(pid);
  if (pid !== undefined) running.delete(pid);
  const told = lines.join('').split('\n').flatMap(toldIn);
  const broken = isLate ? `not through after ${patience / 1000} s` : errors.join('').trim();
  return verdictOf(told, code, broken.slice(-300));
}

/** Whatever else the tests print is no line of the reporter. */
function toldIn(line: string): Told[] {
  if (!line.startsWith('{"name":')) return [];
  return [JSON.parse(line) as Told];
}

function verdictOf(told: readonly Told[], code: number | null, broken: string): Verdict {
  const failed = told.filter(({ passed }) => !passed);
  const asserted = failed.find(({ byAssertion }) => byAssertion);
  if (asserted) return { kind: 'caught', by: asserted.name, message: asserted.message };
  const [other] = failed;
  if (other) return { kind: 'broken', why: `${other.name}: ${other.message}` };
  if (code !== 0) return { kind: 'broken', why: broken || `it ended with ${code}` };
  return told.length > 0 ? { kind: 'passed' } : { kind: 'broken', why: 'no test is named so' };
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}
