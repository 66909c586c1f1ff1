import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { onlyPostgres, unlessPostgres } from '../db/dialect.ts';
import { countValues } from '../db/facet.ts';
import { jsonArray } from '../db/json.ts';
import type { End } from '../db/keyset.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { facetLimit } from '../fields/facets.ts';
import type { FieldArguments } from '../fields/field-arguments.ts';
import { partOf } from '../fields/field-spec.ts';
import type { ConnectionPart } from '../fields/field-spec.ts';
import { endsOf, windowOf } from '../fields/page.ts';
import type { PageSize } from '../fields/page.ts';
import type { PagedRows } from '../fields/statement.ts';
import { writeCursor } from '../text/cursor.ts';
import type { CursorPart } from '../text/cursor.ts';
import { NotCompiled } from './compile-context.ts';
import type { CompileContext, Compiling, ObjectSource } from './compile-context.ts';
import type { InSteps } from './in-steps.ts';
import { concatenate, jsonList, jsonListOfFirst, orJsonNull } from './json-sql.ts';
import type { JsonFragment } from './json-sql.ts';
import { recalledValue } from './recalled-page.ts';
import { compileObjects } from './kinds/property.ts';

/** One row of a page, read by what `p` holds of it under names that nothing else has. */
export type PageRow = {
  tables: SQL;
  /** What its cursor holds: its place in the list. */
  cursor: readonly SQL[];
  node: ObjectSource;
  /** What the fields of its edge are read from that are neither the cursor nor the node. */
  edge: ObjectSource;
};

/** The rows of a page as they are found. */
type RowsAlone = { row: PageRow; where: SQL; order: SQL; limit: SQL };

/** The rows of a page, as `PagedRows` has them, or numbered from 1 in their order as `n`. */
type FoundPage = SQL | { numbered: SQL };

/** What a list has to say so that its pages can be told. */
type PagedList = Omit<PagedRows, 'page'> & {
  page: (limit: SQL) => FoundPage;
  /** The rows of a page that is read forward and once, where nothing but their table says which they are. */
  alone?: ((limit: SQL) => RowsAlone) | undefined;
  /** A row, given where `p` comes from. */
  row: (page: SQL) => PageRow;
  /** The arguments of the page, which have been checked. */
  given: FieldArguments;
  pageSize?: PageSize;
};

/** A page of a list while its parts are compiled. */
type CompiledPage = PagedList & {
  context: CompileContext;
  /** How many rows it holds at most. */
  size: SQL;
  backward: boolean;
  /** Where its rows come from, those that are shown and one more, where they are kept. */
  kept: SQL;
  /** Where they come from for those who tell them, and which of them are shown. */
  from: SQL;
  within: SQL;
  /** What takes the place of both where the rows need not be found before they are read. */
  rows: RowsAlone | null;
};

/** A page of a list: what identifies its rows first, then each part of the connection from them. */
export function* compilePaged(
  context: CompileContext,
  selected: Selected,
  list: PagedList,
): InSteps<JsonFragment[]> {
  const { args, computed } = list.given;
  const { backward } = windowOf(args, list.pageSize);
  const size = computed((now) => windowOf(now, list.pageSize).size);
  const parts = context.fieldsOf(selected)[1].map(({ field }) => partOf(field)?.part);
  const readers = parts.filter((part) => part === 'nodes' || part === 'edges');
  // Where the page is read forward and no more than once, its rows need neither be kept nor counted.
  const isRead = readers.length > 0 || parts.includes('pageInfo');
  const isStreamed = readers.length <= 1 && !parts.includes('pageInfo') && !backward;
  // SQLite finds them by an index alone, and then reads them; PostgreSQL takes longer for any step than for a row.
  const isAlone = isStreamed && isRead && context.dialect !== 'sqlite';
  const rows = (isAlone && list.alone?.(size)) || null;
  const isKeptAsJson = list.isLarge === true && context.dialect === 'sqlite';
  const kept = isKeptAsJson ? sql`(${rowsInJson(list)}) p` : sql`p`;
  const found =
    rows || !isRead
      ? { from: kept, within: sql`false` }
      : isStreamed
        ? { from: sql`(${inOrder(list, list.page(size))}) p`, within: sql`true` }
        : { from: kept, within: sql`p.n <= ${size}` };
  yield;
  const page: CompiledPage = { ...list, ...found, kept, rows, context, size, backward };
  const text = yield* context.object(selected, (part, parent) => {
    const spec = partOf(part.field);
    if (!spec || spec.part === 'cursor' || spec.part === 'edgeNode' || spec.part === 'facet') {
      throw new NotCompiled(`${parent.name}.${part.field.name}`);
    }
    return partCompilers[spec.part](page, part);
  });
  if (isStreamed || !isRead) return text;
  const columns = columnsOf(list);
  const all = numbered(list, list.page(sql`${size} + 1`));
  yield;
  return isKeptAsJson
    ? [
        sql`(with found(list) as materialized (select json_group_array(json_array(n, ${columns})) from (${all})) select ${concatenate(text)} from found)`,
      ]
    : [sql`(with p(n, ${columns}) as materialized (${all}) select ${concatenate(text)})`];
}

