import assert from 'node:assert/strict';
import { startServer } from './processes.ts';
import type { Question } from './questions.ts';

/** Sends one body and reads the answer. */
export async function post(url: string, body: object): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return text;
}

/** An answer with its numbers written one way: SQLite writes 3.0 where PostgreSQL writes 3. */
export const normalizeAnswer = (answer: string) => JSON.stringify(JSON.parse(answer));

/**
 * Holds the answers of the hand-written endpoint and of both ways of Juzheng against each other,
 * since only what says the same can be compared. Says how many were compared.
 */
export async function compareAnswers(
  data: string,
  questions: readonly Question[],
  most = 50,
): Promise<number> {
  const [written, compiled, executed] = await Promise.all([
    startServer('serve-hand-written.ts', data),
    startServer('serve-juzheng.ts', data),
    startServer('serve-juzheng.ts', data, 'off'),
  ]);
  let count = 0;
  try {
    for (const { name, query, variables } of questions) {
      for (const each of variables.slice(0, most)) {
        const [one, two, three] = await Promise.all([
          post(`${written.url}/${name}`, each),
          post(`${compiled.url}/graphql`, { query, variables: each }),
          post(`${executed.url}/graphql`, { query, variables: each }),
        ]);
        const answer: unknown = JSON.parse(two);
        assert.ok(answer && typeof answer === 'object' && !('errors' in answer), two);
        assert.deepEqual(JSON.parse(one), answer, `${name} ${JSON.stringify(each)}`);
        assert.deepEqual(JSON.parse(three), answer, `${name} ${JSON.stringify(each)}`);
        count += 1;
      }
    }
  } finally {
    await Promise.all([written.stop(), compiled.stop(), executed.stop()]);
  }
  return count;
}
