import {
  GraphQLError,
  Kind,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isCompositeType,
  isListType,
  isObjectType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { defaultGroups } from '../../fields/groups.ts';

/** A column of a table: a leaf of what the query selects. */
export type Column = {
  /** `outcome.quantity.text` */
  name: string;
  /** The field's description in the schema. */
  description: string;
  datatype: 'string' | 'number' | 'integer' | 'boolean';
};

/** What stands at a place of an answer, as a table reads it. */
export type Shape =
  | { kind: 'cell'; column: string }
  | { kind: 'object'; fields: Map<string, Shape> }
  | { kind: 'list'; items: Shape };

/** A list of objects in the query, with the fields that ask for it. */
export type TableList = {
  path: string;
  nodes: readonly FieldNode[];
  isConnection: boolean;
  /** How many items it takes at most by its argument `first`, where it is no connection; else null. */
  most: number | null;
};

export type TablePlan = {
  columns: Column[];
  shape: Shape;
  /** The lists that lie in each other, the outermost first. */
  chain: TableList[];
};

type Collected = {
  name: string;
  field: GraphQLField<unknown, unknown>;
  nodes: FieldNode[];
};

/**
 * How the answer to an operation becomes one table: its columns come from what is selected, so that
 * an empty answer has them too. Lists may lie in each other, but not side by side.
 * @throws GraphQLError that names the lists, where they lie side by side
 */
export function planTable(options: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
  /** The path of the list to take where there are several: `report.coverage.requiredParts`. */
  list?: string | undefined;
}): TablePlan {
  const { schema, document, operation, variables, list } = options;
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  const columns = new Map<string, Column>();
  const lists: TableList[] = [];
  const every: string[] = [];

  function fieldsOf(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Collected[] {
    const found = new Map<string, Collected>();
    const collect = (within: GraphQLCompositeType, { selections }: SelectionSetNode) => {
      for (const selection of selections) {
        if (isLeftOut(selection, variables)) continue;
        if (selection.kind === Kind.FIELD) {
          const name = selection.alias?.value ?? selection.name.value;
          const field = schema.getField(within, selection.name.value);
          if (!field) continue;
          const known = found.get(name);
          if (known) known.nodes.push(selection);
          else found.set(name, { name, field, nodes: [selection] });
          continue;
        }
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (!fragment) continue;
        const condition = fragment.typeCondition?.name.value;
        const named = condition === undefined ? within : schema.getType(condition);
        if (isCompositeType(named)) collect(named, fragment.selectionSet);
      }
    };
    for (const set of sets) collect(type, set);
    return [...found.values()];
  }

  function objectOf(
    type: GraphQLCompositeType,
    nodes: readonly { selectionSet?: SelectionSetNode | undefined }[],
    at: { path: string; prefix: string },
  ): Shape {
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const fields = new Map<string, Shape>();
    for (const each of fieldsOf(type, sets)) {
      // What a connection says of itself is no row of it; without its rows it is an object like others.
      if (isConnection(type) && listsRows(type, nodes) && !isRowsField(each)) continue;
      const shape = shapeOf(each, type, at);
      if (shape) fields.set(each.name, shape);
    }
    return { kind: 'object', fields };
  }

  function shapeOf(
    { name, field, nodes }: Collected,
    parent: GraphQLCompositeType,
    at: { path: string; prefix: string },
  ): Shape | null {
    const named = getNamedType(field.type);
    const isList = isListType(getNullableType(field.type));
    if (!isCompositeType(named)) {
      const column = `${at.prefix}${name}`;
      columns.set(column, {
        name: column,
        description: field.description ?? '',
        datatype: datatypeOf(named.name, isList),
      });
      return { kind: 'cell', column };
    }
    // The rows of a connection are the list that its own field is.
    const ofConnection = isConnection(parent) && isRowsField({ name, field, nodes });
    const path = ofConnection ? at.path : at.path === '' ? name : `${at.path}.${name}`;
    const isRows = isList || (isConnection(named) && listsRows(named, nodes));
    if (isRows && !ofConnection) {
      every.push(path);
      if (list !== undefined && !onPath(path, list)) return null;
      const outermost = lists.length === 0;
      const most = isConnection(named)
        ? null
        : firstOf(schema, operation, field, { nodes, variables });
      lists.push({ path, nodes, isConnection: isConnection(named), most });
      const prefix = outermost ? '' : `${at.prefix}${name}.`;
      const items = objectOf(named, nodes, { path, prefix });
      return isList ? { kind: 'list', items } : items;
    }
    const prefix = ofConnection ? at.prefix : `${at.prefix}${name}.`;
    const shape = objectOf(named, nodes, { path, prefix });
    return isList ? { kind: 'list', items: shape } : shape;
  }

  const listsRows = (
    type: GraphQLCompositeType,
    nodes: readonly { selectionSet?: SelectionSetNode | undefined }[],
  ) =>
    fieldsOf(
      type,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    ).some(isRowsField);

  const root = schema.getRootType(operation.operation);
  if (!root) throw new GraphQLError('Only queries can be made into a table.');
  const shape = objectOf(root, [operation], { path: '', prefix: '' });
  if (list !== undefined && !every.includes(list)) refuseChoice(list, everyListOf(options));
  checkLists(lists, every);
  return { columns: [...columns.values()], shape, chain: lists };
}

/** The value of a field's argument `first`; null where it has none, or none that can be read. */
function firstOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  field: GraphQLField<unknown, unknown>,
  { nodes: [node], variables }: { nodes: readonly FieldNode[]; variables: object },
): number | null {
  try {
    const { variableDefinitions = [] } = operation;
    const { variableValues } = getVariableValues(schema, variableDefinitions, { ...variables });
    const first = node && variableValues && getArgumentValues(field, node, variableValues)['first'];
    if (typeof first === 'number') return first;
    // What the field does with none is its own affair.
    return field.args.some(({ name }) => name === 'first') ? defaultGroups : null;
  } catch {
    return null;
  }
}

