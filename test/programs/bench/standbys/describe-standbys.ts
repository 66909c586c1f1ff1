import { headOf, inThousands, tableOf } from '../describe.ts';
import { generator } from '../load.ts';
import type { Plan } from '../measure.ts';
import { pinning } from '../processes.ts';
import type { Scaled } from './measure-standbys.ts';

/** An answer may take so many times as much of the processors from two as from one. */
const bar = 1.15;

/** What was measured, as Markdown. */
export function describeStandbys(
  { data, rounds, seconds, connections }: Plan,
  scaled: readonly Scaled[],
): string {
  const rows = scaled.map(({ question, one, two }) => [
    question.title,
    inThousands(one.cpu),
    inThousands(two.cpu),
    (two.cpu / one.cpu).toFixed(2),
    inThousands(one.perSecond),
    inThousands(two.perSecond),
  ]);
  const beyond = scaled.filter(({ one, two }) => two.cpu / one.cpu > bar);
  return `${[
    ...headOf(data),
    `One server on a hot standby, and two on two; medians of ${rounds} × ${seconds} s in turn, ${connections} connections in all, load by ${generator}, ${pinning}.`,
    '',
    'Microseconds of processor time an answer, server and database together, and answers a second:',
    '',
    ...tableOf(['question', 'one', 'two', 'two / one', 'one a second', 'two a second'], rows),
    '',
    beyond.length === 0
      ? `None takes more than ${bar} × as much from two.`
      : `More than ${bar} × as much from two: ${beyond.map(({ question }) => question.title).join('; ')}.`,
  ].join('\n')}\n`;
}
