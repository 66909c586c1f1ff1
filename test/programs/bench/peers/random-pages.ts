import type { Database } from '../../../../src/db/database.ts';
import { median } from '../measure.ts';
import { exactProcessorTime } from '../../support/process-tree.ts';
import type { Client } from '../../support/client.ts';
import { drawDeep, drawPairs, drawTriples, randomFrom } from '../plans/draw-questions.ts';
import type { PageQuestion } from '../plans/draw-questions.ts';
import type { CatalogTable } from './catalog.ts';
import { NotTranslated, createTranslator } from './translate-filter.ts';
import { translateQuestion } from './translate-question.ts';
import type { Pair } from './translate-question.ts';

/** One side: whom to ask, and the processes that work for an answer. */
export type Side = { client: Client; pids: readonly number[] };

export type MeasuredPair = {
  question: PageQuestion;
  /** Microseconds of processor time an answer; null for who gave none. */
  juzheng: number | null;
  postgraphile: number | null;
};

export type RandomPages = {
  measured: MeasuredPair[];
  /** How many cannot be asked there, by the reason. */
  untranslated: Map<string, number>;
  /** Pages that both gave, and titles of those in which other rows stood. */
  compared: number;
  different: string[];
};

/** Half of one filter, a quarter of two, and a quarter across a relation. */
export function drawPages(db: Database, count: number, seed: number): PageQuestion[] {
  const random = randomFrom(seed);
  const pairs = drawPairs(db);
  const some = Array.from(
    { length: Math.ceil(count / 2) },
    () => pairs[Math.floor(random() * pairs.length)]!,
  );
  const quarter = Math.floor(count / 4);
  return [...some, ...drawTriples(db, quarter, random), ...drawDeep(db, quarter, random)];
}

/** Asks each page of both in turn, warm and one at a time. */
export async function measurePages(
  pages: readonly PageQuestion[],
  { db, catalog }: { db: Database; catalog: readonly CatalogTable[] },
  sides: Record<'juzheng' | 'postgraphile', Side>,
  tell: (line: string) => void,
): Promise<RandomPages> {
  const { pairs, untranslated } = translateAll(pages, db, catalog);
  const result: RandomPages = { measured: [], untranslated, compared: 0, different: [] };
  for (const pair of pairs) {
    const one = await askAgain(sides.juzheng, pair.juzheng);
    const other = await askAgain(sides.postgraphile, pair.postgraphile);
    if (one.codes !== null && other.codes !== null) {
      result.compared += 1;
      if (one.codes !== other.codes) result.different.push(pair.question.title);
    }
    const { question } = pair;
    result.measured.push({ question, juzheng: one.cpu, postgraphile: other.cpu });
    const { length } = result.measured;
    if (length % 100 === 0) tell(`${length} of ${pairs.length} random pages`);
  }
  return result;
}

function translateAll(
  pages: readonly PageQuestion[],
  db: Database,
  catalog: readonly CatalogTable[],
): { pairs: Pair[]; untranslated: Map<string, number> } {
  const translate = createTranslator(db, catalog);
  const untranslated = new Map<string, number>();
  const pairs = pages.flatMap((page) => {
    try {
      return translateQuestion(page, translate);
    } catch (error) {
      if (!(error instanceof NotTranslated)) throw error;
      untranslated.set(error.message, (untranslated.get(error.message) ?? 0) + 1);
      return [];
    }
  });
  return { pairs, untranslated };
}

const [warmings, runs] = [2, 5];

/** The median of some runs, and the codes of the rows; without them where it gives none in time. */
async function askAgain({ client, pids }: Side, body: string) {
  for (let turn = 0; turn < warmings; turn += 1) {
    const { status, text, errors } = await client.post(body);
    if (status === 200 && errors.length === 0 && text.includes('"nodes":[')) continue;
    if (isGivenUp(text)) return { cpu: null, codes: null };
    throw new Error(`answered with ${status}: ${text.slice(0, 500)} to ${body}`);
  }
  const used = () => pids.reduce((sum, pid) => sum + (exactProcessorTime(pid) ?? NaN), 0);
  const times: number[] = [];
  let codes = '';
  for (let run = 0; run < runs; run += 1) {
    const before = used();
    const { text } = await client.post(body);
    times.push((used() - before) * 1000);
    codes = text.slice(text.indexOf('['), text.indexOf(']'));
  }
  return { cpu: median(times), codes };
}

const isGivenUp = (text: string) => /QUERY_TIMEOUT|statement timeout/.test(text);
