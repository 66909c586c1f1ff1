import type { GraphQLSchema } from 'graphql';
import type { Presets } from '../../examples/presets.ts';
import type { Example } from '../../examples/read-examples.ts';
import { NotATable } from '../../table/fetch-pages.ts';
import type { Ask, AskParams } from '../../table/fetch-pages.ts';
import type { TableRow } from '../../table/rows.ts';
import { tableOf } from '../../table/table.ts';
import { messagesOf } from '../ask-all.ts';
import { knownExamples } from '../examples/known-examples.ts';
import { shownIn } from '../examples/shown-columns.ts';
import type { ShownRows } from '../examples/shown-columns.ts';
import type { Language } from '../language/language.ts';
import { createRecent } from '../recent.ts';

/** The first rows of an example's present answer. */
export type Head = Pick<ShownRows, 'columns' | 'rows'> & {
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
        const answered = await recent(`${dataVersion} ${slug} ${language}`, async () => {
          const variables = await presets(ask, dataVersion, example);
          return { variables, ...(await headOf({ schema, ask, language }, { query, variables })) };
        });
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

/** The first rows, or why there are none: large data may be too much for any question. */
async function headOf(
  asking: { schema: GraphQLSchema; ask: Ask; language: Language },
  params: AskParams,
): Promise<Omit<AnsweredExample, 'variables'>> {
  const read = async (): Promise<Head> => {
    const table = await tableOf({ ...asking, params, all: false, takesLast: true });
    const rows: TableRow[] = [];
    for await (const row of table.rows) if (rows.push(row) >= shownRows) break;
    return { ...shownIn(table, rows, asking.language, shownColumns), list: table.list };
  };
  try {
    return { head: await read(), unanswered: null };
  } catch (error) {
    if (!(error instanceof NotATable)) throw error;
    const { body, status } = error;
    return { head: null, unanswered: { messages: messagesOf(body), isLater: status >= 500 } };
  }
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
