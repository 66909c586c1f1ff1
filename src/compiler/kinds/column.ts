import { getNamedType, isEnumType } from 'graphql';
import { NotCompiled, rowIn } from '../compile-context.ts';
import type { CompileKind } from '../compile-context.ts';
import { leafOfRow } from './plain.ts';

/** One SQL expression over the row. */
export const compileColumn: CompileKind<'column'> = (context, selected, { from }, source) => {
  const { field } = selected;
  // An argument becomes part of the statement here, so it must be one of few words.
  if (!field.args.every(({ type }) => isEnumType(getNamedType(type)))) {
    throw new NotCompiled(field.name);
  }
  const row = rowIn(source, field);
  return leafOfRow(selected, from(row.table, context.argumentsOf(selected).args), row);
};
