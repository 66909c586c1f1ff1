import {
  GraphQLError,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
} from 'graphql';
import type {
  DocumentNode,
  GraphQLInputType,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  VariableValues,
} from 'graphql';
import type { AskedOperation } from './collect-fields.ts';

/**
 * Faults of variables that are told at once. Each takes time of its own: told of without an end, a
 * body of 64 kB could hold a processor for seconds.
 */
const maxErrors = 20;

/** As many characters of each are told: it repeats the whole variable. */
const shown = 500;

type VariablesRead =
  | { variableValues: VariableValues; errors?: never }
  | { variableValues?: never; errors: readonly GraphQLError[] };

/** The variables of an operation as it declares them, or what is wrong with them. */
export function readVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>> | null | undefined,
): VariablesRead {
  const read = getVariableValues(schema, variableDefinitions, given ?? {}, { maxErrors });
  return read.errors ? { errors: read.errors.map(shorten) } : read;
}

/** A question as it comes. */
export type Question = {
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
};

/** The operation that a question asks, with its variables read; null where either cannot be. */
export function readQuestion(
  schema: GraphQLSchema,
  { document, operationName, variables: given }: Question,
): AskedOperation | null {
  const operation = getOperationAST(document, operationName);
  const variables = operation && readVariables(schema, operation, given).variableValues;
  return operation && variables ? { document, operation, variables } : null;
}

function shorten(error: GraphQLError): GraphQLError {
  const { message, nodes, extensions } = error;
  if (message.length <= shown) return error;
  return new GraphQLError(shortened(message), { nodes, extensions });
}

/** Both ends: which variable it is stands before, what is wrong with it after. */
const shortened = (message: string) =>
  `${message.slice(0, shown / 2).toWellFormed()} … ${message.slice(-shown / 2).toWellFormed()}`;

/** A key that is the same for all variables that are alike. */
export type VariableShape = (variables: VariableValues) => string;

type Part = (value: unknown) => string;

/** What a key tells of data: of a value by its type, and of a list of values by its length. */
type Leaves = { valueOf: (type: GraphQLNamedType) => Part; listOf: (length: number) => string };

const data: Part = (value) => (value == null ? 'null' : '?');

/**
 * What of an operation's variables is structure, so that they can share a statement: which are given,
 * null, true or false, the names of enums, the fields of objects, and whether a list has one value or none.
 * All else is data.
 */
export const shapeOf = (schema: GraphQLSchema, operation: OperationDefinitionNode): VariableShape =>
  describe(schema, operation, {
    valueOf: () => data,
    listOf: (length) => (length < 2 ? `[${length}]` : '[n]'),
  });

const number: Part = (value) => String(value);
const length: Part = (value) => (typeof value === 'string' ? String(value.length) : data(value));

/**
 * The same with what decides how much is asked for: whole numbers, and the lengths of lists and texts.
 */
export const sizesOf = (schema: GraphQLSchema, operation: OperationDefinitionNode): VariableShape =>
  describe(schema, operation, {
    valueOf: ({ name }) => (name === 'Int' ? number : name === 'String' ? length : data),
    listOf: (items) => `[${items}]`,
  });

function describe(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  leaves: Leaves,
): VariableShape {
  const parts = (operation.variableDefinitions ?? []).map(({ variable, type }) => {
    const input = typeFromAST(schema, type);
    return { name: variable.name.value, part: isInputType(input) ? partOf(input, leaves) : data };
  });
  if (parts.length === 0) return () => '';
  return ({ coerced }) =>
    parts.map(({ name, part }) => (name in coerced ? part(coerced[name]) : '∅')).join(',');
}

function partOf(type: GraphQLInputType, leaves: Leaves): Part {
  if (isNonNullType(type)) return partOf(type.ofType, leaves);
  const named = getNamedType(type);
  if (isListType(type)) {
    // Of data, only their number; of what is structure, every item.
    const isStructure = isInputObjectType(named) || isEnumType(named) || named.name === 'Boolean';
    const item = partOf(type.ofType, leaves);
    return (value) => {
      if (!Array.isArray(value)) return 'null';
      return isStructure ? `[${value.map(item).join(',')}]` : leaves.listOf(value.length);
    };
  }
  if (isInputObjectType(type)) {
    // Made when first asked for: the filters of two listings hold each other.
    const fields = new Map<string, Part>();
    const fieldPart = (name: string) => {
      const part = fields.get(name) ?? partOf(type.getFields()[name]?.type ?? type, leaves);
      fields.set(name, part);
      return part;
    };
    return (value) =>
      value == null
        ? 'null'
        : `{${Object.entries(value)
            .map(([name, item]) => `${name}:${fieldPart(name)(item)}`)
            .join(',')}}`;
  }
  if (isEnumType(type) || named.name === 'Boolean') return (value) => String(value);
  return leaves.valueOf(named);
}
