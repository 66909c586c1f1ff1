import { readFileSync } from 'node:fs';

/** Files and pipes that a serving process holds open beside its connections, generously. */
const reserve = 128;

/**
 * How many connections a process can hold with the files that the system lets it open. Node has raised
 * that bound as far as it may (`ulimit -Hn`) when it started; null where the system does not tell it.
 */
export function connectionsAllowed(): number | null {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8');
    const files = /^Max open files +(\d+)/m.exec(limits)?.[1];
    return files === undefined ? null : Math.max(1, Number(files) - reserve);
  } catch {
    return null;
  }
}
