import type { GraphQLSchema } from 'graphql';
import type { Presets } from '../../examples/presets.ts';
import type { Example } from '../../examples/read-examples.ts';
import { NotATable } from '../../table/fetch-pages.ts';
import type { Ask } from '../../table/fetch-pages.ts';
import type { TableRow } from '../../table/rows.ts';
import { tableOf } from '../../table/table.ts';
import { messagesOf } from '../ask-all.ts';
import type { Language } from '../language/language.ts';
import { shownIn } from './shown-columns.ts';
import type { ShownRows } from './shown-columns.ts';

type Variables = Readonly<Record<string, unknown>>;

/** An example's present answer, or what the API says instead. */
export type ExampleAnswer = {
  /** What it was asked with, beside the presets of the query. */
  variables: Variables;
  columns: ShownRows['columns'];
  rows: ShownRows['rows'];
  /** Whether there are columns that tell something and are not shown. */
  isCut: boolean;
  /** Whether the table goes on beyond these rows. */
  goesOn: boolean;
  /** Empty where there is an answer. */
  messages: readonly string[];
};

/** Answers an example with what is given for its variables. */
export type AnswerExample = (
  ask: Ask,
  dataVersion: string,
  asked: { example: Example; given: Variables; language: Language },
) => Promise<ExampleAnswer>;

export const noAnswer = {
  variables: {},
  columns: [],
  rows: [],
  isCut: false,
  goesOn: false,
} as const;

/** More rows and columns a page does not show well: they are there as CSV. */
const shownRows = 25;
const shownColumns = 9;

export const createAnswerExample =
  (schema: GraphQLSchema, presets: Presets): AnswerExample =>
  async (ask, dataVersion, { example, given, language }) => {
    const variables = { ...(await presets(ask, dataVersion, example)), ...given };
    const params = { query: example.query, variables };
    try {
      const table = await tableOf({ schema, ask, language, params, all: false, takesLast: true });
      const rows: TableRow[] = [];
      for await (const row of table.rows) if (rows.push(row) > shownRows) break;
      const goesOn = rows.length > shownRows;
      const shown = shownIn(table, rows.slice(0, shownRows), language, shownColumns);
      return { variables, ...shown, goesOn, messages: [] };
    } catch (error) {
      if (!(error instanceof NotATable)) throw error;
      const messages = messagesOf(error.body);
      return { ...noAnswer, variables, messages };
    }
  };
