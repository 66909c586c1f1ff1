import { readFileSync, readdirSync } from 'node:fs';

/** Milliseconds of one tick in which Linux tells programs of processor time. */
const tick = 10;

type Process = {
  pid: number;
  parent: number;
  /** Processor time of its own and of those of its children that ended, in milliseconds. */
  milliseconds: number;
};

/** What a process has used, as proc(5) has it; null where it has ended. */
function readProcess(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything: what follows its last bracket is counted from 3.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const field = (nth: number) => Number(fields[nth - 3]);
    const ticks = field(14) + field(15) + field(16) + field(17);
    return { pid, parent: field(4), milliseconds: ticks * tick };
  } catch {
    return null;
  }
}

/** A process and everything that it and its children started and that still runs. */
function treeOf(root: number): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
  const tree = all.filter(({ pid }) => pid === root);
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid));
  return tree;
}

/** The processes of a tree by their ids, the root first. */
export const processIds = (root: number): number[] => treeOf(root).map(({ pid }) => pid);

/** The same with what each has used until now, in milliseconds, those of its children that ended included. */
export const processTimes = (root: number): Map<number, number> =>
  new Map(treeOf(root).map(({ pid, milliseconds }) => [pid, milliseconds]));

/** Processor time that a tree has used until now, in milliseconds, to ten of them. */
export const processorTime = (root: number): number => sumOf(processTimes(root));

export const sumOf = (times: ReadonlyMap<number, number>): number =>
  [...times.values()].reduce((sum, milliseconds) => sum + milliseconds, 0);

/**
 * Bytes of memory that are each process’s own and no file’s: what smaps_rollup calls Anonymous,
 * from the kernel’s counters, since to walk the pages of a large process takes long and holds it
 * up. Pages of the snapshot, which all of them share, are not among them.
 */
export function privateMemory(root: number): number {
  return processIds(root).reduce((sum, pid) => sum + anonymousMemory(pid), 0);
}

function anonymousMemory(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Looks at the memory of a tree again and again, so many milliseconds apart. */
export function watchPrivateMemory(root: number, every = 50): { peak: () => number } & Disposable {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, privateMemory(root));
  };
  const timer = setInterval(look, every);
  return {
    peak() {
      look();
      return peak;
    },
    [Symbol.dispose]() {
      clearInterval(timer);
    },
  };
}

/**
 * Processor time that a tree has used until now, in milliseconds, exactly where its processes rest; without
 * what processes and threads used that have ended. Null where the kernel does not tell it.
 */
export function exactProcessorTime(root: number): number | null {
  try {
    return processIds(root).reduce((sum, pid) => sum + nanosecondsOf(pid), 0) / 1e6;
  } catch {
    return null;
  }
}

/** The first number of proc(5)'s schedstat is the time on the processor. */
const nanosecondsOf = (pid: number) =>
  readdirSync(`/proc/${pid}/task`).reduce(
    (sum, thread) =>
      sum + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    0,
  );
