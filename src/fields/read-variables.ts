import { GraphQLError, getVariableValues } from 'graphql';
import type { GraphQLSchema, OperationDefinitionNode, VariableValues } from 'graphql';

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

function shorten(error: GraphQLError): GraphQLError {
  const { message, nodes, extensions } = error;
  if (message.length <= shown) return error;
  return new GraphQLError(shortened(message), { nodes, extensions });
}

/** Both ends: which variable it is stands before, what is wrong with it after. */
const shortened = (message: string) =>
  `${message.slice(0, shown / 2).toWellFormed()} … ${message.slice(-shown / 2).toWellFormed()}`;
