import { startCommand } from './processes.ts';
import { load } from './load.ts';
import { median, targetOf } from './measure.ts';
import type { Plan } from './measure.ts';
import type { Question } from './questions.ts';

/** Answers a second from one worker and from two. */
export type Workers = { one: number; two: number };

/** The whole report from one worker and from two, in turn; no core is anybody's own here. */
export async function measureWorkers(
  { data, rounds, seconds, connections }: Plan,
  questions: readonly Question[],
  tell: (line: string) => void,
): Promise<Workers> {
  const question = questions.find(({ name }) => name === 'report');
  if (!question) throw new Error('there is no whole report to ask for');
  const turns: Record<'1' | '2', number[]> = { 1: [], 2: [] };
  for (let round = 1; round <= rounds; round += 1) {
    for (const count of ['1', '2'] as const) {
      const server = await startCommand('--data', data, '--no-import', '--workers', count);
      const asked = { ...targetOf(server.url, 'juzheng', question), connections, pin: false };
      await load({ ...asked, seconds: Math.min(2, seconds) });
      const { perSecond } = await load({ ...asked, seconds });
      await server.stop();
      turns[count].push(perSecond);
      tell(
        `report, round ${round} of ${rounds}: ${count} at work, ${Math.round(perSecond)} a second`,
      );
    }
  }
  return { one: median(turns[1]), two: median(turns[2]) };
}
