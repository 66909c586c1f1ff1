import { readFileSync } from 'node:fs';

/** How often to look after whoever started this process, in milliseconds. */
const pace = 500;

/** Between npm and this process stand no more than a few: a shell, and a program that finds Node. */
const farthest = 6;

type Environment = Readonly<Record<string, string | undefined>>;

/** Those between npm and this process, as they were when it was looked for; null without npm. */
export type Starter = { chain: readonly number[] | null };

/** To be called first of all: an npm that ends before it is known is not missed later. */
export function findStarter(environment: Environment): Starter {
  const isStarted = environment['npm_lifecycle_event'] !== undefined && !isDetached(environment);
  return { chain: isStarted ? chainToNpm() : null };
}

/**
 * Tells when the npm or npx that runs this process has ended. npm passes SIGINT and SIGTERM on to the
 * shell that it starts, and SIGHUP to nobody; the shell passes none on. Whoever ends npm means the
 * server: it is told as soon as any of those between npm and this process is gone.
 *
 * Nothing else ends a server: no closed terminal, pipe or parent. What an npm script starts in the
 * background or under nohup was meant to outlive it.
 */
export function followStarter(starter: Starter, onEnded: () => void): void {
  const { chain } = starter;
  if (!chain) return;
  const timer = setInterval(() => {
    if (isWhole(chain)) return;
    clearInterval(timer);
    onEnded();
  }, pace);
  timer.unref();
}

/** Whether this process, or the npm that runs it, was started to outlive the terminal. */
export function isDetached(environment: Environment): boolean {
  const script = environment['npm_lifecycle_script'] ?? '';
  // A shell notes in `_` what it started; npm and the programs that it starts inherit it.
  const started = environment['_'] ?? '';
  return /\b(?:nohup|setsid)\b|(?<![&<>])&(?![&>])/.test(script) || /(?:^|\/)nohup$/.test(started);
}

/** From this process to npm, each the parent of the one before; null where npm is not among them. */
function chainToNpm(): number[] | null {
  const chain = [process.pid, process.ppid];
  // Elsewhere than on Linux no more than the own parent is known.
  if (process.platform !== 'linux') return chain;
  for (let pid = process.ppid; chain.length <= farthest; chain.push(pid)) {
    if (isNpm(pid)) return chain;
    const parent = parentOf(pid);
    if (parent === null || parent <= 1) return null;
    pid = parent;
  }
  return null;
}

const isWhole = (chain: readonly number[]) =>
  chain.every((pid, index) => {
    const parent = chain[index + 1];
    if (parent === undefined) return true;
    return (pid === process.pid ? process.ppid : parentOf(pid)) === parent;
  });

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before it, in brackets, may hold anything.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

/** npm gives itself a title, such as `npm start`; until then it is Node with npm's own file. */
function isNpm(pid: number): boolean {
  try {
    const [program = '', file = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return /^(?:npm|npx|pnpm|yarn)\b/.test(program) || /(?:npm|npx|pnpm|yarn)[^/]*$/.test(file);
  } catch {
    return false;
  }
}
