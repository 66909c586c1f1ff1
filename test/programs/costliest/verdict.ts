import { alignColumns } from '../../../src/cli/terminal.ts';
import { quantile } from '../support/steady.ts';
import { bars } from './bars.ts';
import { waitOf } from '../support/steady.ts';
import type { Bench, Figures } from './examine.ts';
import { kindOf } from './kind.ts';
import { renamed } from '../support/renamed.ts';
import type { Candidate, Found } from './search.ts';

/** How often each of the costliest is asked once more before it is judged. */
const repetitions = 3;

export type Judged = { name: string; costliest: Candidate[]; wrong: string[] };

/** Asks the costliest again, lest chance decide, and says what is wrong with them. */
export async function judge(
  bench: Bench,
  found: Found,
  { name, told }: { name: string; told: number },
): Promise<Judged> {
  const wait = Math.max(bars.wait, bars.timesIdle * waitOf(bench.idle));
  const wrong = found.wrong.map(({ query, told: what }) => `${what}: ${oneLine(query)}`);
  const candidates = [
    ...new Set([...found.over, ...found.costliest.slice(0, told), ...found.worst]),
  ];
  const confirmed: Candidate[] = [];
  if (found.memory > bars.memory) wrong.push(`${mebibytes(found.memory)} MiB of memory in all`);
  for (const candidate of candidates) {
    const figures = await askAgain(bench, candidate);
    confirmed.push({ ...candidate, kind: kindOf(candidate.query), figures });
    const faults = [
      figures.processor > bars.processor && `${figures.processor} ms of processor time`,
      waitOf(figures.witness) > wait &&
        `the witness waits ${Math.round(waitOf(figures.witness))} ms`,
      ...figures.wrong,
    ];
    wrong.push(
      ...faults
        .filter((each) => typeof each === 'string')
        .map((each) => `${each}: ${oneLine(candidate.query)}`),
    );
  }
  const costliest = confirmed
    .toSorted((a, b) => b.figures.processor - a.figures.processor)
    .slice(0, told);
  return { name, costliest, wrong };
}

/** The median of its work, the most of its memory, and all waits beside it. */
async function askAgain(bench: Bench, { query, figures }: Candidate): Promise<Figures> {
  // It was given up at the same bound each time: once more says it as well.
  const times = figures.fate === 'given up' ? 1 : repetitions;
  const all: Figures[] = [];
  for (let nth = 0; nth < times; nth += 1) {
    all.push(await bench.examine(renamed(query)));
  }
  return {
    fate: all[0]?.fate ?? figures.fate,
    processor: quantile(
      all.map(({ processor }) => processor),
      0.5,
    ),
    milliseconds: Math.max(...all.map(({ milliseconds }) => milliseconds)),
    bytes: Math.max(...all.map(({ bytes }) => bytes)),
    memory: Math.max(...all.map(({ memory }) => memory)),
    growth: Math.max(...all.map(({ growth }) => growth)),
    witness: {
      waits: all.flatMap(({ witness }) => witness.waits),
      lost: all.flatMap(({ witness }) => witness.lost),
    },
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
