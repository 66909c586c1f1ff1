import type { FieldRef, InputShapeFromFields } from '@pothos/core';
import { sql } from 'drizzle-orm';
import type { SQLWrapper, Table } from 'drizzle-orm';
import { neverNull } from '../fields/kinds/never-null.ts';
import { builder } from './builder.ts';
import { Language } from './enums.ts';

type Builder = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;
type Fields<Parent> = Pick<PothosSchemaTypes.RootFieldBuilder<Builder, Parent>, 'column'>;

/** In which language a text is asked for. */
export const languageArgument = builder.args((t) => ({
  language: t.field({
    type: Language,
    required: true,
    defaultValue: 'ZH',
    description: 'In which language: Chinese if left out, and where there is nothing else.',
  }),
}));

type Language = InputShapeFromFields<typeof languageArgument>;

/** Its column in either language. */
type Words<Columns> = (columns: Columns) => { zh: SQLWrapper; en: SQLWrapper };

type Wording<Columns, Nullable> = {
  description: string;
  nullable?: Nullable;
  of: Words<Columns>;
};

/** A text in Chinese and, where somebody gave it, in English; the Chinese words stand for it otherwise. */
export function worded<Parent, Columns extends Table, const Nullable extends boolean = false>(
  t: Fields<Parent>,
  table: Columns,
  { of, description, nullable }: Wording<Columns, Nullable>,
): FieldRef<Builder, Nullable extends true ? string | null : string> {
  return t.column(table, {
    type: 'String',
    nullable: (nullable ?? false) as never,
    description,
    args: languageArgument,
    from: (columns, { language }: Language) => {
      const { zh, en } = of(columns);
      if (language === 'ZH') return zh;
      const words = sql`coalesce(${en}, ${zh})`;
      return nullable === true ? words : neverNull(words);
    },
  }) as never;
}

const languageOfTranslation = builder.args((t) => ({
  language: t.field({
    type: Language,
    required: true,
    defaultValue: 'EN',
    description: 'Of which language: English if left out. Chinese is always there.',
  }),
}));

/** Whether such a text is there in a language. */
export function translated<Parent, Columns extends Table>(
  t: Fields<Parent>,
  table: Columns,
  { of, what }: { of: Words<Columns>; what: string },
): FieldRef<Builder, boolean> {
  return t.column(table, {
    type: 'Boolean',
    description: `Whether its ${what} is there in that language; where it is not, the Chinese words stand for it.`,
    args: languageOfTranslation,
    from: (columns, { language }: Language) =>
      neverNull(language === 'ZH' ? sql`1` : sql`${of(columns).en} is not null`),
  }) as never;
}