/** The rows of a page of many tables, which SQLite takes apart once: of a list in JSON that it has made of them. */
const rowsInJson = ({ columns }: PagedList): SQL =>
  sql`select ${join(['n', ...columns].map((name, at) => sql`value ->> ${sql.raw(String(at))} as ${sql.identifier(name)}`))} from json_each(found.list)`;

const join = (parts: readonly SQLWrapper[]) => sql.join([...parts], sql`, `);
const columnsOf = ({ columns }: PagedList) => join(columns.map((name) => sql.identifier(name)));

/** The rows of a page with their numbers. */
const numbered = (list: PagedList, page: FoundPage): SQL =>
  'numbered' in page
    ? page.numbered
    : sql`select row_number() over () as n, ${columnsOf(list)} from (${page})${onlyPostgres(() => sql` r`)}`;

/** The rows of a page in their order; PostgreSQL is to be told of it by a number `n`. */
const inOrder = (list: PagedList, page: FoundPage): SQL =>
  'numbered' in page ? page.numbered : unlessPostgres(sql`${page}`, () => numbered(list, page));

/** How each part of a connection is told; one that is forgotten here does not type-check. */
const partCompilers: Record<ConnectionPart, (page: CompiledPage, part: Selected) => Compiling> = {
  nodes: (page, part) => eachRow(page, ({ node }) => page.context.read(part, node)),
  edges: (page, part) => eachRow(page, (row) => compileEdge(page, row, part)),
  pageInfo: compilePageInfo,
  totalCount: ({ context, count, wholeOf }) => [
    recalledValue(context, wholeOf, { type: 'bigint', of: () => sql`(${count()})` }),
  ],
  facets: (page, part) => page.context.object(part, (facet) => compileFacet(page, facet)),
};

function* eachRow(
  { row: rowOf, backward, from, within, rows }: CompiledPage,
  text: (row: PageRow) => InSteps<JsonFragment[]>,
): InSteps<JsonFragment[]> {
  if (rows) {
    const { row, where, order, limit } = rows;
    return jsonListOfFirst(concatenate(yield* text(row)), {
      from: sql`${row.tables} where ${where}`,
      order,
      limit,
    });
  }
  const row = rowOf(from);
  // Forward, the rows come in their order by themselves where SQLite reads them.
  const order = backward
    ? { sqlite: sql` order by p.n desc`, postgres: sql` order by p.n desc` }
    : { sqlite: sql``, postgres: sql` order by p.n` };
  return jsonList(concatenate(yield* text(row)), sql`${row.tables} where ${within}`, order);
}

function compileEdge(
  { context }: CompiledPage,
  row: PageRow,
  edges: Selected,
): InSteps<JsonFragment[]> {
  return context.object(edges, (selected, parent) => {
    const part = partOf(selected.field)?.part;
    if (part === 'cursor') return [cursorOf(context, row)];
    if (part === 'edgeNode') return context.read(selected, row.node);
    return context.field(parent, selected, row.edge);
  });
}

const cursorOf = (context: CompileContext, { cursor }: PageRow) =>
  context.dialect === 'sqlite'
    ? sql`json_quote(cursor_of(${join(cursor)}))`
    : context.filledIn(jsonArray(cursor), cursorText);

const cursorText = (parts: unknown) => JSON.stringify(writeCursor(parts as CursorPart[]));

function compileFacet(
  { context, counted, wholeOf }: CompiledPage,
  selected: Selected,
): InSteps<JsonFragment[]> {
  const spec = partOf(selected.field);
  if (spec?.part !== 'facet' || !counted) throw new NotCompiled(selected.field.name);
  const { facet } = spec;
  const { computed } = context.argumentsOf(selected, facetLimit);
  const values = recalledValue(context, wholeOf, {
    type: 'json',
    of: () => countValues(counted(facet), facet),
  });
  return compileObjects(context, selected, values, computed(facetLimit));
}

function compilePageInfo(page: CompiledPage, info: Selected): InSteps<JsonFragment[]> {
  const { size, backward, given } = page;
  const ends = endsOf(given.args);
  const more = sql`exists (select 1 from ${page.kept} where p.n > ${size})`;
  const isAny = (inside: boolean, end: End): JsonFragment => {
    const all = [...(inside ? [more] : []), ...(ends.includes(end) ? [page.isBeyond(end)] : [])];
    return all.length === 0
      ? 'false'
      : sql`(select case when ${sql.join(all, sql` or `)} then 'true' else 'false' end)`;
  };
  const values: Record<string, () => JsonFragment> = {
    hasNextPage: () => isAny(!backward, 'before'),
    hasPreviousPage: () => isAny(backward, 'after'),
    startCursor: () => cursorAt(page, backward ? 'last' : 'first'),
    endCursor: () => cursorAt(page, backward ? 'first' : 'last'),
  };
  return page.context.object(info, ({ field }, parent) => {
    const value = values[field.name];
    if (!value) throw new NotCompiled(`${parent.name}.${field.name}`);
    return [value()];
  });
}

/** The cursor of the first or last row that was read for the page; null for an empty one. */
function cursorAt(page: CompiledPage, which: 'first' | 'last'): SQL {
  const row = page.row(page.kept);
  const way = sql.raw(which === 'first' ? 'asc' : 'desc');
  return orJsonNull(
    sql`(select ${cursorOf(page.context, row)} from ${row.tables} where p.n <= ${page.size} order by p.n ${way} limit 1)`,
  );
}
