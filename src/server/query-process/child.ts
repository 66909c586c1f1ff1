import '../../lean-loading.ts';
import { readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { connect } from 'node:net';
import { runSteps } from '../../compiler/run-compiled.ts';
import { openReader } from '../../db/client.ts';
import { limits, setLimits } from '../../limits.ts';
import { setPublicOrigin } from '../../public-origin.ts';
import { createGarbageCollection } from './collect-garbage.ts';
import { keepOpen } from './held-place.ts';
import type { FromQueryProcess, HasCome, Job, Result, ToQueryProcess } from './messages.ts';
import { letGo, own } from '../../http/own-bytes.ts';
import { openChannel } from './start/channel.ts';

/**
 * A process that answers questions one after the other. It holds no more than SQLite and the
 * functions of its SQL until the first question that is no statement; only then are the schema and
 * the executor loaded, which take ten times the memory.
 */
type Runner = (job: Exclude<Job, { kind: 'statement' }>) => Promise<Result>;

/** Of statements that are kept prepared; in memory they take some twelve times as much. */
const preparedCharacters = 500_000;

/** A statement that is no longer kept takes so many bytes a character until it is collected. */
const preparedBytes = 2;

/** What was made of a question to plan it, a character of its text. */
const planBytes = 250;

/** Given back after so many bytes that are not let go; left alone they would be kept for long. */
const countGarbage = createGarbageCollection({ after: 4 << 20, share: 1 / 2 });
const none = new Uint8Array();
let data = '';
let runner: Runner | null = null;

/** Leaves at once: nothing here is worth keeping. */
function leave(): void {
  process.kill(process.pid, 'SIGKILL');
}

const openIfThere = keepOpen({
  data: () => data,
  openAt: (path, { base }) => openReader(path, { preparedCharacters, base }),
  complete: (reader) => reader,
});

function runStatement({ snapshot, ...steps }: Job & { kind: 'statement' }): Result {
  const reader = openIfThere(snapshot);
  if (!reader) return { outcome: 'broken' };
  try {
    const { body, found } = runSteps(steps, reader.readBytes);
    return body ? { outcome: 'answer', status: 200, body: own(body), found } : { outcome: 'none' };
  } catch (error) {
    return { outcome: 'failed', message: String(error) };
  }
}

async function loadRunner(): Promise<Runner> {
  const { createQuestionRunner } = await import('./run-question.ts');
  return createQuestionRunner(data);
}

function within(result: Result, unbounded: boolean): Result {
  if (unbounded || result.outcome !== 'answer') return result;
  const bytes = result.body.byteLength;
  return bytes > limits.answerBytes.value ? { outcome: 'too large', bytes } : result;
}

/** Whatever goes wrong is the question's own: the process goes on to the next. */
async function resultOf(job: Job): Promise<Result> {
  try {
    if (job.kind === 'statement') return runStatement(job);
    return await (runner?.(job) ?? { outcome: 'broken' });
  } catch (error) {
    return { outcome: 'failed', message: String(error) };
  }
}

/** How many bytes are left to be collected. */
function garbageOf(job: Job, result: Result): number {
  if (job.kind === 'statement') return preparedBytes * job.statement.length;
  if (job.kind === 'plan') return planBytes * job.question.query.length;
  return result.outcome === 'answer' ? result.body.byteLength : 0;
}

async function run(job: Job): Promise<void> {
  if (job.kind !== 'statement' && !runner) {
    runner = await loadRunner();
    tell({ kind: 'loaded' });
  }
  const begun = process.threadCpuUsage();
  const result = await resultOf(job);
  const { user, system } = process.threadCpuUsage(begun);
  const milliseconds = (user + system) / 1000;
  const given = within(result, job.unbounded);
  if (given.outcome === 'answer') {
    const { body, ...others } = given;
    tell({ kind: 'done', result: { ...others, body: none }, milliseconds }, body);
  } else {
    // Of one that is too long nothing is sent.
    if (result.outcome === 'answer') letGo(result.body);
    tell({ kind: 'done', result: given, milliseconds });
  }
  countGarbage(garbageOf(job, result));
}

// A terminal signals to all processes at once; the one that serves still wants its answers.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
// An unhandled rejection says nothing of the query that is being answered.
process.on('unhandledRejection', (reason) => {
  process.stderr.write(`a process for questions: ${String(reason)}\n`);
});

function hear(message: ToQueryProcess): void {
  if (message.kind === 'run') void run(message.job);
  else if (message.kind === 'open') openIfThere(message.snapshot);
  else {
    ({ data } = message);
    setLimits(message.limits);
    setPublicOrigin(message.publicOrigin);
    tell({ kind: 'ready' });
    // Where compiled code is kept, the next such process finds it there.
    flushCompileCache();
  }
}

const [address = '', key = ''] = readFileSync(0, 'utf8').split('\n');
const socket = connect(address);
const tell = openChannel<{ told: FromQueryProcess | HasCome; heard: ToQueryProcess }>(socket, hear);
// Where nobody listens any more, nothing is left to do.
socket.on('error', leave);
socket.once('close', leave);
tell({ kind: 'come', key, pid: process.pid });
