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
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  VariableValues,
} from 'graphql';
import { collectFields, fragmentsOf } from '../fields/collect-fields.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { checkLists, listsBeside, refuse, refuseChoice } from './list-choice.ts';
import { tooComplex } from '../validation/too-complex.ts';
import { limits } from '../limits.ts';

/** A column of a table: a leaf of what the query selects. */
export type Column = {
  /** `outcome.quantity.text` */
  name: string;
  /** The field's description in the schema. */
  description: string;
  datatype: 'string' | (typeof datatypes)[keyof typeof datatypes];
  /** The fields that lead to it from the rows' list on, and itself. */
  fields: readonly ColumnField[];
  /** The enum or the scalar that its values are of. */
  valueType: string;
};

/** A field as the schema knows it, and how it is asked for: its type, its own name, the values of its arguments. */
export type ColumnField = { type: string; field: string; given: Given };

type Given = Readonly<Record<string, unknown>>;

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
type At = {
  path: string;
  prefix: string;
  keys: readonly string[];
  fields: readonly ColumnField[];
};

type ShapeOptions = {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: VariableValues;
  /** The path of the list to take where there are several: `report.coverage.requiredParts`. */
  list?: string | undefined;
};

/** A query on the way to its table, and what is known of that by now. */
type Shaping = {
  fieldsOf: (type: GraphQLCompositeType, sets: readonly SelectionSetNode[]) => Selected[];
  variables: VariableValues;
  list: string | undefined;
  columns: Map<string, Column>;
  /** The lists that are taken. */
  lists: TableList[];
  /** The paths of all lists that were come by. */
  every: string[];
  selections: number;
};

/**
 * How the answer to an operation becomes one table: its columns come from what is selected, so that
 * an empty answer has them too. Lists may lie in each other, but not side by side.
 * @throws GraphQLError that names the lists, where they lie side by side, or says that there is none
 */
export function shapeTable(options: ShapeOptions): TableShape {
  const { schema, document, operation, variables, list } = options;
  const selecting = { schema, fragments: fragmentsOf(document), variables };
  const shaping: Shaping = {
    fieldsOf: (type, sets) => collectFields(selecting, type, sets),
    variables,
    list,
    columns: new Map(),
    lists: [],
    every: [],
    selections: 0,
  };
  const root = schema.getRootType(operation.operation);
  if (!root) throw new GraphQLError('Only queries can be made into a table.');
  const at = { path: '', prefix: '', keys: [], fields: [] };
  const shape = objectOf(shaping, { type: root, sets: [operation.selectionSet] }, at);
  const { columns, lists, every } = shaping;
  if (list !== undefined && !every.includes(list)) refuseChoice(list, everyListOf(options));
  checkLists(lists, every);
  if (columns.size === 0) throw refuse(nothingLeft, []);
  return { columns: [...columns.values()], shape, chain: lists };
}

function objectOf(
  shaping: Shaping,
  { type, sets }: { type: GraphQLCompositeType; sets: readonly SelectionSetNode[] },
  at: At,
): ColumnShape {
  const selections = shaping.fieldsOf(type, sets);
  // Fragments make much of little, and nothing of this has been held against the limits yet.
  shaping.selections += selections.length;
  if (shaping.selections > limits.selections.value) {
    const nodes = selections[0]?.nodes ?? [];
    throw tooComplex('selections', null, 'Ask in several requests.', { nodes });
  }
  if (isConnection(type)) refuseDoubles(selections, at.path);
  const listsThem = isConnection(type) && selections.some(isRowsField);
  const fields = new Map<string, ColumnShape>();
  for (const selected of selections) {
    // What a connection says of itself is no row of it; without its rows it is an object like others.
    if (listsThem && !isRowsField(selected)) continue;
    const shape = shapeOf(shaping, selected, type, at);
    const before = fields.get(selected.name);
    if (shape) fields.set(selected.name, before ? joined(before, shape) : shape);
  }
  return { kind: 'object', fields };
}

function shapeOf(
  shaping: Shaping,
  selected: Selected,
  parent: GraphQLCompositeType,
  at: At,
): ColumnShape | null {
  const { name, field, sets } = selected;
  const type = getNamedType(field.type);
  const isList = isListType(getNullableType(field.type));
  const given = givenTo(selected, shaping.variables);
  const fields = [...at.fields, { type: parent.name, field: field.name, given }];
  if (!isCompositeType(type)) {
    const column = `${at.prefix}${name}`;
    const datatype = datatypeOf(type.name, isList);
    const description = field.description ?? '';
    const valueType = type.name;
    shaping.columns.set(column, { name: column, description, datatype, fields, valueType });
    return { kind: 'cell', column };
  }
  const keys = [...at.keys, name];
  const itemsOf = (path: string, prefix: string, isOutermost = false): ColumnShape => {
    const within = { path, prefix, keys, fields: isOutermost ? [] : fields };
    const items = objectOf(shaping, { type, sets }, within);
    return isList ? { kind: 'list', items } : items;
  };
  // The rows of a connection are the list that its own field is.
  if (isConnection(parent) && isRowsField(selected))
    return itemsOf(at.path, at.prefix, at.prefix === '');
  const path = at.path === '' ? name : `${at.path}.${name}`;
  const prefix = `${at.prefix}${name}.`;
  if (!isList && !(isConnection(type) && shaping.fieldsOf(type, sets).some(isRowsField)))
    return itemsOf(path, prefix);
  const list = takeList(shaping, selected, { path, keys });
  if (!list) return null;
  const isOutermost = shaping.lists[0] === list;
  return itemsOf(path, isOutermost ? '' : prefix, isOutermost);
}

/** The list that a field asks for, which is taken; null where another one is chosen. */
function takeList(
  { lists, every, list: chosen, variables }: Shaping,
  selected: Selected,
  { path, keys }: Pick<At, 'path' | 'keys'>,
): TableList | null {
  const { field, nodes } = selected;
  // Things of several types may have a list of one name each, which a row has one of.
  const present = lists.find((list) => list.keys.join() === keys.join());
  if (!present) every.push(path);
  if (chosen !== undefined && !onPath(path, chosen)) return null;
  if (present) {
    present.nodes.push(...nodes);
    return present;
  }
  const type = getNamedType(field.type);
  const isOfRows = isCompositeType(type) && isConnection(type);
  const { first } = givenTo(selected, variables);
  const most = !isOfRows && typeof first === 'number' ? first : null;
  const list = { path, keys, nodes: [...nodes], isConnection: isOfRows, most };
  lists.push(list);
  return list;
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
    const before = fields.get(name);
    fields.set(name, before ? joined(before, shape) : shape);
  }
  return { kind: 'object', fields };
}

/** The values of a field's arguments; none where they cannot be read. */
function givenTo({ field, nodes: [node] }: Selected, variables: VariableValues): Given {
  try {
    return node ? getArgumentValues(field, node, variables) : {};
  } catch {
    return {};
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

/** All lists of a query, of which a choice leaves out those beside it and what lies in them. */
function everyListOf(options: ShapeOptions): readonly string[] {
  try {
    return shapeTable({ ...options, list: undefined }).chain.map(({ path }) => path);
  } catch (error) {
    return listsBeside(error);
  }
}
