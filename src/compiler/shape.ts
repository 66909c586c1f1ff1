import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  getNamedType,
  typeFromAST,
} from 'graphql';
import type {
  GraphQLInputType,
  GraphQLSchema,
  OperationDefinitionNode,
  VariableValues,
} from 'graphql';

/** A key that is the same for all variables that can share a statement. */
export type Shape = (variables: VariableValues) => string;

type Part = (value: unknown) => string;

/**
 * What of an operation's variables is structure: which are given, null, true or false, the names
 * of enums, the fields of objects, and whether a list has one value. All else is data.
 */
export function shapeOf(schema: GraphQLSchema, operation: OperationDefinitionNode): Shape {
  const parts = (operation.variableDefinitions ?? []).map(({ variable, type }) => {
    const input = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
    return { name: variable.name.value, part: input ? partOf(input) : data };
  });
  if (parts.length === 0) return () => '';
  return ({ coerced }) =>
    parts.map(({ name, part }) => (name in coerced ? part(coerced[name]) : '∅')).join(',');
}

const data: Part = (value) => (value == null ? 'null' : '?');

function partOf(type: GraphQLInputType): Part {
  if (isNonNullType(type)) return partOf(type.ofType);
  const named = getNamedType(type);
  if (isListType(type)) {
    // Of data, only whether it is one value; of what is structure, every item.
    const isStructure = isInputObjectType(named) || isEnumType(named) || named.name === 'Boolean';
    const item = partOf(type.ofType);
    const listed: Part = isStructure
      ? (value) => `[${(value as unknown[]).map(item).join(',')}]`
      : (value) => ((value as unknown[]).length === 1 ? '[1]' : '[n]');
    return (value) => (value == null ? 'null' : listed(value));
  }
  if (isInputObjectType(type)) {
    // Made when first asked for: the filters of two listings hold each other.
    const fields = new Map<string, Part>();
    const fieldPart = (name: string) => {
      const part = fields.get(name) ?? partOf(type.getFields()[name]?.type ?? type);
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
  return data;
}
