import { and, getTableAsAliasSQL, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { SQLiteDialect } from 'drizzle-orm/sqlite-core';
import { Kind, OperationTypeNode, getNamedType, isObjectType } from 'graphql';
import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
  VariableValues,
} from 'graphql';
import { relations } from '../db/relations.ts';
import type { Declared } from '../fields/declared.ts';
import { declaredOf } from './metadata.ts';
import { NotCompiled, Operation, bind } from './operation.ts';
import type { Compilers, Selected } from './operation.ts';
import { compilePage, compileRelated } from './page.ts';
import { columnOf, compileField, compileRow } from './row.ts';
import { join, object, orNull } from './text.ts';
import type { Piece } from './text.ts';

/** An operation as one statement, whose only value is the whole response as a JSON text. */
export type Plan = {
  statement: string;
  /** The values of its parameters for a request; throws where an argument cannot be taken. */
  valuesFor: (variables: VariableValues, context: Context) => unknown[];
};

/** What an answer says of the snapshot that it comes from. */
export type Context = { dataVersion: string; softwareVersion: string };

const dialect = new SQLiteDialect();

/**
 * Compiles a validated query into one statement. Its value is null where a cursor names no row.
 * @throws NotCompiled for what only the ordinary executor can answer
 */
export function compileOperation(options: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: VariableValues;
}): Plan {
  const { schema, document, operation: node, variables } = options;
  const query = schema.getQueryType();
  if (node.operation !== OperationTypeNode.QUERY || !query) throw new NotCompiled('no query');
  const fragments = new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const operation = new Operation({ schema, operation: node, fragments, variables });
  const compilers: Compilers = {
    row: (type, sets, place) => compileRow(operation, compilers, type, sets, place),
    field: (type, selected, place) => compileField(operation, compilers, type, selected, place),
    related: (selected, declared, place) =>
      compileRelated(operation, compilers, selected, declared, place),
  };
  const members = operation
    .fieldsOf(query, [node.selectionSet])
    .map((selected) => [selected.name, compileRoot(operation, compilers, selected)] as const);
  const answer = join(['{"data":', ...object(members), '}']);
  const guarded =
    operation.guards.length === 0
      ? sql`select cast(${answer} as blob)`
      : sql`select case when ${and(...operation.guards)} then cast(${answer} as blob) end`;
  const { sql: statement, params } = dialect.sqlToQuery(guarded);
  const places = params.map(placeOf);
  return {
    statement,
    valuesFor(now, context) {
      const bound = bind(operation, now);
      return places.map((place) => {
        if ('constant' in place) return place.constant;
        return 'bound' in place ? bound[place.bound] : context[place.context];
      });
    },
  };
}

type ValueOf = { constant: unknown } | { bound: number } | { context: keyof Context };

/** Where the value of a parameter comes from: the statement itself, a binding, or the context. */
function placeOf(parameter: unknown): ValueOf {
  const name = (parameter as { name?: unknown } | null)?.name;
  if (typeof name !== 'string') return { constant: parameter };
  return name.startsWith('p')
    ? { bound: Number(name.slice(1)) }
    : { context: name.slice(1) as keyof Context };
}

function compileRoot(operation: Operation, compilers: Compilers, selected: Selected): Piece[] {
  const { field } = selected;
  if (field.name === '__typename') return ['"Query"'];
  const declared = declaredOf(field);
  switch (declared?.kind) {
    case 'page':
      return [compilePage(operation, compilers, selected, declared.listing)];
    case 'lookup':
      return [compileLookup(operation, compilers, selected, declared)];
    case 'meta':
      return compileMeta(operation, selected);
    default:
      throw new NotCompiled(`Query.${field.name}`);
  }
}

/** The row that an argument names by its id or its code, or null. */
function compileLookup(
  operation: Operation,
  compilers: Compilers,
  selected: Selected,
  { table: name, typename }: Declared & { kind: 'lookup' },
): SQL {
  const type = getNamedType(selected.field.type);
  if (!isObjectType(type)) throw new NotCompiled(typename);
  const { args, parameter } = operation.argumentsOf(selected);
  // An id of another type names nothing here; the executor says so in one word.
  if ((args['by'] as { code?: unknown }).code == null) throw new NotCompiled('a look-up by id');
  const { code } = parameter('by') as { code: SQL };
  const table = operation.alias(relations[name].table);
  const sets = selected.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const row = join(compilers.row(type, sets, { table, name }));
  return orNull(
    sql`(select ${row} from ${getTableAsAliasSQL(table)} where ${columnOf(table, 'code')} = ${code})`,
  );
}

/** What the answer says of itself: values that come with the request's snapshot. */
function compileMeta(operation: Operation, selected: Selected): Piece[] {
  const type = getNamedType(selected.field.type);
  if (!isObjectType(type)) throw new NotCompiled('meta');
  const sets = selected.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return object(
    operation.fieldsOf(type, sets).map(({ name, field }) => {
      if (field.name === '__typename') return [name, ['"Meta"']];
      if (field.name !== 'dataVersion' && field.name !== 'softwareVersion') {
        throw new NotCompiled(`Meta.${field.name}`);
      }
      return [name, [sql`json_quote(${sql.placeholder(`c${field.name}`)})`]];
    }),
  );
}
