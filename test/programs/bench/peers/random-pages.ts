import type { Database } from '../../../../src/db/database.ts';
import { normalizeAnswer } from '../compare-answers.ts';
import { median } from '../measure.ts';
import { exactProcessorTime } from '../../support/process-tree.ts';
import { drawDeep, drawPairs, drawTriples, randomFrom } from '../plans/draw-questions.ts';
import type { PageQuestion } from '../plans/draw-questions.ts';
import type { CatalogTable } from './catalog.ts';
import type { Times } from './ratios.ts';
import { bySide, isGivenUp, others, sideNames } from './sides.ts';
import type { Side, SideName } from './sides.ts';
import { NotTranslated, createTranslator } from './translate-filter.ts';
import { translateQuestion } from './translate-question.ts';

export type MeasuredPage = Times & { question: PageQuestion };

/** A page, and the body of the request by which each is asked for it; null for who cannot be. */
type AskedPage = { question: PageQuestion; bodies: Record<SideName, string | null> };

export type RandomPages = {
  measured: MeasuredPage[];
  /** For how many PostGraphile cannot be asked, by the reason. */
  untranslated: Map<string, number>;
  /** Pages that were held against those from the file, and titles of those that were others. */
  compared: Record<Other, number>;
  different: Record<Other, string[]>;
};

type Other = (typeof others)[number];

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

/** Asks each page of all in turn, warm and one at a time. */
export async function measurePages(
  pages: readonly PageQuestion[],
  { db, catalog }: { db: Database; catalog: readonly CatalogTable[] },
  sides: Record<SideName, Side>,
  tell: (line: string) => void,
): Promise<RandomPages> {
  const { asked, untranslated } = translateAll(pages, db, catalog);
  const result: RandomPages = {
    measured: [],
    untranslated,
    compared: { known: 0, store: 0, postgraphile: 0 },
    different: { known: [], store: [], postgraphile: [] },
  };
  for (const { question, bodies } of asked) {
    const page = { question } as MeasuredPage;
    const answers = {} as Record<SideName, string | null>;
    for (const side of sideNames) {
      const body = bodies[side];
      const { cpu, text } = body === null ? unasked : await askAgain(sides[side], body);
      page[side] = cpu;
      answers[side] = text;
    }
    result.measured.push(page);
    for (const other of others) {
      const [expected, told] = [answers.juzheng, answers[other]];
      if (expected === null || told === null) continue;
      result.compared[other] += 1;
      if (!isSame[other](expected, told)) result.different[other].push(question.title);
    }
    const { length } = result.measured;
    if (length % 100 === 0) tell(`${length} of ${asked.length} random pages`);
  }
  return result;
}

const unasked = { cpu: null, text: null };

const codesOf = (text: string) => text.slice(text.indexOf('['), text.indexOf(']'));

function isWhollySame(expected: string, told: string): boolean {
  return normalizeAnswer(told) === normalizeAnswer(expected);
}

/** Over PostgreSQL the whole answer is the same; PostGraphile gives the same codes. */
const isSame: Record<Other, (expected: string, told: string) => boolean> = {
  known: isWhollySame,
  store: isWhollySame,
  postgraphile: (expected, told) => codesOf(told) === codesOf(expected),
};

function translateAll(
  pages: readonly PageQuestion[],
  db: Database,
  catalog: readonly CatalogTable[],
): { asked: AskedPage[]; untranslated: Map<string, number> } {
  const translate = createTranslator(db, catalog);
  const untranslated = new Map<string, number>();
  const translated = (page: PageQuestion) => {
    try {
      return translateQuestion(page, translate);
    } catch (error) {
      if (!(error instanceof NotTranslated)) throw error;
      untranslated.set(error.message, (untranslated.get(error.message) ?? 0) + 1);
      return null;
    }
  };
  const asked = pages.map((question): AskedPage => {
    const { query, variables } = question;
    const own = JSON.stringify({ query, variables });
    const bodies = { ...bySide(() => own), postgraphile: translated(question) };
    return { question, bodies };
  });
  return { asked, untranslated };
}

const [warmings, runs] = [2, 5];

/** The median of some runs, and the answer; Infinity and none where it is not given in time. */
async function askAgain({ client, pids }: Side, body: string) {
  for (let turn = 0; turn < warmings; turn += 1) {
    const { status, text, errors } = await client.post(body);
    if (status === 200 && errors.length === 0 && text.includes('"nodes":[')) continue;
    if (isGivenUp(text)) return { cpu: Infinity, text: null };
    throw new Error(`answered with ${status}: ${text.slice(0, 500)} to ${body}`);
  }
  const used = () => pids.reduce((sum, pid) => sum + (exactProcessorTime(pid) ?? NaN), 0);
  const times: number[] = [];
  let last = '';
  for (let run = 0; run < runs; run += 1) {
    const before = used();
    const { text } = await client.post(body);
    times.push((used() - before) * 1000);
    last = text;
  }
  return { cpu: median(times), text: last };
}
