import { GraphQLError, Kind, parse, print, visit } from 'graphql';
import type {
  DefinitionNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionNode,
  VariableValues,
} from 'graphql';
import { fragmentsOf, isIncluded } from '../fields/collect-fields.ts';
import type { AskedQuery } from './client-places.ts';
import type { TableList } from './table-shape.ts';

/** In which way each connection of a table is asked for. */
export type ListsTaken = {
  /** The outermost, page by page to its end; null where it is taken as it is stated. */
  followed: TableList | null;
  /** Inner lists that state nothing: they must fit into one page. */
  whole: readonly TableList[];
  /** Inner lists that state only where they begin or end. */
  rest: readonly TableList[];
  /** Lists that state how many rows they take. */
  stated: readonly TableList[];
};

/** A valid query, and the lists of the table that is made of it. */
export type TableQuestion = {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: VariableValues;
  lists: ListsTaken;
};

/** Under which names what is added is asked for: none that the query has itself. */
type Names = { page: string; after: string; size: string };

/** Whether fields state one of these arguments. */
export const states = (nodes: readonly FieldNode[], ...names: readonly string[]) =>
  nodes.some((node) => node.arguments?.some(({ name }) => names.includes(name.value)));

/**
 * The query that asks for the first page of a table, which begins where the query says, and the one
 * for each page after it. They hold the one operation and what it uses, since whatever else stands
 * beside it would have to be changed with it.
 * @throws GraphQLError where one field of a fragment is both the outermost list and one within it
 */
export function pageQueries(question: TableQuestion): {
  first: AskedQuery;
  next: AskedQuery;
  names: Names;
} {
  const names = freshNames(question.document);
  refuseShared(question.lists);
  const queryOf = (isFirst: boolean): AskedQuery => {
    const document = queryFor(question, names, isFirst);
    return { document, text: print(document) };
  };
  const first = queryOf(true);
  const { followed } = question.lists;
  return {
    first,
    next: followed && states(followed.nodes, 'after') ? queryOf(false) : first,
    names,
  };
}

function queryFor(
  { document, operation, variables, lists }: TableQuestion,
  names: Names,
  isFirst: boolean,
) {
  const asked: DocumentNode = {
    ...document,
    definitions: [declaring(operation, names), ...fragmentsOf(document).values()],
  };
  const changes = changesOf(lists, names, isFirst);
  const leaveOut = (node: SelectionNode) => (isIncluded(node, variables) ? undefined : null);
  const changed = visit(asked, {
    InlineFragment: leaveOut,
    FragmentSpread: leaveOut,
    SelectionSet: {
      leave(node) {
        return node.selections.length === 0 ? { ...node, selections: [typename] } : undefined;
      },
    },
    Field: {
      enter: leaveOut,
      leave(node, _key, _parent, path) {
        return changes.get(originalOf(asked, path))?.(node);
      },
    },
  });
  return withoutUnused(changed);
}

const typename = fieldOf('{ __typename }');

/** What becomes of the fields of lists: how much is asked of them, and what is asked beside. */
function changesOf({ followed, whole, rest, stated }: ListsTaken, names: Names, isFirst: boolean) {
  const { page, after, size } = names;
  const pageInfo = page === 'pageInfo' ? page : `${page}: pageInfo`;
  const onward = fieldOf(`{ ${pageInfo} { hasNextPage endCursor } }`);
  const bothEnds = fieldOf(`{ ${pageInfo} { hasNextPage hasPreviousPage endCursor } }`);
  const begun = followed && states(followed.nodes, 'after') && isFirst;
  const window = argumentsOf(begun ? `first: $${size}` : `first: $${size}, after: $${after}`);
  const replaced = begun ? ['first', 'last'] : ['first', 'last', 'after'];
  const all = argumentsOf('first: 100');
  const change =
    (beside: FieldNode, added: typeof all, without: readonly string[]) => (node: FieldNode) => ({
      ...node,
      arguments: [
        ...(node.arguments ?? []).filter(({ name }) => !without.includes(name.value)),
        ...added,
      ],
      ...(node.selectionSet && {
        selectionSet: {
          ...node.selectionSet,
          selections: [...node.selectionSet.selections, beside],
        },
      }),
    });
  return new Map<FieldNode, (node: FieldNode) => FieldNode>([
    ...entries(stated, change(bothEnds, [], [])),
    ...entries(rest, change(bothEnds, all, [])),
    ...entries(whole, change(onward, all, [])),
    ...entries(followed ? [followed] : [], change(begun ? bothEnds : onward, window, replaced)),
  ]);
}

