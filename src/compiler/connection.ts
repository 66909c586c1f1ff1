import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { getNamedType, isObjectType } from 'graphql';
import type { GraphQLNamedType, GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { End } from '../db/keyset.ts';
import { endsOf, windowOf } from '../fields/page.ts';
import { specOf } from '../fields/field-spec.ts';
import { NotCompiled } from './compile-context.ts';
import type { ArgumentValues, FieldArguments, CompileContext } from './compile-context.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { concatenate, jsonObject, orJsonNull } from './json-sql.ts';
import type { JsonFragment } from './json-sql.ts';

/** One row of a page, read by its id in `p` under names that nothing else has. */
export type PageRow = {
  tables: SQL;
  /** Its place in the list. */
  cursor: SQL;
  node: (type: GraphQLNamedType, sets: readonly SelectionSetNode[]) => JsonFragment[];
  /** A field of its edge that is neither the cursor nor the node. */
  edgeField: (edge: GraphQLObjectType, selected: Selected) => JsonFragment[];
};

/** Where a page lies in its list. */
export type Window = {
  /** How many rows it holds at most. */
  size: SQL;
  backward: boolean;
  /** At which ends a cursor cuts the list. */
  ends: readonly End[];
};

/** What a list has to say so that its pages can be told. */
export type PagedList = Window & {
  context: CompileContext;
  /**
   * The first rows of the page in their order, or the last where it goes backward: their ids, and
   * what else of `columns` the rows are to be read by.
   */
  ids: (limit: SQL) => SQL;
  columns?: SQL;
  /** Whether the list has rows outside an end that a cursor cuts. */
  isBeyond: (end: End) => SQL;
  /** A row, given where `p` comes from. */
  row: (page: SQL) => PageRow;
  count: () => SQL;
  facets: (type: GraphQLObjectType, sets: readonly SelectionSetNode[]) => JsonFragment[];
};

/** Which window the arguments of a page ask for; it must have been checked by `windowOf`. */
export function compileWindow({ args, computed }: FieldArguments): Window {
  const { backward } = windowOf(args);
  return {
    size: computed((given: ArgumentValues) => windowOf(given).size),
    backward,
    ends: endsOf(args),
  };
}

/** A page of a list: the ids of its rows first, then each part of the connection from them. */
export function compileConnection(paged: PagedList, { field, sets }: Selected): SQL {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new NotCompiled(field.name);
  const parts = paged.context.fieldsOf(type, sets);
  const reading = parts.map(({ field: own }) => specOf(own)?.kind);
  const readers = reading.filter((kind) => kind === 'nodes' || kind === 'edges');
  // Where the page is read forward and no more than once, its rows need neither be kept nor counted.
  const isStreamed = readers.length <= 1 && !reading.includes('pageInfo') && !paged.backward;
  const source: PageRows = isStreamed
    ? { page: sql`(${paged.ids(paged.size)}) p`, within: sql`true` }
    : { page: sql`p`, within: sql`p.n <= ${paged.size}` };
  const members = parts.map((part) => [part.name, compilePart(paged, source, type, part)] as const);
  const text = concatenate(jsonObject(members));
  if (isStreamed) return text;
  const { columns = sql`id` } = paged;
  const ids = sql`select row_number() over (), ${columns} from (${paged.ids(sql`${paged.size} + 1`)})`;
  return sql`(with p(n, ${columns}) as materialized (${ids}) select ${text})`;
}

/** Where a page's rows come from, and which of them are shown. */
type PageRows = { page: SQL; within: SQL };

function compilePart(
  paged: PagedList,
  source: PageRows,
  type: GraphQLObjectType,
  part: Selected,
): JsonFragment[] {
  const { field, sets } = part;
  if (field.name === '__typename') return [JSON.stringify(type.name)];
  const named = getNamedType(field.type);
  switch (specOf(field)?.kind) {
    case 'nodes':
      return eachRow(paged, source, (row) => row.node(named, sets));
    case 'edges':
      if (!isObjectType(named)) break;
      return eachRow(paged, source, (row) => compileEdge(paged, named, sets, row));
    case 'pageInfo':
      if (!isObjectType(named)) break;
      return compilePageInfo(paged, named, sets);
    case 'totalCount':
      return [sql`(${paged.count()})`];
    case 'facets':
      if (!isObjectType(named)) break;
      return paged.facets(named, sets);
    default:
      break;
  }
  throw new NotCompiled(`${type.name}.${field.name}`);
}

function eachRow(
  paged: PagedList,
  { page, within }: PageRows,
  text: (row: PageRow) => JsonFragment[],
): JsonFragment[] {
  const row = paged.row(page);
  // Forward, the rows come in their order by themselves.
  const order = paged.backward ? sql` order by p.n desc` : sql``;
  return [
    '[',
    sql`coalesce((select group_concat(${concatenate(text(row))}, ','${order}) from ${row.tables} where ${within}), '')`,
    ']',
  ];
}

function compileEdge(
  { context }: PagedList,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  row: PageRow,
): JsonFragment[] {
  const compile = (part: Selected): JsonFragment[] => {
    if (part.field.name === '__typename') return [JSON.stringify(type.name)];
    switch (specOf(part.field)?.kind) {
      case 'cursor':
        return [sql`json_quote(${row.cursor})`];
      case 'edgeNode':
        return row.node(getNamedType(part.field.type), part.sets);
      default:
        return row.edgeField(type, part);
    }
  };
  return jsonObject(context.fieldsOf(type, sets).map((part) => [part.name, compile(part)]));
}

function compilePageInfo(
  paged: PagedList,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): JsonFragment[] {
  const { size, backward, ends } = paged;
  const more = sql`exists (select 1 from p where n > ${size})`;
  const isAny = (inside: boolean, end: End): JsonFragment => {
    const all = [...(inside ? [more] : []), ...(ends.includes(end) ? [paged.isBeyond(end)] : [])];
    return all.length === 0
      ? 'false'
      : sql`(select case when ${sql.join(all, sql` or `)} then 'true' else 'false' end)`;
  };
  const values: Record<string, () => JsonFragment> = {
    __typename: () => JSON.stringify(type.name),
    hasNextPage: () => isAny(!backward, 'before'),
    hasPreviousPage: () => isAny(backward, 'after'),
    startCursor: () => cursorAt(paged, backward ? 'last' : 'first'),
    endCursor: () => cursorAt(paged, backward ? 'first' : 'last'),
  };
  return jsonObject(
    paged.context.fieldsOf(type, sets).map(({ name, field }) => {
      const value = values[field.name];
      if (!value) throw new NotCompiled(`${type.name}.${field.name}`);
      return [name, [value()]];
    }),
  );
}

/** The cursor of the first or last row that was read for the page; null for an empty one. */
function cursorAt(paged: PagedList, which: 'first' | 'last'): SQL {
  const { cursor, tables } = paged.row(sql`p`);
  const way = sql.raw(which === 'first' ? 'asc' : 'desc');
  return orJsonNull(
    sql`(select json_quote(${cursor}) from ${tables} where p.n <= ${paged.size} order by p.n ${way} limit 1)`,
  );
}
