import { post } from './compare-answers.ts';
import { load } from './load.ts';
import type { Loaded } from './load.ts';
import { startServer } from './processes.ts';
import type { Running } from './processes.ts';
import type { Question, QuestionName } from './questions.ts';

export type Plan = { data: string; rounds: number; seconds: number; connections: number };

export const serverNames = ['constant', 'hand-written', 'juzheng', 'compiler off'] as const;

export type ServerName = (typeof serverNames)[number];

/** What a turn came to, with the microseconds of processor time that the server took an answer. */
export type Measured = Pick<Loaded, 'perSecond' | 'p50' | 'p99'> & { cpu: number };

const figures = ['perSecond', 'p50', 'p99', 'cpu'] as const;

export type Servers = {
  /** The medians over the rounds. */
  results: Record<QuestionName, Record<ServerName, Measured>>;
  /** How many bytes an answer has. */
  bytes: Record<QuestionName, number>;
  /** Resident memory after all rounds, in bytes. */
  memory: Record<ServerName, number>;
};

/** Lets the servers take turns with each question; nobody else is asked meanwhile. */
export async function measureServers(
  { data, rounds, seconds, connections }: Plan,
  questions: readonly Question[],
  tell: (line: string) => void,
): Promise<Servers> {
  const running: Record<ServerName, Running> = {
    constant: await startServer('serve-constant.ts'),
    'hand-written': await startServer('serve-hand-written.ts', data),
    juzheng: await startServer('serve-juzheng.ts', data),
    'compiler off': await startServer('serve-juzheng.ts', data, 'off'),
  };
  const results = {} as Servers['results'];
  const bytes = {} as Servers['bytes'];
  for (const question of questions) {
    const known = await post(`${running.juzheng.url}/graphql`, {
      query: question.query,
      variables: question.variables[0],
    });
    bytes[question.name] = Buffer.byteLength(known);
    running.constant.tell({ [`/${question.name}`]: known });
    const turns = Object.fromEntries(serverNames.map((name) => [name, [] as Measured[]]));
    const turn = async (name: ServerName, length: number, asking: number): Promise<Measured> => {
      const { url, usage } = running[name];
      const before = await usage();
      const loaded = await load({
        ...targetOf(url, name, question),
        connections: asking,
        seconds: length,
      });
      if (loaded.failed > 0) throw new Error(`${name}: ${loaded.failed} requests failed`);
      const after = await usage();
      return { ...loaded, cpu: (after.cpu - before.cpu) / Math.max(1, loaded.answers) };
    };
    const asking = {} as Record<ServerName, number>;
    for (const name of serverNames) {
      const warm = await turn(name, Math.min(2, seconds), 1);
      // Who is slow is asked by one alone: the others would only wait, and go on waiting after.
      asking[name] = warm.perSecond < connections ? 1 : connections;
    }
    for (let round = 1; round <= rounds; round += 1) {
      for (const name of serverNames) {
        const measured = await turn(name, seconds, asking[name]);
        turns[name]?.push(measured);
        const rate = Math.round(measured.perSecond);
        tell(`${question.name}, round ${round} of ${rounds}: ${name} ${rate} a second`);
      }
    }
    results[question.name] = Object.fromEntries(
      Object.entries(turns).map(([name, list]) => [name, mediansOf(list, figures)]),
    ) as Record<ServerName, Measured>;
  }
  const memory = {} as Servers['memory'];
  for (const name of serverNames) memory[name] = (await running[name].usage()).memory;
  await Promise.all(serverNames.map((name) => running[name].stop()));
  return { results, bytes, memory };
}

/** Where a server takes a question, and the bodies that it is sent in turn. */
export function targetOf(url: string, server: ServerName, { name, query, variables }: Question) {
  const isGraphql = server === 'juzheng' || server === 'compiler off';
  return {
    url: isGraphql ? `${url}/graphql` : `${url}/${name}`,
    bodies: variables.map((each) => JSON.stringify(isGraphql ? { query, variables: each } : each)),
  };
}

/** The median of each figure over several turns. */
export const mediansOf = <Name extends string>(
  turns: readonly Readonly<Record<Name, number>>[],
  names: readonly Name[],
): Record<Name, number> =>
  Object.fromEntries(
    names.map((name) => [name, median(turns.map((each) => each[name]))]),
  ) as Record<Name, number>;

export const median = (list: readonly number[]) =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
