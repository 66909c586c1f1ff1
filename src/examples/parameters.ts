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

/** A value in an address that its variable cannot take. */
export class WrongParameter extends Error {
  readonly parameter: string;
  readonly value: string;
  constructor(parameter: string, value: string) {
    super(
      `${parameter} takes whole numbers parted by commas, such as ${parameter}=2022,2023, and not ${JSON.stringify(value)}.`,
    );
    this.parameter = parameter;
    this.value = value;
  }
}

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

/**
 * The variables that an address gives: codes and years parted by commas. What is empty counts as not given.
 * @throws WrongParameter with what is wrong and what to do
 */
export function variablesIn(
  parameters: readonly Parameter[],
  search: URLSearchParams,
): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const { name, isList, isWhole } of parameters) {
    const values = search
      .getAll(name)
      .flatMap((value) => (isList ? value.split(/[,，]/) : [value]))
      .map((value) => value.trim())
      .filter((value) => value !== '')
      .map((value) => (isWhole ? wholeNumber(name, value) : value));
    if (values.length > 0) given[name] = isList ? values : values[0];
  }
  return given;
}

function wholeNumber(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) {
    throw new WrongParameter(name, value.slice(0, 100));
  }
  return Number(value);
}

const bare = (type: TypeNode) => (type.kind === 'NonNullType' ? type.type : type);

function nameIn(type: TypeNode): string {
  return type.kind === 'NamedType' ? type.name.value : nameIn(type.type);
}
