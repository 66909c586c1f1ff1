import { statSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import packageFile from '../../../package.json' with { type: 'json' };
import { readPointer } from '../../../src/db/snapshot/pointer.ts';
import { generator } from './load.ts';
import { serverNames } from './measure.ts';
import type { Plan, Servers } from './measure.ts';
import type { Workers } from './measure-workers.ts';
import { pinning } from './processes.ts';
import type { Question } from './questions.ts';

const inMegabytes = (bytes: number) => Math.round(bytes / 1e6);
export const inThousands = (count: number) => Math.round(count).toLocaleString('en');
const rowOf = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
export const tableOf = (
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
) => [rowOf(head), rowOf(head.map((_, n) => (n === 0 ? '---' : '--:'))), ...rows.map(rowOf)];

/** Whom Juzheng is held against; a ratio above 1 is in its favour. */
const others = ['hand-written', 'compiler off', 'constant'] as const;
const ratios = others.map((name) => `against ${name}`);

/** All that a run found, as Markdown: what, where, how, and the figures. */
export function describeRun(
  { data, rounds, seconds, connections }: Plan,
  questions: readonly Question[],
  { results, bytes, memory }: Servers,
  workers: Workers | null,
): string {
  const ratio = (one: number, other: number) => (one / other).toFixed(2);
  const rates = questions.map(({ name, title, variables }) => {
    const result = results[name];
    return [
      `${title} (${inThousands(bytes[name])} bytes, ${variables.length} different)`,
      ...serverNames.map((each) => inThousands(result[each].perSecond)),
      ...others.map((each) => ratio(result.juzheng.perSecond, result[each].perSecond)),
    ];
  });
  const work = questions.map(({ name, title }) => [
    title,
    ...serverNames.map((each) => inThousands(results[name][each].cpu)),
    ...others.map((each) => ratio(results[name][each].cpu, results[name].juzheng.cpu)),
  ]);
  const times = questions.map(({ name, title }) => [
    title,
    ...serverNames.map((each) => {
      const { p50, p99 } = results[name][each];
      return `${p50.toFixed(1)} / ${p99.toFixed(1)}`;
    }),
  ]);
  return `${[
    ...headOf(data),
    `Medians of ${rounds} × ${seconds} s in turn, ${connections} connections (one where a server gives fewer answers a second), load by ${generator}, ${pinning}.`,
    '',
    'Answers a second:',
    '',
    ...tableOf(['question', ...serverNames, ...ratios], rates),
    '',
    'Microseconds of processor time an answer, which other work on the machine disturbs least:',
    '',
    ...tableOf(['question', ...serverNames, ...ratios], work),
    '',
    'Half and all but one in a hundred within so many milliseconds:',
    '',
    ...tableOf(['question', ...serverNames], times),
    '',
    'Resident memory after all rounds, in megabytes:',
    '',
    ...tableOf(serverNames, [serverNames.map((each) => inMegabytes(memory[each]))]),
    ...(workers ? describeWorkers(workers) : []),
  ].join('\n')}\n`;
}

/** What was measured, with which versions, and on what. */
export function headOf(data: string): string[] {
  const pointer = readPointer(data);
  const { reports = 0, measures = 0, outcomes = 0 } = pointer?.counts ?? {};
  const size = inMegabytes(statSync(join(data, pointer?.file ?? '')).size);
  const model = cpus()[0]?.model ?? 'unknown';
  const { dependencies } = packageFile;
  return [
    `${new Date().toISOString().slice(0, 10)}, Juzheng ${packageFile.version}, ` +
      `Node ${process.versions.node}, graphql ${dependencies.graphql}, graphql-yoga ${dependencies['graphql-yoga']}, ` +
      `better-sqlite3 ${dependencies['better-sqlite3']}.`,
    `${cpus().length} cores (${model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB.`,
    `${inThousands(reports)} reports, ${inThousands(measures)} measures, ${inThousands(outcomes)} outcomes; ${size} MB.`,
  ];
}

function describeWorkers({ one, two }: Workers): string[] {
  const ratio = (two / one).toFixed(2);
  return [
    '',
    'The whole report from two workers and from one, with no core pinned, answers a second:',
    '',
    ...tableOf(['one', 'two', 'ratio'], [[inThousands(one), inThousands(two), ratio]]),
  ];
}
