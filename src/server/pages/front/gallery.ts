import type { GraphQLSchema } from 'graphql';
import { readExamples, slugOf } from '../../examples.ts';
import type { Example } from '../../examples.ts';
import { NotATable } from '../../table/pages.ts';
import type { Ask } from '../../table/pages.ts';
import type { TableRow } from '../../table/rows.ts';
import { tableOf } from '../../table/table.ts';
import type { Language } from '../language.ts';

/** An example question with the first rows of its present answer. */
export type Answered = {
  slug: string;
  query: string;
  question: string;
  notes: string;
  columns: readonly string[];
  rows: readonly TableRow[];
  /** Which of several lists the rows are; null where the answer has one. */
  list: string | null;
};

const shownRows = 5;
const shownColumns = 6;

const examples = readExamples();

/** Every example question, answered. */
export const askExamples = (
  schema: GraphQLSchema,
  ask: Ask,
  language: Language,
): Promise<Answered[]> =>
  Promise.all(examples.map((example) => answerOf({ schema, ask, example, language })));

type Asking = { schema: GraphQLSchema; ask: Ask; example: Example; language: Language };

async function answerOf({ schema, ask, example, language }: Asking): Promise<Answered> {
  const { query } = example;
  const head = async (list?: string) => {
    const table = await tableOf({ schema, ask, params: { query }, list, all: false });
    const rows: TableRow[] = [];
    for await (const row of table.rows) if (rows.push(row) >= shownRows) break;
    const names = table.columns.map(({ name }) => name);
    return { columns: tellingColumns(names, rows), rows, list: list ?? null };
  };
  const answer = await head().catch((error: unknown) => {
    const list = lastListOf(error);
    if (list === null) throw error;
    return head(list);
  });
  return { slug: slugOf(example), query, ...wordsOf(query, language), ...answer };
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
