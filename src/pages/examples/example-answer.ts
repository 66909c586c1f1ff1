import type { GraphQLSchema } from 'graphql';
import type { Presets } from '../../examples/presets.ts';
import type { Example } from '../../examples/read-examples.ts';
import { NotATable } from '../../table/fetch-pages.ts';
import type { Ask } from '../../table/fetch-pages.ts';
import { listsBeside } from '../../table/list-choice.ts';
import type { TableRow } from '../../table/rows.ts';
import type { Column } from '../../table/table-shape.ts';
import { tableOf } from '../../table/table.ts';
import { isMisasked, messagesOf } from '../ask-all.ts';
import type { Language } from '../language/language.ts';
import { knownBy, linksOf, parentOf, shownTable } from './shown-table.ts';
import type { ShownTable } from './shown-table.ts';
import { withAddresses } from './with-addresses.ts';

type Variables = Readonly<Record<string, unknown>>;

/** An example's present answer in a reader's words, or what the API says instead. */
export type ExampleAnswer = ShownTable & {
  /** What it was asked with, beside the presets of the query. */
  variables: Variables;
  /** Whether the table goes on beyond these rows. */
  goesOn: boolean;
  /** Lists of which the query asks for the first alone, though they go on, or may. */
  cutLists: readonly string[];
  /** The lists that the answer has beside each other, and which of them this is; none where it has one. */
  lists: readonly string[];
  list: string | null;
  /** Empty where there is an answer. */
  messages: readonly string[];
  /** Whether it is what was given that is wrong, so that to ask for less helps nobody. */
  isMisasked: boolean;
};

type AskedExample = {
  example: Example;
  given: Variables;
  /** The list that is chosen of several; null for the last. */
  list: string | null;
  language: Language;
};

/** Answers an example with what is given for its variables. */
export type AnswerExample = (
  ask: Ask,
  dataVersion: string,
  asked: AskedExample,
) => Promise<ExampleAnswer>;

const noAnswer = {
  variables: {},
  columns: [],
  rows: [],
  goesOn: false,
  cutLists: [],
  lists: [],
  list: null,
  messages: [],
  isMisasked: false,
} as const;

/** More rows a page does not show well: they are there as CSV. */
const shownRows = 25;

export const createAnswerExample =
  (schema: GraphQLSchema, presets: Presets): AnswerExample =>
  async (ask, dataVersion, { example, given, list, language }) => {
    const variables = { ...(await presets(ask, dataVersion, example)), ...given };
    const params = { query: withAddresses(schema, example.query), variables };
    const asking = { schema, ask, params, all: true, language };
    try {
      const { lists, table } = await chosenTable(asking, list);
      const rows: TableRow[] = [];
      for await (const row of table.rows) if (rows.push(row) > shownRows) break;
      const shown = shownTable(table.columns, rows.slice(0, shownRows), {
        language,
        isShown: shownOf(table.columns, rows),
      });
      const goesOn = rows.length > shownRows;
      const { certain, possible } = table.cuts;
      const cutLists = [...certain, ...possible];
      return { ...noAnswer, variables, ...shown, goesOn, cutLists, lists, list: table.list };
    } catch (error) {
      if (!(error instanceof NotATable)) throw error;
      const { body } = error;
      return { ...noAnswer, variables, messages: messagesOf(body), isMisasked: isMisasked(body) };
    }
  };

type Asking = Omit<Parameters<typeof tableOf>[0], 'list' | 'takesLast'>;

/** The table of the chosen list, else of the last; with what could be chosen. */
async function chosenTable(asking: Asking, list: string | null) {
  try {
    return { lists: [], table: await tableOf(asking) };
  } catch (error) {
    const lists = error instanceof NotATable ? listsBeside(error.body.errors?.[0]) : [];
    const chosen = list !== null && lists.includes(list) ? list : lists.at(-1);
    if (chosen === undefined) throw error;
    return { lists, table: await tableOf({ ...asking, list: chosen }) };
  }
}

/** Which columns are shown: those that hold anything that readers read. */
function shownOf(columns: readonly Column[], rows: readonly TableRow[]) {
  const names = new Set(columns.map(({ name }) => name));
  const behind = new Set(linksOf(columns).values());
  const seen = new Set<string>();
  return ({ name, fields }: Column): boolean => {
    const parent = parentOf(name);
    const field = fields.at(-1);
    // What is asked for in both languages stands there in the reader's.
    const path = `${parent}${field?.field}`;
    const isNamed = knownBy.some((other) => other !== 'code' && names.has(parent + other));
    const isForMachines =
      (field?.field === 'code' && isNamed) ||
      (field?.type === 'Evidence' && ['start', 'end'].includes(field.field));
    if (behind.has(name) || seen.has(path) || isForMachines) return false;
    seen.add(path);
    return rows.some((row) => (row[name] ?? '') !== '');
  };
}
