import {
  GraphQLError,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  VariableValues,
} from 'graphql';
import { collectFields, fragmentsOf } from '../fields/collect-fields.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { tooComplex } from '../validation/too-complex.ts';
import { limits } from '../limits.ts';

/** A column of a table: a leaf of what the query selects. */
export type Column = {
  /** `outcome.quantity.text` */
  name: string;
  /** The field's description in the schema. */
  description: string;
  datatype: 'string' | (typeof datatypes)[keyof typeof datatypes];
};

/** What stands at a place of an answer, as a table reads it. */
export type ColumnShape =
  | { kind: 'cell'; column: string }
  | { kind: 'object'; fields: Map<string, ColumnShape> }
  | { kind: 'list'; items: ColumnShape };

/** A list of objects in the query, with the fields that ask for it. */
export type TableList = {
  /** What people call it: the names of the fields that lead to it, without those of a connection's rows. */
  path: string;
  /** The names under which an answer holds it, from the outermost on; lists on the way are followed into. */
  keys: readonly string[];
  nodes: FieldNode[];
  isConnection: boolean;
  /** How many items it takes at most by its argument `first`, where it is no connection; else null. */
  most: number | null;
};

export type TableShape = {
  columns: Column[];
  shape: ColumnShape;
  /** The lists that lie in each other, the outermost first. */
  chain: TableList[];
};

/** Where in a query a selection stands. */
type At = { path: string; prefix: string; keys: readonly string[] };

/**
 * How the answer to an operation becomes one table: its columns come from what is selected, so that
 * an empty answer has them too. Lists may lie in each other, but not side by side.
 * @throws GraphQLError that names the lists, where they lie side by side, or says that there is none
 */
export function shapeTable(options: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: VariableValues;
  /** The path of the list to take where there are several: `report.coverage.requiredParts`. */
  list?: string | undefined;
}): TableShape {
  const { schema, document, operation, variables, list } = options;
  const selecting = { schema, fragments: fragmentsOf(document), variables };
  const columns = new Map<string, Column>();
  const lists: TableList[] = [];
  const every: string[] = [];
  let selections = 0;

  const fieldsOf = (type: GraphQLCompositeType, sets: readonly SelectionSetNode[]) =>
    collectFields(selecting, type, sets);

  function objectOf(
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
    at: At,
  ): ColumnShape {
    const selected = fieldsOf(type, sets);
    // Fragments make much of little, and nothing of this has been held against the limits yet.
    selections += selected.length;
    if (selections > limits.selections.value)
      throw tooComplex('selections', null, 'Ask in several requests.');
    if (isConnection(type)) refuseDoubles(selected, at.path);
    const listsThem = isConnection(type) && selected.some(isRowsField);
    const fields = new Map<string, ColumnShape>();
    for (const each of selected) {
      // What a connection says of itself is no row of it; without its rows it is an object like others.
      if (listsThem && !isRowsField(each)) continue;
      const shape = shapeOf(each, type, at);
      const known = fields.get(each.name);
      if (shape) fields.set(each.name, known ? joined(known, shape) : shape);
    }
    return { kind: 'object', fields };
  }

  function shapeOf(selected: Selected, parent: GraphQLCompositeType, at: At): ColumnShape | null {
    const { name, field, nodes, sets } = selected;
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
    const keys = [...at.keys, name];
    const itemsOf = (path: string, prefix: string): ColumnShape => {
      const items = objectOf(named, sets, { path, prefix, keys });
      return isList ? { kind: 'list', items } : items;
    };
    // The rows of a connection are the list that its own field is.
    if (isConnection(parent) && isRowsField(selected)) return itemsOf(at.path, at.prefix);
    const path = at.path === '' ? name : `${at.path}.${name}`;
    const prefix = `${at.prefix}${name}.`;
    if (!isList && !(isConnection(named) && fieldsOf(named, sets).some(isRowsField)))
      return itemsOf(path, prefix);
    // Things of several types may have a list of one name each, which a row has one of.
    const known = lists.find((each) => each.keys.join() === keys.join());
    if (!known) every.push(path);
    if (list !== undefined && !onPath(path, list)) return null;
    const most = isConnection(named) ? null : firstOf(field, nodes, variables);
    if (known) known.nodes.push(...nodes);
    else lists.push({ path, keys, nodes: [...nodes], isConnection: isConnection(named), most });
    return itemsOf(path, lists[0] === known || lists.length === 1 ? '' : prefix);
  }

  const root = schema.getRootType(operation.operation);
  if (!root) throw new GraphQLError('Only queries can be made into a table.');
  const at = { path: '', prefix: '', keys: [] };
  const shape = objectOf(root, [operation.selectionSet], at);
  if (list !== undefined && !every.includes(list)) refuseChoice(list, everyListOf(options));
  checkLists(lists, every);
  if (columns.size === 0) throw refuse(nothingLeft, []);
  return { columns: [...columns.values()], shape, chain: lists };
}