const isRowsField = ({ field }: Collected) => ['nodes', 'edges'].includes(field.name);

const isConnection = (type: GraphQLCompositeType) =>
  isObjectType(type) && type.name.endsWith('Connection');

/** Whether a list leads to the chosen one, is it, or lies in it. */
const onPath = (path: string, chosen: string) =>
  path === chosen || chosen.startsWith(`${path}.`) || path.startsWith(`${chosen}.`);

function isLeftOut(
  node: SelectionSetNode['selections'][number],
  variables: Readonly<Record<string, unknown>>,
): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, { coerced: variables } as never);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, {
    coerced: variables,
  } as never);
  return skip?.['if'] === true || include?.['if'] === false;
}

function datatypeOf(name: string, isList: boolean): Column['datatype'] {
  if (isList) return 'string';
  const known = { Float: 'number', Int: 'integer', Boolean: 'boolean' } as const;
  return name in known ? known[name as keyof typeof known] : 'string';
}

const refuse = (message: string, lists: readonly string[]) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', lists } });

const namesOf = (lists: readonly string[]) => lists.map((path) => `list=${path}`).join(', ');

/** The lists that an error names of a query that has several side by side. */
export const listsBeside = (error: unknown): readonly string[] =>
  error instanceof GraphQLError ? ((error.extensions['lists'] as string[] | undefined) ?? []) : [];

/** All lists of a query, of which a choice leaves out those beside it and what lies in them. */
function everyListOf(options: Parameters<typeof planTable>[0]): readonly string[] {
  try {
    return planTable({ ...options, list: undefined }).chain.map(({ path }) => path);
  } catch (error) {
    return listsBeside(error);
  }
}

function refuseChoice(chosen: string, lists: readonly string[]): never {
  const names = namesOf(lists) || 'none';
  throw refuse(`The query has no list ${JSON.stringify(chosen)}; it has ${names}.`, lists);
}

/** Every list must lie in the one before it. */
function checkLists(lists: readonly TableList[], every: readonly string[]): void {
  const beside = lists.find(
    ({ path }, index) => index > 0 && !path.startsWith(`${lists[index - 1]?.path}.`),
  );
  if (!beside) return;
  throw refuse(
    `A table holds one list, or lists in each other, and this query has several side by side. Ask for one of them, or choose one: ${namesOf(every)}.`,
    every,
  );
}
