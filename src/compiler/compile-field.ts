import type { Kind } from '../fields/field-spec.ts';
import { specIn } from '../fields/kinds/plain.ts';
import { NotCompiled } from './compile-context.ts';
import type { CompileField, CompileKind } from './compile-context.ts';
import { compileColumn } from './kinds/column.ts';
import { compileConnection } from './kinds/connection.ts';
import { compileLookup } from './kinds/lookup.ts';
import { compileObject } from './kinds/object.ts';
import { compileLeaf, compileRelation } from './kinds/plain.ts';
import { compileContextValue, compileProperty } from './kinds/property.ts';
import { compileStatement, compileStatementRow } from './kinds/statement.ts';
import { compileUnion } from './kinds/union.ts';

/** How each kind of field becomes a JSON text; a kind that is forgotten here does not type-check. */
const compilers: { [Of in Kind]: CompileKind<Of> } = {
  column: compileColumn,
  connection: compileConnection,
  context: compileContextValue,
  leaf: compileLeaf,
  lookup: compileLookup,
  object: compileObject,
  property: compileProperty,
  relation: compileRelation,
  statement: compileStatement,
  statementRow: compileStatementRow,
  union: compileUnion,
};

/** One field of an object that is read from a source, as a JSON text. */
export const compileField: CompileField = (context, parent, selected, source) => {
  const { name } = selected.field;
  const spec = specIn(parent, selected, source && 'table' in source ? source : null);
  if (spec) return (compilers[spec.kind] as CompileKind<Kind>)(context, selected, spec, source);
  const reason = name.startsWith('__') ? 'INTROSPECTION' : 'NOT_DECLARED';
  throw new NotCompiled(`${parent.name}.${name}`, reason);
};