const nothingLeft =
  'There is no list and no column to make a table of: @skip and @include leave nothing of the query. Leave them out, or give their variables other values.';

/**
 * The rows of a connection stand in a table once.
 * @throws GraphQLError that says of which list they stand there twice
 */
function refuseDoubles(selected: readonly Selected[], path: string): void {
  const rows = selected.filter(isRowsField).map(({ name }) => name);
  if (rows.length < 2) return;
  const message = `A table holds the rows of a list once, and this query asks for those of ${path} as ${rows.join(' and ')}. Ask for one of them.`;
  throw refuse(message, []);
}

/** What stands at a place that is one of two things: GraphQL lets both be lists or neither, leaves or neither. */
function joined(one: ColumnShape, other: ColumnShape): ColumnShape {
  if (one.kind === 'list' && other.kind === 'list')
    return { kind: 'list', items: joined(one.items, other.items) };
  if (one.kind !== 'object' || other.kind !== 'object') return one;
  const fields = new Map(one.fields);
  for (const [name, shape] of other.fields) {
    const known = fields.get(name);
    fields.set(name, known ? joined(known, shape) : shape);
  }
  return { kind: 'object', fields };
}

/** The value of a field's argument `first`; null where it has none, or none that can be read. */
function firstOf(
  field: GraphQLField<unknown, unknown>,
  [node]: readonly FieldNode[],
  variables: VariableValues,
): number | null {
  try {
    const first = node && getArgumentValues(field, node, variables)['first'];
    return typeof first === 'number' ? first : null;
  } catch {
    return null;
  }
}

const isRowsField = ({ field }: Pick<Selected, 'field'>) => ['nodes', 'edges'].includes(field.name);

const isConnection = (type: GraphQLCompositeType) =>
  isObjectType(type) && type.name.endsWith('Connection');

/** Whether a list leads to the chosen one, is it, or lies in it. */
const onPath = (path: string, chosen: string) =>
  path === chosen || chosen.startsWith(`${path}.`) || path.startsWith(`${chosen}.`);

/** What the W3C's vocabulary for tables calls the values of a scalar; texts where it stands not here. */
const datatypes = {
  Float: 'number',
  Int: 'integer',
  Boolean: 'boolean',
  Date: 'date',
  URL: 'anyURI',
} as const;

function datatypeOf(name: string, isList: boolean): Column['datatype'] {
  if (isList) return 'string';
  return name in datatypes ? datatypes[name as keyof typeof datatypes] : 'string';
}

const refuse = (message: string, lists: readonly string[]) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', lists } });

const namesOf = (lists: readonly string[]) => lists.map((path) => `list=${path}`).join(', ');

/** The lists that an error names of a query that has several side by side. */
export const listsBeside = (error: unknown): readonly string[] =>
  error instanceof GraphQLError ? ((error.extensions['lists'] as string[] | undefined) ?? []) : [];

/** All lists of a query, of which a choice leaves out those beside it and what lies in them. */
function everyListOf(options: Parameters<typeof shapeTable>[0]): readonly string[] {
  try {
    return shapeTable({ ...options, list: undefined }).chain.map(({ path }) => path);
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
