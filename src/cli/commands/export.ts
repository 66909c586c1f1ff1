import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import type { Exported } from '../../server/export.ts';
import type { Example } from '../../examples/read-examples.ts';
import { describeError, readQuery, readVariables } from '../read-question.ts';
import type { DescribedError } from '../read-question.ts';
import { settings } from '../settings.ts';
import { countOf, say, warn } from '../terminal.ts';
import { targetOf, writeFiles, writeInto } from '../write-out.ts';
import type { Target } from '../write-out.ts';

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
  .option(
    '--out <file>',
    'where to, with a .metadata.json beside it; a pipe or a device is written into; else standard output',
  )
  .action(exportQuery);

async function exportQuery(options: ExportOptions): Promise<void> {
  // Loaded only here: the other commands start faster without the server and its schema.
  const { readExamples, slugOf } = await import('../../examples/read-examples.ts');
  const examples = readExamples();
  if (options.listExamples) {
    for (const example of examples) say(`${slugOf(example)}\t${example.description}`);
    return;
  }
  const { query, title, asked } = questionOf(options, (name) =>
    examples.find((example) => slugOf(example) === name),
  );
  const targets = options.out === undefined ? null : targetsOf(options.out);
  const { exportTable } = await import('../../server/export.ts');
  const { NotATable } = await import('../../table/fetch-pages.ts');
  let rows = 0;
  const onRow = () => {
    rows += 1;
    if (rows % rowsBetweenTellings === 0) warn(`${rows} rows …`);
  };
  try {
    const { data, format, list, variables } = options;
    const all = !options.asAsked;
    const params = { query, variables };
    const takesLast = asked !== undefined;
    const exported = await exportTable({
      data,
      params,
      example: asked,
      format,
      list,
      all,
      takesLast,
      onRow,
    });
    if (exported.problem) warn(`${exported.problem}; this is of the snapshot before it`);
    try {
      const tell = await writeTo(targets, exported, title);
      warnOfNothing(rows, options);
      warnOfCuts(exported);
      tell(countOf(rows, 'row'));
    } finally {
      exported.close();
    }
  } catch (error) {
    if (!(error instanceof NotATable)) throw error;
    const messages = (error.body.errors ?? []).map((described) =>
      // What the API calls `list=` is an option here.
      describeError(described as DescribedError).replaceAll(/\blist=(?=\S)/g, '--list '),
    );
    throw new Error(messages.join('\n'), { cause: error });
  }
}

function warnOfCuts({ cuts: { certain, possible } }: Exported): void {
  for (const list of certain) warn(`the list ${list} is cut by its own arguments; more is there`);
  for (const list of possible) warn(`the list ${list} may be cut by its own arguments`);
}

/** An example may ask for what none of these data have. */
function warnOfNothing(rows: number, { example, data }: ExportOptions): void {
  if (rows > 0 || example === undefined) return;
  warn(
    `there is no row: nothing in ${data} is what this example asks for; its variables choose reports, places and years: --variables '{"report": …}'`,
  );
}

function questionOf(
  { example, query }: ExportOptions,
  find: (name: string) => Example | undefined,
): { query: string; title: string; asked?: Example } {
  if ((example === undefined) === (query === undefined)) {
    return exportCommand.error(
      'error: give either --example or --query; --list-examples names the examples',
    );
  }
  if (query !== undefined) {
    const { query: text, isFile } = readQuery(query);
    return { query: text, title: isFile ? basename(query) : 'query' };
  }
  const chosen = find(example ?? '');
  if (!chosen) {
    return exportCommand.error(`error: there is no example ${example}; --list-examples names them`);
  }
  return { query: chosen.query, title: chosen.description, asked: chosen };
}

type Targets = { table: Target; metadata: Target | null };

/** @throws where nothing can be written there, before a long export is made in vain */
function targetsOf(file: string): Targets {
  if (file === '') return exportCommand.error('error: --out names no file');
  const table = targetOf(file);
  return { table, metadata: table.isFile ? targetOf(metadataOf(table.path)) : null };
}

const metadataOf = (file: string) => `${file.replace(/\.[^./]+$/, '')}.metadata.json`;

/** Writes the table, and what describes it beside a file; what is returned tells of it. */
async function writeTo(
  targets: Targets | null,
  { table, describe }: Exported,
  title: string,
): Promise<(rows: string) => void> {
  if (targets === null) {
    await pipeline(table, process.stdout, { end: false });
    return () => {};
  }
  const { path } = targets.table;
  if (!targets.metadata) {
    await writeInto(targets.table, table);
    // Standard output may be what it was written into.
    return (rows) =>
      warn(
        `wrote ${rows} into ${path}, which is no file: nothing that describes them stands beside it`,
      );
  }
  const { metadata } = targets;
  const described = async () =>
    Readable.from([`${JSON.stringify(await describe(basename(path), title), null, 2)}\n`]);
  if (metadata.isFile) {
    await writeFiles([
      { target: targets.table, content: () => table },
      { target: metadata, content: described },
    ]);
  } else {
    await writeFiles([{ target: targets.table, content: () => table }]);
    await writeInto(metadata, await described());
  }
  return (rows) => say(`wrote ${path} (${rows}) and ${metadata.path}`);
}
