import { sql } from 'drizzle-orm';
import type { SQL, Table } from 'drizzle-orm';
import { getNamedType, isObjectType } from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import { countValues } from '../db/facet.ts';
import type { End } from '../db/keyset.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { facetLimit } from '../fields/facets.ts';
import type { FieldArguments } from '../fields/field-arguments.ts';
import { partOf } from '../fields/field-spec.ts';
import type { ConnectionPart } from '../fields/field-spec.ts';
import type { Facet } from '../fields/listing.ts';
import { endsOf, windowOf } from '../fields/page.ts';
import type { PageSize } from '../fields/page.ts';
import { NotCompiled } from './compile-context.ts';
import type { CompileContext, ObjectSource } from './compile-context.ts';
import { concatenate, jsonList, orJsonNull } from './json-sql.ts';
import type { JsonFragment } from './json-sql.ts';
import { compileList } from './values.ts';

/** One row of a page, read by its id in `p` under names that nothing else has. */
export type PageRow = {
  tables: SQL;
  /** Its place in the list. */
  cursor: SQL;
  node: ObjectSource;
  /** What the fields of its edge are read from that are neither the cursor nor the node. */
  edge: ObjectSource;
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
  /** The rows that a facet counts, and how they are selected: what stands from `from` to the end. */
  counted: (facet: Facet) => { row: Table; from: SQL };
};

/** Which window the arguments of a page ask for; it must have been checked by `windowOf`. */
export function compileWindow({ args, computed }: FieldArguments, size?: PageSize): Window {
  const { backward } = windowOf(args, size);
  return {
    size: computed((now) => windowOf(now, size).size),
    backward,
    ends: endsOf(args),
  };
}

/** A page of a list: the ids of its rows first, then each part of the connection from them. */
export function compilePaged(paged: PagedList, { field, sets }: Selected): SQL {
  const { context, backward, size, columns = sql`id` } = paged;
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new NotCompiled(field.name);
  const parts = context.fieldsOf(type, sets).map((part) => partOf(part.field)?.part);
  const readers = parts.filter((part) => part === 'nodes' || part === 'edges');
  // Where the page is read forward and no more than once, its rows need neither be kept nor counted.
  const isStreamed = readers.length <= 1 && !parts.includes('pageInfo') && !backward;
  const rows: PageRows = isStreamed
    ? { page: sql`(${paged.ids(size)}) p`, within: sql`true` }
    : { page: sql`p`, within: sql`p.n <= ${size}` };
  const text = concatenate(
    context.object(type, sets, (part, parent) => compilePart(paged, rows, part, parent)),
  );
  if (isStreamed) return text;
  const ids = sql`select row_number() over (), ${columns} from (${paged.ids(sql`${size} + 1`)})`;
  return sql`(with p(n, ${columns}) as materialized (${ids}) select ${text})`;
}

/** Where a page's rows come from, and which of them are shown. */
type PageRows = { page: SQL; within: SQL };

/** How each part of a connection is told; one that is forgotten here does not type-check. */
const partCompilers: Record<
  ConnectionPart,
  (paged: PagedList, rows: PageRows, part: Selected) => JsonFragment[]
> = {
  nodes: (paged, rows, { field, sets }) =>
    eachRow(paged, rows, ({ node }) => paged.context.read(getNamedType(field.type), sets, node)),
  edges: (paged, rows, part) => eachRow(paged, rows, (row) => compileEdge(paged, row, part)),
  pageInfo: compilePageInfo,
  totalCount: (paged) => [sql`(${paged.count()})`],
  facets: (paged, _rows, { field, sets }) =>
    paged.context.object(getNamedType(field.type), sets, (part) => compileFacet(paged, part)),
};

function compilePart(
  paged: PagedList,
  rows: PageRows,
  part: Selected,
  parent: GraphQLObjectType,
): JsonFragment[] {
  const spec = partOf(part.field);
  if (!spec || spec.part === 'cursor' || spec.part === 'edgeNode' || spec.part === 'facet') {
    throw new NotCompiled(`${parent.name}.${part.field.name}`);
  }
  return partCompilers[spec.part](paged, rows, part);
}

function eachRow(
  { row: rowOf, backward }: PagedList,
  { page, within }: PageRows,
  text: (row: PageRow) => JsonFragment[],
): JsonFragment[] {
  const row = rowOf(page);
  // Forward, the rows come in their order by themselves.
  const order = backward ? sql` order by p.n desc` : sql``;
  return jsonList(concatenate(text(row)), sql`${row.tables} where ${within}`, order);
}

function compileEdge(
  { context }: PagedList,
  { cursor, node, edge }: PageRow,
  { field: edges, sets: ofEdges }: Selected,
): JsonFragment[] {
  return context.object(getNamedType(edges.type), ofEdges, (selected, parent) => {
    const { field, sets } = selected;
    const part = partOf(field)?.part;
    if (part === 'cursor') return [sql`json_quote(${cursor})`];
    if (part === 'edgeNode') return context.read(getNamedType(field.type), sets, node);
    return context.field(parent, selected, edge);
  });
}

function compileFacet({ context, counted }: PagedList, selected: Selected): JsonFragment[] {
  const { field, sets } = selected;
  const spec = partOf(field);
  if (spec?.part !== 'facet') throw new NotCompiled(field.name);
  const { computed } = context.argumentsOf(selected, facetLimit);
  const { row, from } = counted(spec.facet);
  const values = countValues(row, spec.facet, from);
  return compileList(context, getNamedType(field.type), sets, values, computed(facetLimit));
}

function compilePageInfo(
  paged: PagedList,
  _rows: PageRows,
  { field: info, sets }: Selected,
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
    hasNextPage: () => isAny(!backward, 'before'),
    hasPreviousPage: () => isAny(backward, 'after'),
    startCursor: () => cursorAt(paged, backward ? 'last' : 'first'),
    endCursor: () => cursorAt(paged, backward ? 'first' : 'last'),
  };
  return paged.context.object(getNamedType(info.type), sets, ({ field }, parent) => {
    const value = values[field.name];
    if (!value) throw new NotCompiled(`${parent.name}.${field.name}`);
    return [value()];
  });
}

/** The cursor of the first or last row that was read for the page; null for an empty one. */
function cursorAt(paged: PagedList, which: 'first' | 'last'): SQL {
  const { cursor, tables } = paged.row(sql`p`);
  const way = sql.raw(which === 'first' ? 'asc' : 'desc');
  return orJsonNull(
    sql`(select json_quote(${cursor}) from ${tables} where p.n <= ${paged.size} order by p.n ${way} limit 1)`,
  );
}
