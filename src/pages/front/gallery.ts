import type { GraphQLSchema } from 'graphql';
import type { Presets } from '../../examples/presets.ts';
import type { Example } from '../../examples/read-examples.ts';
import { NotATable } from '../../table/fetch-pages.ts';
import type { Ask, AskParams } from '../../table/fetch-pages.ts';
import type { TableRow } from '../../table/rows.ts';
import { tableOf } from '../../table/table.ts';
import type { Table } from '../../table/table.ts';
import { messagesOf } from '../ask-all.ts';
import { knownExamples } from '../examples/known-examples.ts';
import { shownTable } from '../examples/shown-table.ts';
import type { ShownTable } from '../examples/shown-table.ts';
import type { Language } from '../language/language.ts';
import { createRecent } from '../recent.ts';

/** The first rows of an example's present answer. */
export type Head = ShownTable & {
  /** Which of several lists the rows are; null where the answer has one. */
  list: string | null;
};

/** Why there is no answer, in the API's own words, and whether there may be one later. */
export type WithoutAnswer = { messages: readonly string[]; isLater: boolean };

/** An example question with what it is answered with. */
export type Card = {
  slug: string;
  query: string;
  /** What it is asked with, where the data do not hold what it names. */
  variables: Readonly<Record<string, unknown>>;
  question: string;
  notes: string;
  /** Null where there is no answer. */
  head: Head | null;
  unanswered: WithoutAnswer | null;
};

/** Every example question, answered; each is asked once of each version of the data. */
export type Gallery = (ask: Ask, dataVersion: string, language: Language) => Promise<Card[]>;

const shownRows = 5;
const shownColumns = 6;

/** A question without an answer is asked again after so many milliseconds, and not by every reader. */
const unansweredMilliseconds = 60_000;

export function createGallery(schema: GraphQLSchema, presets: Presets): Gallery {
  // Those of one version in either language, and of the next while some still read the one before.
  const recent = createRecent<AnsweredExample>(4 * knownExamples.length, ({ head }) =>
    head ? Number.POSITIVE_INFINITY : unansweredMilliseconds,
  );
  return (ask, dataVersion, language) =>
    Promise.all(
      knownExamples.map(async ({ slug, example }): Promise<Card> => {
        const { query } = example;
        const answered = await recent(`${dataVersion} ${slug} ${language}`, () =>
          answerOf(async () => {
            const variables = await presets(ask, dataVersion, example);
            const head = await headOf({ schema, ask, language }, { query, variables });
            return { variables, head, unanswered: null };
          }),
        );
        return { slug, query, ...wordsOf(example, language), ...(answered ?? none) };
      }),
    );
}

type AnsweredExample = Pick<Card, 'head' | 'unanswered' | 'variables'>;

const none: AnsweredExample = {
  variables: {},
  head: null,
  unanswered: { messages: [], isLater: true },
};

/** An answer, or why there is none: large data may be too much for any question. */
async function answerOf(ask: () => Promise<AnsweredExample>): Promise<AnsweredExample> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof NotATable)) throw error;
    const { body, status } = error;
    return { ...none, unanswered: { messages: messagesOf(body), isLater: status >= 500 } };
  }
}

/** The first rows. */
async function headOf(
  asking: { schema: GraphQLSchema; ask: Ask; language: Language },
  params: AskParams,
): Promise<Head> {
  const table = await tableOf({ ...asking, params, all: false, takesLast: true });
  const rows: TableRow[] = [];
  for await (const row of table.rows) if (rows.push(row) >= shownRows) break;
  return shownHead(table, rows, asking.language);
}

/** The rows in a reader's words, in the columns that are worth the little room. */
function shownHead(
  { columns, list }: Pick<Table, 'columns' | 'list'>,
  rows: readonly TableRow[],
  language: Language,
): Head {
  const told = columns.filter(({ fields }) => !fields.some(({ field }) => forMachines.has(field)));
  const telling = new Set(
    tellingColumns(
      told.map(({ name }) => name),
      rows,
    ),
  );
  const isShown = ({ name }: Table['columns'][number]) => telling.has(name);
  return { ...shownTable(columns, rows, { language, isShown }), list };
}

/** What only programs read. */
const forMachines: ReadonlySet<string> = new Set(['code', 'id', 'edtf', 'start', 'end', 'sha256']);

/** The columns worth the little room: none that is empty; where they are many, those that differ first. */
function tellingColumns(names: readonly string[], rows: readonly TableRow[]): string[] {
  const filled = names.filter((name) => rows.some((row) => (row[name] ?? '') !== ''));
  const differing = filled.filter((name) => new Set(rows.map((row) => row[name])).size > 1);
  const many = filled.length > shownColumns && differing.length > 1;
  return (many ? differing : filled).slice(0, shownColumns);
}

/** What an example asks, and what else it says; its notes are in English alone. */
function wordsOf(
  { question: asked, notes }: Example,
  language: Language,
): { question: string; notes: string } {
  const [question, rest] = parted(asked[language]);
  return { question, notes: language === 'zh' ? rest : `${rest} ${notes}`.trim() };
}

/** What asks, as short as it may be: the first sentence, or what stands before its colon; and what follows. */
function parted(words: string): [string, string] {
  const [first = words] =
    /^.*?(?:[。？?：]|[.:](?=\s|$))(?:\s?[^。？?.：:]*[？?])*/u.exec(words) ?? [];
  return [first.replace(/[:：]$/u, ''), words.slice(first.length).trim()];
}
