import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  doTypesOverlap,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isUnionType,
} from 'graphql';
import type {
  ArgumentNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLArgument,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
  VariableValues,
} from 'graphql';
import type { ArgumentValues } from './field-arguments.ts';
import { oncePer } from './once-per.ts';

/** What is selected of a type. */
export type Selection = { type: GraphQLNamedType; sets: readonly SelectionSetNode[] };

/** A field as selected, merged from wherever it is asked for under one name. */
export type Selected = {
  name: string;
  field: GraphQLField<unknown, unknown>;
  /** What it is, or what it is a list of. */
  type: GraphQLNamedType;
  isList: boolean;
  nodes: FieldNode[];
  /** What is selected beneath it. */
  sets: SelectionSetNode[];
};

/** What decides which fields a selection asks for. */
export type Selecting = {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: VariableValues;
};

/** An operation of a valid document, with the variables that it is asked with. */
export type AskedOperation = {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: VariableValues;
};

/** What an operation selects of the root; null where the schema has no such root. */
export function selectionOf(schema: GraphQLSchema, asked: AskedOperation) {
  const { document, operation, variables } = asked;
  const selecting: Selecting = { schema, fragments: fragmentsOf(document), variables };
  const type = schema.getRootType(operation.operation);
  return type ? { selecting, type, sets: [operation.selectionSet] } : null;
}

/** The fragments of a document by their names. */
export const fragmentsOf = oncePer(
  ({ definitions }: DocumentNode) =>
    new Map(
      definitions
        .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
        .map((node) => [node.name.value, node]),
    ),
);

/** Whether any of what is given to a field is said by variables. */
export const areOfVariables = (given: readonly ArgumentNode[] = []): boolean =>
  JSON.stringify(given).includes(`"${Kind.VARIABLE}"`);

const withArguments = (
  field: GraphQLField<unknown, unknown>,
  args: readonly GraphQLArgument[],
): GraphQLField<unknown, unknown> => Object.create(field, { args: { value: args } });

/** The arguments of a field that are the same for all variables, and which are not. */
const readOnce = oncePer((field: GraphQLField<unknown, unknown>) =>
  oncePer((node: FieldNode) => {
    const given = node.arguments?.filter((each) => areOfVariables([each])) ?? [];
    const names = new Set(given.map(({ name }) => name.value));
    const open = field.args.filter(({ name }) => names.has(name));
    const fixed = field.args.filter(({ name }) => !names.has(name));
    return {
      fixed: getArgumentValues(withArguments(field, fixed), node),
      open: withArguments(field, open),
    };
  }),
);

/** The arguments of a field as it is first mentioned; all its mentions have the same. */
export function argumentsOf(
  { field, nodes: [node] }: Pick<Selected, 'field' | 'nodes'>,
  variables: VariableValues,
): ArgumentValues {
  if (!node) return {};
  const { fixed, open } = readOnce(field)(node);
  return open.args.length === 0 ? fixed : { ...fixed, ...getArgumentValues(open, node, variables) };
}

/** Whether a selection stays in an answer, by its own directives. */
export function isIncluded(node: SelectionNode, variables: VariableValues): boolean {
  if (!node.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

/**
 * The fields that are selected on a type, in the order of their first mention ("CollectFields" of
 * the GraphQL specification, 6.3.2), of a document that is valid. Of an interface or a union they are
 * those of all its types together, and one name may stand twice, for things of different types.
 */
export function collectFields(
  selecting: Selecting,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
): Selected[] {
  const { schema, fragments, variables } = selecting;
  const selected = new Map<string, Selected>();
  // "visitedFragments": the second mention of a fragment adds nothing.
  const visited = new Set<string>();
  const isOfMany = isAbstractType(type);

  function collect(within: GraphQLCompositeType, { selections }: SelectionSetNode): void {
    for (const node of selections) {
      if (!isIncluded(node, variables)) continue;
      if (node.kind === Kind.FIELD) {
        add(within, node);
        continue;
      }
      const fragment =
        node.kind === Kind.INLINE_FRAGMENT ? node : unvisited(within, node.name.value);
      const inner = fragment && narrow(schema, within, fragment.typeCondition?.name.value);
      if (fragment && inner) collect(inner, fragment.selectionSet);
    }
  }

  function unvisited(within: GraphQLCompositeType, name: string) {
    const visit = isOfMany ? `${within.name} ${name}` : name;
    if (visited.has(visit)) return null;
    visited.add(visit);
    return fragments.get(name) ?? null;
  }

  function add(within: GraphQLCompositeType, node: FieldNode): void {
    const name = node.alias?.value ?? node.name.value;
    const field = schema.getField(within, node.name.value);
    if (!field) throw new Error(`${within.name} has no field ${node.name.value}`);
    const named = getNamedType(field.type);
    const key = isOfMany ? `${name} ${named.name}` : name;
    const isList = isListType(getNullableType(field.type));
    const known = selected.get(key) ?? { name, field, type: named, isList, nodes: [], sets: [] };
    known.nodes.push(node);
    if (node.selectionSet) known.sets.push(node.selectionSet);
    selected.set(key, known);
  }

  for (const set of sets) collect(type, set);
  return [...selected.values()];
}

/** Of what type a thing is within a fragment on a type of that name; null where none can be. */
function narrow(
  schema: GraphQLSchema,
  within: GraphQLCompositeType,
  condition: string | undefined,
): GraphQLCompositeType | null {
  if (condition === undefined || condition === within.name) return within;
  const named = schema.getType(condition);
  if (!isCompositeType(named)) return null;
  if (isAbstractType(named) && !isUnionType(within) && schema.isSubType(named, within))
    return within;
  return isAbstractType(within) && doTypesOverlap(schema, within, named) ? named : null;
}
