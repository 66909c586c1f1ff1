import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getDirectiveValues,
  isAbstractType,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionSetNode,
  VariableValues,
} from 'graphql';

/** A field as selected, merged from wherever it is asked for under one name. */
export type Selected = {
  name: string;
  field: GraphQLField<unknown, unknown>;
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

/** The fragments of a document by their names. */
export const fragmentsOf = ({ definitions }: DocumentNode) =>
  new Map(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );

/**
 * The fields that are selected on a type, in the order of their first mention ("CollectFields" of
 * the GraphQL specification, 6.3.2), of a document that is valid.
 */
export function collectFields(
  selecting: Selecting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Selected[] {
  const { schema, fragments, variables } = selecting;
  const selected = new Map<string, Selected>();
  // "visitedFragments": the second mention of a fragment adds nothing.
  const visited = new Set<string>();

  function collect({ selections }: SelectionSetNode): void {
    for (const node of selections) {
      const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
      const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
      if (skip?.['if'] === true || include?.['if'] === false) continue;
      if (node.kind === Kind.FIELD) add(node);
      else if (node.kind === Kind.INLINE_FRAGMENT) {
        if (applies(node.typeCondition?.name.value)) collect(node.selectionSet);
      } else {
        const { value: name } = node.name;
        const fragment = fragments.get(name);
        if (!fragment || visited.has(name)) continue;
        visited.add(name);
        if (applies(fragment.typeCondition.name.value)) collect(fragment.selectionSet);
      }
    }
  }

  function add(node: FieldNode): void {
    const name = node.alias?.value ?? node.name.value;
    const field = schema.getField(type, node.name.value);
    if (!field) throw new Error(`${type.name} has no field ${node.name.value}`);
    const known = selected.get(name) ?? { name, field, nodes: [], sets: [] };
    known.nodes.push(node);
    if (node.selectionSet) known.sets.push(node.selectionSet);
    selected.set(name, known);
  }

  function applies(condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = schema.getType(condition);
    return isAbstractType(named) && schema.isSubType(named, type);
  }

  for (const set of sets) collect(set);
  return [...selected.values()];
}
