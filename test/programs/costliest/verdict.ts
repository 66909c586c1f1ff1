import { alignColumns } from '../../../src/cli/terminal.ts';
import { quantile, together, waitOf } from '../support/steady.ts';
import { bars } from './bars.ts';
import type { Bench } from './bench.ts';
import type { Figures } from './examine.ts';
import { renamed } from '../support/renamed.ts';
import type { Candidate, Found } from './archive.ts';

/** How often each of the costliest is asked in a round, and in how many rounds it must fail. */
const [repetitions, rounds] = [3, 3];

export type Judged = { name: string; costliest: Candidate[]; wrong: string[] };

/** Asks the costliest again, lest chance decide, and says what is wrong with them. */
export async function judge(
  bench: Bench,
  found: Found,
  { name, told, idleFor, until }: { name: string; told: number; idleFor: number; until: number },
): Promise<Judged> {
  const wrong = found.wrong.map(({ query, told: what }) => `${what}: ${oneLine(query)}`);
  const candidates = [
    ...new Set([...found.over, ...found.costliest.slice(0, told), ...found.worst]),
  ];
  const confirmed: Candidate[] = [];
  for (const candidate of candidates) {
    // The costliest come first; what is left when the time is over is told, not judged.
    if (performance.now() > until) {
      confirmed.push(candidate);
      continue;
    }
    const { figures, faults } = await judgeOne(bench, candidate, idleFor);
    confirmed.push({ ...candidate, figures });
    wrong.push(...faults.map((each) => `${each}: ${oneLine(candidate.query)}`));
  }
  if (bench.memory() > bars.memory) wrong.push(`${mebibytes(bench.memory())} MiB of memory in all`);
  const costliest = confirmed
    .toSorted((a, b) => b.figures.processor - a.figures.processor)
    .slice(0, told);
  return { name, costliest, wrong };
}

/** What is wrong with a question in every round: a neighbour of this machine may have been in one. */
async function judgeOne(
  bench: Bench,
  candidate: Candidate,
  idleFor: number,
): Promise<{ figures: Figures; faults: string[] }> {
  let { figures } = candidate;
  let faults: string[] = [];
  const waits: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    waits.push(waitOf(await bench.idle(idleFor)));
    figures = await askAgain(bench, candidate);
    faults = faultsOf(figures, Math.max(...waits));
    // What was given up once will be given up again, and takes long.
    if (faults.length === 0 || figures.fate === 'given up') break;
  }
  return { figures, faults };
}

/** @param idle what the witness waits for at most on the idle server, in milliseconds */
function faultsOf({ processor, witness, wrong, fate }: Figures, idle: number): string[] {
  const most = fate === 'stopped' ? bars.ofStopped : bars.processor;
  const waited = waitOf(witness);
  const faults = [
    processor > most && `${processor} ms of processor time`,
    waited > Math.max(bars.wait, bars.timesIdle * idle) &&
      `the witness waits ${Math.round(waited)} ms`,
    ...wrong,
  ];
  return faults.filter((each) => typeof each === 'string');
}

/** The median of its work, the most of its memory, and all waits beside it. */
async function askAgain(bench: Bench, { query, figures }: Candidate): Promise<Figures> {
  const times = figures.fate === 'given up' ? 1 : repetitions;
  const all: Figures[] = [];
  for (let nth = 0; nth < times; nth += 1) all.push(await bench.examine(renamed(query)));
  const most = (of: (each: Figures) => number) => Math.max(...all.map(of));
  return {
    fate: all.at(-1)?.fate ?? figures.fate,
    processor: quantile(
      all.map(({ processor }) => processor),
      0.5,
    ),
    milliseconds: most(({ milliseconds }) => milliseconds),
    bytes: most(({ bytes }) => bytes),
    memory: most(({ memory }) => memory),
    growth: most(({ growth }) => growth),
    witness: together(all.map(({ witness }) => witness)),
    wrong: all.flatMap((each) => [...each.wrong, ...each.witness.lost]),
  };
}

const head = ['cpu ms', 'ms', 'KB', '+ MiB', 'witness', 'fate', 'kind', 'query'];

export const table = ({ costliest }: Judged): string[] =>
  alignColumns([
    head,
    ...costliest.map(({ query, kind, figures }) => [
      figures.processor,
      figures.milliseconds,
      Math.round(figures.bytes / 1000),
      mebibytes(figures.growth),
      Math.round(waitOf(figures.witness)),
      figures.fate,
      kind,
      oneLine(query).slice(0, 160),
    ]),
  ]);

const mebibytes = (bytes: number) => Math.round(bytes / 2 ** 20);

export const oneLine = (query: string) =>
  query.replaceAll(/#.*\n/g, '').replaceAll(/\s+/g, ' ').trim();
