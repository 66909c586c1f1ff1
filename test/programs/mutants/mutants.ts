import { availableParallelism } from 'node:os';
import { parseArgs, styleText } from 'node:util';
import { randomOf } from '../../../src/corpus/random.ts';
import { allMutants } from './list.ts';
import { staleIn } from './mutant.ts';
import type { Mutant, Proof } from './mutant.ts';
import { runProof } from './run-proof.ts';
import type { Verdict } from './run-proof.ts';
import { makeScratches } from './scratch.ts';
import type { Scratch } from './scratch.ts';

/**
 * Plants faults into copies of the sources, one at a time, and demands that the tests which are named
 * with each notice it by an assertion, and pass without it.
 * `npm run mutants -- [--short] [--seed NUMBER] [--only WORDS]`; `--short` plants a few whose tests are
 * quick, chosen by `--seed`, and `--only` those whose names match the words.
 */
const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});

/** How many are planted in short: with their tests they take less than a minute. */
const fewMutants = 8;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** What became of a mutant; `null` where it was caught. */
type Outcome = { by: string; fault: string | null };

/** The tests of a proof without any mutant, run once. */
const sound = new Map<string, Promise<Verdict>>();

function isSound(scratch: Scratch, proof: Proof): Promise<Verdict> {
  const key = JSON.stringify(proof);
  const known = sound.get(key) ?? runProof(scratch, proof);
  sound.set(key, known);
  return known;
}

async function judge(scratch: Scratch, mutant: Mutant): Promise<Outcome> {
  for (const proof of mutant.proofs) {
    const without = await isSound(scratch, proof);
    if (without.kind === 'passed') continue;
    const why = without.kind === 'caught' ? `${without.by}: ${without.message}` : without.why;
    return { by: proof.file, fault: `its test fails without it: ${why}` };
  }
  const restore = scratch.plant(mutant);
  try {
    const broken: string[] = [];
    for (const proof of mutant.proofs) {
      const verdict = await runProof(scratch, proof);
      if (verdict.kind === 'caught') return { by: `${proof.file}: ${verdict.by}`, fault: null };
      if (verdict.kind === 'broken') broken.push(verdict.why);
    }
    const files = mutant.proofs.map(({ file }) => file).join(', ');
    return { by: files, fault: ['no assertion notices it', ...broken].join('; ') };
  } finally {
    restore();
  }
}

function chosen(): readonly Mutant[] {
  const named = allMutants.filter(({ name }) => new RegExp(values.only).test(name));
  if (!values.short) return named;
  const random = randomOf(values.seed);
  const quick = named.filter(({ proofs }) => proofs.every(({ isSlow = false }) => !isSlow));
  const drawn = quick.map((mutant) => ({ mutant, lot: random.between(0, 1e9) }));
  return drawn
    .toSorted((a, b) => a.lot - b.lot)
    .slice(0, fewMutants)
    .map(({ mutant }) => mutant);
}

const mutants = chosen();
if (mutants.length === 0) {
  say(`no fault is named so; there are:\n${allMutants.map(({ name }) => name).join('\n')}`);
  process.exit(2);
}
const stale = allMutants.flatMap((mutant) => staleIn(mutant));
if (stale.length > 0) {
  say(stale.join('\n'));
  process.exit(1);
}
// What is under way, and the copies, are gone when this process ends by itself.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(130));
}
const begun = performance.now();
const scratches = makeScratches(Math.min(2, availableParallelism()));

const waiting = [...mutants];
let survivors = 0;
async function work(scratch: Scratch): Promise<void> {
  for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
    const started = performance.now();
    const { by, fault } = await judge(scratch, mutant);
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(5);
    const mark = fault === null ? 'caught  ' : styleText('red', 'SURVIVED');
    if (fault !== null) survivors += 1;
    say(
      `${mark}  ${seconds} s  ${mutant.name}\n                   by ${by}${fault ? ` — ${fault}` : ''}`,
    );
  }
}
await Promise.all(scratches.map(work));
const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
const which = values.short ? ` (of ${allMutants.length}, chosen by --seed ${values.seed})` : '';
say(
  `${mutants.length - survivors} of ${mutants.length} faults${which} were caught in ${minutes} minutes`,
);
process.exit(survivors > 0 ? 1 : 0);
