import type { FieldRef, InputShapeFromFields } from '@pothos/core';
import type { SQLWrapper, Table } from 'drizzle-orm';
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
    description: 'In which language: Chinese if left out.',
  }),
}));

type Wording<Columns, Nullable> = {
  description: string;
  nullable?: Nullable;
  /** Its column in either language. */
  of: (columns: Columns) => { zh: SQLWrapper; en: SQLWrapper };
};

/** A text that is there in Chinese and in English. */
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
    from: (columns, { language }: InputShapeFromFields<typeof languageArgument>) => {
      const { zh, en } = of(columns);
      return language === 'EN' ? en : zh;
    },
  }) as never;
}
