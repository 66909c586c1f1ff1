import { openCurrent } from '../../../src/db/snapshot/pointer.ts';
import { randomOf } from '../../support/corpus-rows.ts';
import { drawDeep, drawTriples, randomFrom } from '../bench/plans/draw-questions.ts';
import { gatherMaterial } from '../costliest/material.ts';
import { shrink } from '../costliest/mutate.ts';
import { createTools } from '../costliest/operators/operator.ts';
import type { CrowdQuestion } from '../crowd/costly-clients.ts';
import type { Client } from '../support/client.ts';

/** A random question that is not refused, and how long it takes alone, asked again, in milliseconds. */
export type CostlyQuestion = CrowdQuestion & { milliseconds: number };

/** A question that is refused is made smaller so often. */
const repairs = 4;

/** The costliest of so many are asked, one of this, and none that takes less than so many milliseconds. */
const share = 4;
const least = 10;

/**
 * The costliest quarter of random questions, drawn from the schema: half of them whole ones as
 * `costliest` grows them, half pages under two filters or one across a relation.
 */
export async function drawCostly(
  client: Client,
  data: string,
  { count, seed }: { count: number; seed: number },
): Promise<CostlyQuestion[]> {
  const tools = createTools(await gatherMaterial(client), randomOf(seed));
  const grown = Array.from({ length: Math.ceil(count / 2) }, () => ({
    query: tools.grow.question(),
  }));
  const asked: CostlyQuestion[] = [];
  for (const question of [...grown, ...drawPages(data, Math.floor(count / 4), seed)]) {
    const found = await tryOut(client, question, (query) => shrink(query, tools));
    if (found) asked.push(found);
  }
  const costly = asked
    .toSorted((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, Math.ceil(asked.length / share))
    .filter(({ milliseconds }) => milliseconds >= least);
  if (costly.length > 0) return costly;
  throw new Error(`none of ${asked.length} takes ${least} ms: ask over more reports`);
}

function drawPages(data: string, count: number, seed: number): CrowdQuestion[] {
  const current = openCurrent(data);
  if (!current.ok) throw new Error(current.reason);
  const { db, close } = current.snapshot;
  const random = randomFrom(seed);
  const pages = [...drawTriples(db, count, random), ...drawDeep(db, count, random)];
  close();
  return pages.map(({ query, variables }) => ({ query, variables }));
}

/** The question, or a smaller one that is not refused; null where all are. */
async function tryOut(
  client: Client,
  { query, variables }: CrowdQuestion,
  smaller: (query: string) => string,
): Promise<CostlyQuestion | null> {
  let next = query;
  for (let tries = 0; tries <= repairs; tries += 1) {
    const body = JSON.stringify({ query: next, variables });
    const { status, errors } = await client.post(body);
    const isRefused = status !== 200 || errors.some((code) => code !== 'QUERY_TIMEOUT');
    if (!isRefused) {
      const again = [await client.post(body), await client.post(body)];
      const milliseconds = Math.min(...again.map((each) => each.milliseconds));
      return { query: next, ...(variables && { variables }), milliseconds };
    }
    if (variables) return null;
    next = smaller(next);
  }
  return null;
}
