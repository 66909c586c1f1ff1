import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';
import { schema } from '../../../src/schema/schema.ts';
import { printSchemaText } from '../../../src/schema/print.ts';

const folder = resolve(import.meta.dirname, '../../../src/pages/queries');

/** Where the types are committed. */
export const typesFile = join(folder, 'query-types.ts');

const config = {
  skipTypename: true,
  avoidOptionals: true,
  useTypeImports: true,
  strictScalars: true,
  scalars: { ID: 'string', Date: 'string', EDTF: 'string', SHA256: 'string', URL: 'string' },
};

/** The types of the answers to the pages' queries and of their variables, made from the schema. */
export async function makeQueryTypes(): Promise<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.graphql'),
  );
  const documents = files.toSorted().map((name) => ({
    location: name,
    document: parse(readFileSync(join(folder, name), 'utf8')),
  }));
  const text = await codegen({
    filename: typesFile,
    schema: parse(printSchemaText()),
    schemaAst: schema,
    documents,
    config: {},
    plugins: [{ operations: config }],
    pluginMap: { operations },
  });
  const queries = documents.filter(({ location }) => !location.endsWith('fragments.graphql'));
  const entries = queries.map(({ location, document }) => {
    const name = location.replace(/\.graphql$/, '').replaceAll('\\', '/');
    const key = /^\w+$/.test(name) ? name : `'${name}'`;
    const [operation] = document.definitions;
    const type = operation?.kind === 'OperationDefinition' ? operation.name?.value : undefined;
    if (type === undefined) throw new Error(`${location}: begin with a query that has a name`);
    return `  ${key}: { data: ${type}Query; variables: ${type}QueryVariables };\n`;
  });
  return [
    '// Made by npm run schema from the files beside it and the schema; do not edit.\n',
    // Only what names the files is for others: the rest would be a second name for their types.
    text.replaceAll(/^export type/gm, 'type'),
    '\n/** By the name of its file: what a query is answered with, and what it takes. */\n',
    `export type Queries = {\n${entries.join('')}};\n`,
  ].join('');
}
