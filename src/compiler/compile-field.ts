import type { GraphQLObjectType } from 'graphql';
import type { Selected } from '../fields/collect-fields.ts';
import { specOf } from '../fields/field-spec.ts';
import type { Kind, SpecOf } from '../fields/field-spec.ts';
import { exposedColumn } from '../fields/pothos-metadata.ts';
import { NotCompiled } from './compile-context.ts';
import type { CompileContext, ObjectSource } from './compile-context.ts';
import type { JsonFragment } from './json-sql.ts';
import { compileColumn } from './kinds/column.ts';
import { compileConnection } from './kinds/connection.ts';
import { compileContextValue } from './kinds/context.ts';
import { compileLookup } from './kinds/lookup.ts';
import { compileNode } from './kinds/node.ts';
import { compileObject } from './kinds/object.ts';
import { compileProperty } from './kinds/property.ts';
import { compileStatementRow } from './kinds/statement-row.ts';
import { compileStatementRows } from './kinds/statement.ts';
import { compileUnion } from './kinds/union.ts';
import { compilePlainField } from './plain-field.ts';
import { compileValue } from './values.ts';

type CompileKind<Of extends Kind> = (
  context: CompileContext,
  selected: Selected,
  spec: SpecOf<Of>,
  source: ObjectSource,
) => JsonFragment[];

/** How each kind of field becomes a JSON text; a kind that is forgotten here does not type-check. */
const compilers: { [Of in Kind]: CompileKind<Of> } = {
  column: compileColumn,
  connection: compileConnection,
  context: compileContextValue,
  lookup: compileLookup,
  node: compileNode,
  object: compileObject,
  property: compileProperty,
  statement: compileStatementRows,
  statementRow: compileStatementRow,
  union: compileUnion,
};

/** One field of an object that is read from a source, as a JSON text. */
export function compileField(
  context: CompileContext,
  parent: GraphQLObjectType,
  selected: Selected,
  source: ObjectSource,
): JsonFragment[] {
  const { field } = selected;
  const spec = specOf(field);
  if (spec) return (compilers[spec.kind] as CompileKind<Kind>)(context, selected, spec, source);
  if (source === null) {
    const reason = field.name.startsWith('__') ? 'INTROSPECTION' : 'NOT_DECLARED';
    throw new NotCompiled(`${parent.name}.${field.name}`, reason);
  }
  if ('table' in source) return compilePlainField(context, parent, selected, source);
  const property = exposedColumn(field);
  if (property === undefined) throw new NotCompiled(`${parent.name}.${field.name}`);
  return compileValue(context, selected, source, property);
}
