import {
  Kind,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
} from 'graphql';
import type {
  DocumentNode,
  GraphQLInputType,
  GraphQLSchema,
  OperationDefinitionNode,
  VariableValues,
} from 'graphql';
import { compileOperation } from './compile.ts';
import type { Context, Plan } from './compile.ts';
import { NotCompiled } from './operation.ts';

/** A statement whose only value is the whole response, with the values of its parameters. */
type Compiled = { statement: string; values: unknown[] };

export type Plans = {
  /** The statement that answers a request; null where the ordinary executor must. */
  compiledFor: (request: {
    document: DocumentNode;
    operationName?: string | null | undefined;
    variables?: Readonly<Record<string, unknown>> | null | undefined;
    context: Context;
  }) => Compiled | null;
  /** How many requests were compiled, answered from a known plan, and left to the executor. */
  counts: Readonly<{ compiled: number; known: number; left: number }>;
};

const maximumDocuments = 500;
const maximumShapes = 50;

/**
 * Plans by document, operation and the shape of the variables: what is null, true or false, of an
 * enum, a whole number outside of a list, and whether a list has one value. Everything else is a
 * parameter. The number of plans is bounded; the oldest goes first.
 */
export function createPlans(schema: GraphQLSchema): Plans {
  const documents = new Map<DocumentNode, Map<string, Plan | null>>();
  const counts = { compiled: 0, known: 0, left: 0 };

  function planFor(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: VariableValues,
  ): Plan | null {
    const plans = documents.get(document) ?? new Map<string, Plan | null>();
    remember(documents, document, plans, maximumDocuments);
    const key = `${operation.name?.value ?? ''} ${shapeOf(schema, operation, variables)}`;
    const known = plans.get(key);
    if (known !== undefined) {
      counts.known += 1;
      return known;
    }
    const plan = compile(schema, document, operation, variables);
    counts.compiled += plan ? 1 : 0;
    remember(plans, key, plan, maximumShapes);
    return plan;
  }

  return {
    counts,
    compiledFor({ document, operationName, variables: raw, context }) {
      try {
        const operation = getOperationAST(document, operationName);
        if (!operation) return null;
        const read = getVariableValues(schema, operation.variableDefinitions ?? [], raw ?? {});
        const plan = read.variableValues && planFor(document, operation, read.variableValues);
        if (plan) {
          const values = plan.valuesFor(read.variableValues, context);
          return { statement: plan.statement, values };
        }
      } catch (error) {
        // An argument that cannot be taken: the executor says so in its own words.
        if (!isRefusal(error)) throw error;
      }
      counts.left += 1;
      return null;
    },
  };
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: VariableValues,
): Plan | null {
  try {
    return compileOperation({ schema, document, operation, variables });
  } catch (error) {
    if (error instanceof NotCompiled) return null;
    throw error;
  }
}

const isRefusal = (error: unknown) => error instanceof Error && error.name === 'GraphQLError';

function remember<Key, Item>(map: Map<Key, Item>, key: Key, item: Item, most: number): void {
  map.delete(key);
  map.set(key, item);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}

function shapeOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  { coerced }: VariableValues,
): string {
  const shapes = (operation.variableDefinitions ?? []).map(({ variable, type }) => {
    const name = variable.name.value;
    const input = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
    // A variable that is not given is another thing than one that is null.
    return input && name in coerced ? shape(input, coerced[name]) : '∅';
  });
  return JSON.stringify(shapes);
}

function shape(type: GraphQLInputType, value: unknown): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value ?? null;
  if (isNonNullType(type)) return shape(type.ofType, value);
  if (isListType(type)) {
    const items = value as readonly unknown[];
    return isInputObjectType(getNamedType(type))
      ? items.map((item) => shape(type.ofType, item))
      : [items.length === 1 ? 'one' : 'several', items.includes(null)];
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    return Object.entries(value).map(([name, item]) => {
      const field = fields[name];
      return [name, field ? shape(field.type, item) : '?'];
    });
  }
  if (isEnumType(type)) return [Kind.ENUM, value];
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 1000
    ? value
    : '?';
}
