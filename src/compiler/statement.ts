import { and, sql } from 'drizzle-orm';
import { SQLiteDialect } from 'drizzle-orm/sqlite-core';
import { OperationTypeNode, getNamedType, isObjectType } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, VariableValues } from 'graphql';
import { compileGroups } from './groups.ts';
import { compileLookup, compileNode, compileNodes } from './lookup.ts';
import { fragmentsOf } from '../fields/collect-fields.ts';
import { specOf } from '../fields/field-spec.ts';
import { NotCompiled, CompileContext } from './compile-context.ts';
import type { Relations } from './compile-context.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { compilePage, compileRelated } from './page.ts';
import { compileField, compileRow } from './row.ts';
import { compileSearch } from './search.ts';
import { concatenate, jsonObject } from './json-sql.ts';
import type { JsonFragment } from './json-sql.ts';
import { compileValues, membersOf } from './values.ts';

/** An operation as one statement, whose only value is the whole response as a JSON text. */
export type CompiledPlan = {
  statement: string;
  /**
   * The values of its parameters for a request, in their order.
   * @throws a GraphQLError where an argument cannot be taken
   */
  valuesFor: (variables: VariableValues, context: object) => unknown[];
};

/** What is compiled: an operation of a validated document, with variables of one shape. */
export type CompileInput = {
  schema: GraphQLSchema;
  relations: Relations;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: VariableValues;
};

const dialect = new SQLiteDialect();

/**
 * Compiles a query into one statement. Its value is null where a cursor names no row.
 * @throws NotCompiled for what only the ordinary executor can answer
 */
export function compileStatement(source: CompileInput): CompiledPlan {
  const { schema, relations, document, operation: node, variables } = source;
  const query = schema.getQueryType();
  if (node.operation !== OperationTypeNode.QUERY || !query) throw new NotCompiled('no query');
  const fragments = fragmentsOf(document);
  const context = new CompileContext({
    schema,
    relations,
    fragments,
    variables,
    compilers: (own) => ({
      row: (...of) => compileRow(own, ...of),
      field: (...of) => compileField(own, ...of),
      related: (...of) => compileRelated(own, ...of),
    }),
  });
  const members = context
    .fieldsOf(query, [node.selectionSet])
    .map((selected) => [selected.name, compileRoot(context, selected)] as const);
  const answer = sql`cast(${concatenate(['{"data":', ...jsonObject(members), '}'])} as blob)`;
  const guarded =
    context.preconditions.length === 0
      ? sql`select ${answer}`
      : sql`select case when ${and(...context.preconditions)} then ${answer} end`;
  const { sql: statement, params } = dialect.sqlToQuery(guarded);
  return { statement, valuesFor: context.valuesFor(params) };
}

function compileRoot(context: CompileContext, selected: Selected): JsonFragment[] {
  const { field, sets } = selected;
  if (field.name === '__typename') return ['"Query"'];
  const declared = specOf(field);
  switch (declared?.kind) {
    case 'page':
      return [compilePage(context, selected, declared.listing)];
    case 'lookup':
      return [compileLookup(context, selected, declared)];
    case 'node':
      return [compileNode(context, selected)];
    case 'nodesById':
      return [compileNodes(context, selected)];
    case 'search':
      return [compileSearch(context, selected)];
    case 'groups':
      return [compileGroups(context, selected, declared.listing)];
    case 'given': {
      const type = getNamedType(field.type);
      if (!isObjectType(type)) break;
      const { value } = declared;
      const given = context.requestParameter((request) => JSON.stringify(value(request)));
      return compileValues(context, type, sets, membersOf(given));
    }
    default:
      break;
  }
  const reason = field.name.startsWith('__') ? 'INTROSPECTION' : 'NOT_DECLARED';
  throw new NotCompiled(`Query.${field.name}`, reason);
}
