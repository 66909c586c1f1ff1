import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type {
  GraphQLArgument,
  GraphQLField,
  GraphQLInputType,
  GraphQLOutputType,
  GraphQLSchema,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** An argument of a field, and how one gets there from the root of a query. */
export type Way = {
  name: string;
  argument: GraphQLArgument;
  /** A query that gives the argument the value of `$v`, or what stands in its place. */
  query: (value: string, variable?: string) => string;
};

/** Every argument of every field that a query can reach. */
export function waysOf(schema: GraphQLSchema): Way[] {
  const root = schema.getQueryType();
  if (!root) throw new Error('the schema has no root');
  const reached = new Map<string, string[]>([[root.name, []]]);
  const ways: Way[] = [];
  for (const [typename, steps] of reached) {
    const type = schema.getType(typename);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      for (const argument of field.args) {
        ways.push({
          name: `${typename}.${field.name}(${argument.name})`,
          argument,
          query: (value, variable = '') => {
            const given = [`${argument.name}: ${value}`, ...requiredOf(field, argument.name)];
            const step = `${field.name}(${given.join(', ')})${selectionOf(field.type)}`;
            return `query ${variable} { ${steps.map((each) => `${each} { `).join('')}${step}${' }'.repeat(steps.length)} }`;
          },
        });
      }
      const inner = getNamedType(field.type);
      if (!isObjectType(inner) || inner.name.startsWith('__') || reached.has(inner.name)) continue;
      const given = requiredOf(field);
      const step = given.length > 0 ? `${field.name}(${given.join(', ')})` : field.name;
      reached.set(inner.name, [...steps, step]);
    }
  }
  return ways;
}

/** What a field wants beside one argument, as it stands in a query. */
const requiredOf = (field: Field, but = '') =>
  field.args
    .filter(({ name, type }) => name !== but && isNonNullType(type))
    .map(({ name, type }) => `${name}: ${plainValue(type)}`);

function plainValue(type: GraphQLInputType): string {
  if (isNonNullType(type)) return plainValue(type.ofType);
  if (isListType(type)) return `[${plainValue(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'NONE';
  if (isInputObjectType(type)) return '{ code: "xinghe-2023" }';
  return { ID: '"Report:xinghe-2023"', String: '"审批"', Boolean: 'true' }[type.name] ?? '1';
}

/** What is asked of a field, so that its arguments come to bear. */
function selectionOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (!isObjectType(named)) return ' { __typename }';
  const fields = named.getFields();
  const leaf = Object.values(fields).find(
    (field) => isLeafType(getNamedType(field.type)) && requiredOf(field).length === 0,
  );
  const nodes = 'nodes' in fields ? ' nodes { __typename }' : '';
  return ` { __typename ${leaf?.name ?? ''}${nodes} }`;
}
