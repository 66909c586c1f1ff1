import { limits } from '../../../src/limits.ts';

/** Milliseconds. */
const long = 60_000;

/** No question waits, or takes, too long from now on, however busy the machine is. */
export function bePatient(): void {
  Object.assign(limits.waitMilliseconds, { value: long });
  Object.assign(limits.sqlMilliseconds, { value: long });
}
