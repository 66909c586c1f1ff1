import type { GraphQLSchema } from 'graphql';
import { readExamples, slugOf } from '../../examples.ts';
import type { Example } from '../../examples.ts';
import { NotATable } from '../../table/pages.ts';
import type { Ask } from '../../table/pages.ts';
import type { TableRow } from '../../table/rows.ts';
import { tableOf } from '../../table/table.ts';
import type { Language } from '../language.ts';
import { createRecent } from '../recent.ts';

/** The first rows of an example's present answer. */
export type Head = {
  columns: readonly string[];
  rows: readonly TableRow[];
  /** Which of several lists the rows are; null where the answer has one. */
  list: string | null;
};

/** An example question with what it is answered with. */
export type Card = {
  slug: string;
  query: string;
  question: string;
  notes: string;
  /** Null where there is no answer at present. */
  head: Head | null;
};

/** Every example question, answered; each is asked once of each version of the data. */
export type Gallery = (ask: Ask, dataVersion: string, language: Language) => Promise<Card[]>;

const shownRows = 5;
const shownColumns = 6;

/** A question without an answer is asked again after so many milliseconds, and not by every reader. */
const unansweredMilliseconds = 60_000;

const examples = readExamples();

export function createGallery(schema: GraphQLSchema): Gallery {
  // Those of one version, and of the next while some still read the one before.
  const recent = createRecent<{ head: Head | null }>(2 * examples.length, ({ head }) =>
    head ? Number.POSITIVE_INFINITY : unansweredMilliseconds,
  );
  return (ask, dataVersion, language) =>
    Promise.all(
      examples.map(async (example): Promise<Card> => {
        const slug = slugOf(example);
        const answered = await recent(`${dataVersion} ${slug}`, async () => ({
          head: await headOf(schema, ask, example),
        }));
        const { query } = example;
        return { slug, query, ...wordsOf(query, language), head: answered?.head ?? null };
      }),
    );
}

/** The first rows; null where the API gives no answer, as it may to any question over large data. */
async function headOf(schema: GraphQLSchema, ask: Ask, { query }: Example): Promise<Head | null> {
  const read = async (list?: string): Promise<Head> => {
    const table = await tableOf({ schema, ask, params: { query }, list, all: false });
    const rows: TableRow[] = [];
    for await (const row of table.rows) if (rows.push(row) >= shownRows) break;
    const names = table.columns.map(({ name }) => name);
    return { columns: tellingColumns(names, rows), rows, list: list ?? null };
  };
  try {
    return await read().catch((error: unknown) => {
      const list = lastListOf(error);
      if (list === null) throw error;
      return read(list);
    });
  } catch (error) {
    if (error instanceof NotATable) return null;
    throw error;
  }
}

/** The columns worth the little room: none that is empty; where they are many, those that differ first. */
function tellingColumns(names: readonly string[], rows: readonly TableRow[]): string[] {
  const filled = names.filter((name) => rows.some((row) => (row[name] ?? '') !== ''));
  const differing = filled.filter((name) => new Set(rows.map((row) => row[name])).size > 1);
  const many = filled.length > shownColumns && differing.length > 1;
  return (many ? differing : filled).slice(0, shownColumns);
}

/** Where a query has several lists, the last of them; null for any other error. */
function lastListOf(error: unknown): string | null {
  const [first] = error instanceof NotATable ? (error.body.errors ?? []) : [];
  const { lists } = (first as { extensions?: { lists?: readonly string[] } })?.extensions ?? {};
  return lists?.at(-1) ?? null;
}

/** An example begins with its question in English, the same in Chinese, and further notes. */
function wordsOf(query: string, language: Language): { question: string; notes: string } {
  const lines = query.split('\n');
  const comments = lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith('#')),
    )
    .map((line) => line.replace(/^#\s*/, ''));
  const [english = '', chinese = '', ...notes] = comments;
  return language === 'zh'
    ? { question: chinese, notes: '' }
    : { question: english, notes: notes.join(' ') };
}
