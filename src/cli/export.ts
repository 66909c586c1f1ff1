import { createWriteStream, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import type { Exported } from '../server/export.ts';
import { existingFolder } from './read-input.ts';
import { describeError, readQuery, readVariables } from './read-question.ts';
import type { Told } from './read-question.ts';
import { settings } from './settings.ts';
import { countOf, say, warn } from './terminal.ts';

type ExportOptions = {
  data: string;
  example?: string;
  query?: string;
  variables?: Record<string, unknown>;
  format: 'csv' | 'jsonl';
  list?: string;
  asAsked: boolean;
  out?: string;
  listExamples: boolean;
};

/** How often one is told how far a long export is. */
const rowsBetweenTellings = 10_000;

export const exportCommand = new Command('export')
  .description('write the answer to a query as a table: CSV or JSON Lines')
  .addOption(settings.data())
  .option('--example <name>', 'an example question, such as biggest-cuts')
  .option('--list-examples', 'name the example questions', false)
  .option(
    '--query <query>',
    'a GraphQL query with one list: its text, a file that holds it, or - for standard input',
  )
  .option('--variables <json>', 'its variables', readVariables)
  .addOption(
    new Option('--format <format>', 'how to write it').choices(['csv', 'jsonl']).default('csv'),
  )
  .option('--list <path>', 'which list, where the query has several side by side')
  .option(
    '--as-asked',
    'only the rows that first and last of the query ask for; without it the list comes whole',
    false,
  )
  .option('--out <file>', 'where to, with a .metadata.json beside it; else standard output')
  .action(exportQuery);

async function exportQuery(options: ExportOptions): Promise<void> {
  // Loaded only here: the other commands start faster without the server and its schema.
  const { readExamples, slugOf } = await import('../server/examples.ts');
  const examples = readExamples();
  if (options.listExamples) {
    for (const example of examples) say(`${slugOf(example)}\t${example.description}`);
    return;
  }
  const { query, title } = questionOf(options, (name) =>
    examples.find((example) => slugOf(example) === name),
  );
  if (options.out !== undefined) checkOut(options.out);
  const { exportTable } = await import('../server/export.ts');
  const { NotATable } = await import('../server/table/pages.ts');
  let rows = 0;
  const onRow = () => {
    rows += 1;
    if (rows % rowsBetweenTellings === 0) warn(`${rows} rows …`);
  };
  try {
    const { data, format, list, variables } = options;
    const all = !options.asAsked;
    const params = { query, variables };
    const takesLast = options.example !== undefined;
    const exported = await exportTable({ data, params, format, list, all, takesLast, onRow });
    if (exported.problem) warn(`${exported.problem}; this is of the snapshot before it`);
    try {
      if (options.out === undefined) {
        await pipeline(exported.table, process.stdout, { end: false });
        warnOfNothing(rows, options);
        warnOfCuts(exported);
        return;
      }
      await writeFiles(options.out, exported, title);
      warnOfNothing(rows, options);
      warnOfCuts(exported);
      say(`wrote ${options.out} (${countOf(rows, 'row')}) and ${metadataOf(options.out)}`);
    } finally {
      exported.close();
    }
  } catch (error) {
    if (!(error instanceof NotATable)) throw error;
    const messages = (error.body.errors ?? []).map((each) =>
      // What the API calls `list=` is an option here.
      describeError(each as Told).replaceAll(/\blist=(?=\S)/g, '--list '),
    );
    throw new Error(messages.join('\n'), { cause: error });
  }
}

function warnOfCuts({ cuts: { certain, possible } }: Exported): void {
  for (const list of certain) warn(`the list ${list} is cut by its own arguments; more is there`);
  for (const list of possible) warn(`the list ${list} may be cut by its own arguments`);
}

/** An example may name a report that these data do not hold. */
function warnOfNothing(rows: number, { example, data }: ExportOptions): void {
  if (rows > 0 || example === undefined) return;
  warn(
    `there is no row: an example may name a report that is not in ${data}; write it as a query of your own, with --query`,
  );
}

function questionOf(
  { example, query }: ExportOptions,
  find: (name: string) => { query: string; description: string } | undefined,
): { query: string; title: string } {
  if ((example === undefined) === (query === undefined)) {
    return exportCommand.error(
      'error: give either --example or --query; --list-examples names the examples',
    );
  }
  if (query !== undefined) {
    const { query: text, isFile } = readQuery(query);
    return { query: text, title: isFile ? basename(query) : 'query' };
  }
  const found = find(example ?? '');
  if (!found) {
    return exportCommand.error(`error: there is no example ${example}; --list-examples names them`);
  }
  return { query: found.query, title: found.description };
}

/** @throws where no file can be written there, before a long export is made in vain */
function checkOut(file: string): void {
  existingFolder(dirname(file));
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`${file} is a folder; name a file in it`);
  }
}

const metadataOf = (file: string) => `${file.replace(/\.[^./]+$/, '')}.metadata.json`;

/** Writes the table and what describes it; nothing half is left where that fails. */
async function writeFiles(
  file: string,
  { table, describe }: Exported,
  title: string,
): Promise<void> {
  const files = [file, metadataOf(file)].map((name) => ({ name, partial: `${name}.partial` }));
  const [written, described] = files;
  if (!written || !described) return;
  try {
    await pipeline(table, createWriteStream(written.partial));
    const metadata = await describe(basename(file), title);
    writeFileSync(described.partial, `${JSON.stringify(metadata, null, 2)}\n`);
    for (const { name, partial } of files) renameSync(partial, name);
  } finally {
    for (const { partial } of files) rmSync(partial, { force: true });
  }
}
