import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { describeCoding } from '../../importer/read/shapes/coding.ts';
import { describeShape } from '../../importer/read/shapes/facts.ts';
import { say, warn } from '../terminal.ts';

/** What is generated and committed, with what generates it. */
async function generate(): Promise<{ file: string; text: string }[]> {
  const { printSchemaText } = await import('../../schema/print.ts');
  return [
    { path: '../../schema/schema.graphql', text: printSchemaText() },
    { path: '../../../seed/facts.schema.json', text: describeShape() },
    { path: '../../../seed/coding.schema.json', text: describeCoding() },
  ].map(({ path, text }) => ({ file: fileURLToPath(new URL(path, import.meta.url)), text }));
}

export const schemaCommand = new Command('schema')
  .description('print the GraphQL schema; write or check it and the seed files’ JSON Schemas')
  .option('--write', 'write all into the project')
  .option('--check', 'tell whether the project holds them as they are now')
  .option('--release', 'take the GraphQL schema as it is for the last released one')
  .action(async ({ write = false, check = false, release = false }: SchemaOptions) => {
    const generated = await generate();
    const schemaText = generated[0]?.text ?? '';
    if (release) releaseSchema(schemaText);
    if (!write && !check && !release) say(schemaText.trimEnd());
    for (const { file, text } of generated) {
      const name = relative('', file);
      if (write) {
        writeFileSync(file, text);
        say(`wrote ${name}`);
      } else if (check) {
        checkFile(file, name, text);
      }
    }
  });

type SchemaOptions = { write?: boolean; check?: boolean; release?: boolean };

/** Moves the released schema to the one that is, and dates what the log of changes tells of it. */
function releaseSchema(text: string): void {
  const released = fileURLToPath(new URL('../../schema/released.graphql', import.meta.url));
  writeFileSync(released, text);
  say(`wrote ${relative('', released)}`);
  const log = fileURLToPath(new URL('../../schema/CHANGES.md', import.meta.url));
  const changes = readFileSync(log, 'utf8');
  const dated = changes.replace(/^## Unreleased$/m, `## ${new Date().toISOString().slice(0, 10)}`);
  if (dated === changes) return;
  writeFileSync(log, dated);
  say(`dated ${relative('', log)}`);
}

function checkFile(file: string, name: string, wanted: string): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const now = wanted.split('\n');
  const first = now.findIndex((line, index) => line !== lines[index]);
  if (first < 0 && now.length === lines.length) {
    say(`${name} is as it should be`);
    return;
  }
  const at = first < 0 ? now.length : first;
  warn(`${name}:${at + 1} differs; run npm run schema and commit what it writes`);
  warn(`- ${lines[at] ?? ''}`);
  warn(`+ ${now[at] ?? ''}`);
  process.exitCode = 1;
}
