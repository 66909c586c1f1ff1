import { startQueryProcess } from '../../../src/server/query-process/query-process.ts';
import { jobsOf, snapshotOf } from './support.ts';

/* Has a process answer a question without an end, from a data folder, and tells its number. */
const [data = ''] = process.argv.slice(2);
const started = startQueryProcess(data);
await started.ready;
const bounds = { processor: Infinity, queued: Infinity, wall: Infinity, memory: Infinity };
void started.run(jobsOf(snapshotOf(data)).count(1e12), bounds);
process.stdout.write(String(started.pid));