const entries = <Change>(lists: readonly TableList[], change: Change): [FieldNode, Change][] =>
  lists.flatMap(({ nodes }) => nodes.map((node): [FieldNode, Change] => [node, change]));

function fieldOf(query: string): FieldNode {
  const [operation] = parse(query).definitions;
  const field =
    operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections[0] : null;
  if (field?.kind !== Kind.FIELD) throw new Error('not a field');
  return field;
}

const argumentsOf = (text: string) => fieldOf(`{ list(${text}) }`).arguments ?? [];

/** On leaving, a node may have been rebuilt; its place in the document names the one it was. */
function originalOf(document: DocumentNode, path: readonly (string | number)[]): FieldNode {
  let node: unknown = document;
  for (const key of path) node = (node as Record<string | number, unknown>)[key];
  return node as FieldNode;
}

/** The operation with the fragments and variables that it still uses, as GraphQL has no room for others. */
function withoutUnused(document: DocumentNode): DocumentNode {
  const fragments = fragmentsOf(document);
  const used: DefinitionNode[] = [];
  const variables = new Set<string>();
  const use = (definition: FragmentDefinitionNode | OperationDefinitionNode) => {
    used.push(definition);
    visit(definition, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment && !used.includes(fragment)) use(fragment);
      },
    });
  };
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) use(definition);
  const definitions = used.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? {
          ...definition,
          variableDefinitions: (definition.variableDefinitions ?? []).filter(({ variable }) =>
            variables.has(variable.name.value),
          ),
        }
      : definition,
  );
  return { ...document, definitions };
}

/** The operation with the variables of its paging declared. */
function declaring(operation: OperationDefinitionNode, { size, after }: Names) {
  const [added] = parse(`query ($${size}: Int, $${after}: String) { a }`).definitions;
  const { variableDefinitions: more = [] } = added as OperationDefinitionNode;
  return { ...operation, variableDefinitions: [...(operation.variableDefinitions ?? []), ...more] };
}

/** Under what a page tells of itself; asked for under another name, it counts as an alias. */
const pageNames = new Set(['pageInfo', 'hasNextPage', 'hasPreviousPage', 'endCursor']);

function freshNames(document: DocumentNode): Names {
  const taken = new Set<string>();
  let isTaken = false;
  visit(document, {
    Name: ({ value }) => void taken.add(value),
    Field: ({ alias }) => void (isTaken ||= pageNames.has(alias?.value ?? '')),
  });
  const fresh = (name: string): string => (taken.has(name) ? fresh(`${name}_`) : name);
  const page = isTaken ? fresh('juzhengPage') : 'pageInfo';
  return { page, after: fresh('juzhengAfter'), size: fresh('juzhengFirst') };
}

/** One field can be asked for in one way only, wherever the fragment that it stands in is spread. */
function refuseShared({ followed, whole, rest, stated }: ListsTaken): void {
  const inner = [...whole, ...rest, ...stated].find(({ nodes }) =>
    nodes.some((node) => followed?.nodes.includes(node)),
  );
  if (!followed || !inner) return;
  const message = `The same field of a fragment asks for the list ${followed.path} and for ${inner.path}, which lies in it. Write one of them out.`;
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
