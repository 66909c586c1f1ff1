import { Command, Option } from 'commander';
import { dialects } from '../../db/postgres/dialects.ts';
import type { Dialect } from '../../db/postgres/dialects.ts';
import type { ExplainedWay, Explanation } from '../../server/explain/explain.ts';
import { describeError, readQuery, readVariables } from '../read-question.ts';
import type { DescribedError } from '../read-question.ts';
import { insistOnAddress } from '../postgres-address.ts';
import { settings, storeOption } from '../settings.ts';
import { alignColumns, say } from '../terminal.ts';

type ExplainOptions = {
  data: string;
  store?: string;
  dialect: Dialect;
  variables?: Record<string, unknown>;
  operation?: string;
  format: 'text' | 'json';
};

export const explainCommand = new Command('explain')
  .description(
    'tell how a query would be answered: its statement, what that costs, or why it has none',
  )
  .argument('<query>', 'a GraphQL query: its text, a file that holds it, or - for standard input')
  .addOption(settings.data())
  .addOption(settings.store())
  .addOption(
    new Option(
      '--dialect <dialect>',
      'in which words the database is asked; those of --store if that is given',
    )
      .choices(dialects)
      .default('sqlite'),
  )
  .option('--variables <json>', 'its variables', readVariables)
  .option('--operation <name>', 'which operation, where the query has several')
  .addOption(
    new Option('--format <format>', 'how to write it').choices(['text', 'json']).default('text'),
  )
  .action(async (argument: string, options: ExplainOptions, command: Command) => {
    const { data, store, variables, operation, format } = options;
    if (store !== undefined) insistOnAddress(command, storeOption, store);
    const dialect = store === undefined ? options.dialect : 'postgres';
    const { query } = readQuery(argument);
    // Loaded only here: the other commands start faster without the server and its schema.
    const { explainOver, RefusedQuestion } = await import('../../server/explain/explain-over.ts');
    const explanation = await orTold(
      () => explainOver({ data, store, dialect }, { query, variables, operationName: operation }),
      (error) => (error instanceof RefusedQuestion ? error.errors : null),
    );
    say(format === 'json' ? JSON.stringify(explanation, null, 2) : await lay(explanation, dialect));
  });

/** What is given, or its refusal in words with places. */
async function orTold<Value>(
  of: () => Promise<Value>,
  errorsOf: (error: unknown) => readonly DescribedError[] | null,
): Promise<Value> {
  try {
    return await of();
  } catch (error) {
    const errors = errorsOf(error);
    if (!errors) throw error;
    throw new Error(errors.map(describeError).join('\n'), { cause: error });
  }
}

/** Laid out to be read. */
async function lay(
  { compiled, notCompiled, estimate, route }: Explanation,
  dialect: Dialect,
): Promise<string> {
  const { format } = await import('sql-formatter');
  const where = {
    HERE: 'the process that serves',
    SHORT: 'the process for short questions',
    LONG: 'the process for long questions',
  };
  const summary = alignColumns([
    ['answered by', compiled ? 'one compiled statement' : 'the ordinary executor'],
    ...(notCompiled ? [['because', `${notCompiled.reason} at ${notCompiled.at}`]] : []),
    ['in', where[route]],
    ['rows read', `${estimate.rows} at the most`],
    ['bytes', `${estimate.bytes} at the most`],
    ['processor time', `${estimate.milliseconds.toFixed(1)} ms at the most`],
  ]);
  if (!compiled) return summary.join('\n');
  const parameters = compiled.values.map((value, at) => [`${at + 1}`, JSON.stringify(value)]);
  return [
    ...summary,
    '',
    format(compiled.statement, {
      language: dialect === 'sqlite' ? 'sqlite' : 'postgresql',
      expressionWidth: 100,
    }),
    '',
    ...(parameters.length > 0 ? ['parameters', ...alignColumns(parameters), ''] : []),
    ...compiled.pages.flatMap((ways) => [
      ways.some(({ isTaken }) => isTaken)
        ? 'ways to a page'
        : 'ways to a page, of which none is gone: no row passes',
      ...alignColumns(ways.map(wayLine)),
      '',
    ]),
    ...(compiled.steps.length > 0 ? ['query plan', ...compiled.steps] : []),
  ].join('\n');
}

function wayLine(way: ExplainedWay): string[] {
  const { index, isWalked, isInOrder, isTaken, rows } = way;
  const how = isInOrder ? 'until the page is full' : 'and all it finds sorted';
  return [
    isTaken ? 'taken' : '',
    `${index ?? 'their numbers'} ${isWalked ? 'walked' : 'looked up'}, ${how}${stepsIn(way)}`,
    rows === null ? 'more rows' : `${rows} rows`,
  ];
}

/** How a way asks of other tables. */
function stepsIn({ chains, sets }: ExplainedWay): string {
  const steps = chains.length > 0 ? ', other tables asked row by row' : '';
  return `${steps}${sets > 0 ? ', by sets worked out before' : ''}`;
}
