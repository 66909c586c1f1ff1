import { parse, valueFromASTUntyped } from 'graphql';
import type { TypeNode } from 'graphql';

/** A variable of an example, as it stands in an address: `places=150924,150923`. */
export type Parameter = {
  name: string;
  /** Whether several may be given. */
  isList: boolean;
  isWhole: boolean;
  /** What is taken where nothing is given; undefined where that means everything. */
  preset: unknown;
};

/** The variables that an example takes. */
export function parametersOf(query: string): Parameter[] {
  const [operation] = parse(query).definitions;
  if (operation?.kind !== 'OperationDefinition') return [];
  return (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => ({
    name: variable.name.value,
    isList: bare(type).kind === 'ListType',
    isWhole: /\bInt\b/.test(nameIn(type)),
    preset: defaultValue && valueFromASTUntyped(defaultValue),
  }));
}

const bare = (type: TypeNode) => (type.kind === 'NonNullType' ? type.type : type);

function nameIn(type: TypeNode): string {
  return type.kind === 'NamedType' ? type.name.value : nameIn(type.type);
}
