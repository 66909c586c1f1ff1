import { limits } from '../../../src/limits.ts';

const hour = 3_600_000;

/** Loaded before a server, this has no question wait or take too long, however busy the machine is. */
Object.assign(limits.waitMilliseconds, { value: hour });
Object.assign(limits.sqlMilliseconds, { value: hour });
