import { and, sql } from 'drizzle-orm';
import { SQLiteDialect } from 'drizzle-orm/sqlite-core';
import { OperationTypeNode, getNamedType, isObjectType } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, VariableValues } from 'graphql';
import { compileGroups } from './groups.ts';
import { compileLookup, compileNode, compileNodes } from './lookup.ts';
import { fragmentsOf } from '../fields/collect-fields.ts';
import { declaredOf } from '../fields/field-spec.ts';
import { NotCompiled, Operation } from './compile-context.ts';
import type { Relations } from './compile-context.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { compilePage, compileRelated } from './page.ts';
import { compileField, compileRow } from './row.ts';
import { compileSearch } from './search.ts';
import { join, object } from './json-sql.ts';
import type { Piece } from './json-sql.ts';
import { compileValues, membersOf } from './values.ts';

/** An operation as one statement, whose only value is the whole response as a JSON text. */
export type Plan = {
  statement: string;
  /**
   * The values of its parameters for a request, in their order.
   * @throws a GraphQLError where an argument cannot be taken
   */
  valuesFor: (variables: VariableValues, context: object) => unknown[];
};

/** What is compiled: an operation of a validated document, with variables of one shape. */
export type Source = {
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
export function compileStatement(source: Source): Plan {
  const { schema, relations, document, operation: node, variables } = source;
  const query = schema.getQueryType();
  if (node.operation !== OperationTypeNode.QUERY || !query) throw new NotCompiled('no query');
  const fragments = fragmentsOf(document);
  const operation = new Operation({
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
  const members = operation
    .fieldsOf(query, [node.selectionSet])
    .map((selected) => [selected.name, compileRoot(operation, selected)] as const);
  const answer = sql`cast(${join(['{"data":', ...object(members), '}'])} as blob)`;
  const guarded =
    operation.guards.length === 0
      ? sql`select ${answer}`
      : sql`select case when ${and(...operation.guards)} then ${answer} end`;
  const { sql: statement, params } = dialect.sqlToQuery(guarded);
  return { statement, valuesFor: operation.valuesFor(params) };
}

function compileRoot(operation: Operation, selected: Selected): Piece[] {
  const { field, sets } = selected;
  if (field.name === '__typename') return ['"Query"'];
  const declared = declaredOf(field);
  switch (declared?.kind) {
    case 'page':
      return [compilePage(operation, selected, declared.listing)];
    case 'lookup':
      return [compileLookup(operation, selected, declared)];
    case 'node':
      return [compileNode(operation, selected)];
    case 'nodesById':
      return [compileNodes(operation, selected)];
    case 'search':
      return [compileSearch(operation, selected)];
    case 'groups':
      return [compileGroups(operation, selected, declared.listing)];
    case 'given': {
      const type = getNamedType(field.type);
      if (!isObjectType(type)) break;
      const { value } = declared;
      const given = operation.given((context) => JSON.stringify(value(context)));
      return compileValues(operation, type, sets, membersOf(given));
    }
    default:
      break;
  }
  const reason = field.name.startsWith('__') ? 'INTROSPECTION' : 'NOT_DECLARED';
  throw new NotCompiled(`Query.${field.name}`, reason);
}
