import type { FieldRef } from '@pothos/core';
import type { SQL } from 'drizzle-orm';
import { readTexts } from '../db/columns/read-texts.ts';
import { relations } from '../db/relations.ts';
import { neverNull } from '../fields/kinds/never-null.ts';
import type { builder } from './builder.ts';

type Builder = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;
type Fields<Parent> = Pick<PothosSchemaTypes.RootFieldBuilder<Builder, Parent>, 'column'>;

/** A text of a row that no column keeps. */
export function readText<Parent, Name extends keyof typeof readTexts>(
  t: Fields<Parent>,
  table: Name,
  field: keyof (typeof readTexts)[Name] & string,
  { description }: { description: string },
): FieldRef<Builder, string> {
  const read = readTexts[table][field] as (columns: never) => SQL;
  return t.column(relations[table].table, {
    type: 'String',
    description,
    measuredAs: field,
    from: (columns) => neverNull(read(columns as never)),
  });
}
