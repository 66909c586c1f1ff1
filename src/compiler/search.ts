import { aliasedTable, getTableAsAliasSQL, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { GraphQLNamedType, SelectionSetNode } from 'graphql';
import type { End } from '../db/keyset.ts';
import { classOf, isEdge } from '../db/search/search-edge.ts';
import type { SearchEdge } from '../db/search/search-edge.ts';
import { countMatching, isBeyondEdge, searchPage, snippetsOf } from '../db/search/search-page.ts';
import type { Search } from '../db/search/matching.ts';
import { searchEntries } from '../db/tables/search.ts';
import { endsOf } from '../fields/page.ts';
import { checkSearch, scopeOf, searchName, searchPositionAt } from '../fields/search.ts';
import type { SearchArguments, SearchPosition } from '../fields/search.ts';
import { compileConnection, compileWindow } from './connection.ts';
import type { PageRow } from './connection.ts';
import { specOf } from '../fields/field-spec.ts';
import { tableNameOf } from '../fields/pothos-metadata.ts';
import { NotCompiled } from './compile-context.ts';
import type { CompileContext } from './compile-context.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { columnOf } from '../db/column-of.ts';
import { concatenate, orJsonNull } from './json-sql.ts';
import type { JsonFragment } from './json-sql.ts';
import { compileList, compileValues } from './values.ts';

/** What holds all the words, page by page. */
export function compileSearch(context: CompileContext, selected: Selected): SQL {
  const given = context.argumentsOf(selected, (args) => {
    checkSearch(args as SearchArguments);
  });
  const { args, computed } = given;
  // Each mention is a parameter of its own.
  const wanted: Search = {
    get typed() {
      return computed(({ text }) => text);
    },
    get scope() {
      return computed((now) => JSON.stringify(scopeOf(now as SearchArguments)));
    },
  };
  const edgeOf = (end: End): SearchEdge => {
    const part = (name: keyof SearchPosition) =>
      computed((now) => searchPositionAt(now, end)[name]);
    return {
      rank: part('rank'),
      class: part('class'),
      code: part('code'),
      report: part('report'),
    };
  };
  for (const end of endsOf(args)) context.preconditions.push(isEdge(wanted, edgeOf(end)));
  const window = compileWindow(given);
  const after = args['after'] == null ? null : edgeOf('after');
  const before = args['before'] == null ? null : edgeOf('before');
  return compileConnection(
    {
      ...window,
      context,
      ids: (limit) => searchPage(wanted, { limit, backward: window.backward, after, before }),
      columns: sql`id, rank`,
      isBeyond: (end) => isBeyondEdge(wanted, end, edgeOf(end)),
      row: (page) => compileHit(context, wanted, page),
      count: () => countMatching(wanted),
      facets: () => {
        throw new NotCompiled('facets of a search');
      },
    },
    selected,
  );
}

function compileHit(context: CompileContext, wanted: Search, page: SQL): PageRow {
  const entry = aliasedTable(searchEntries, context.freshAlias());
  return {
    tables: sql`${page} cross join ${getTableAsAliasSQL(entry)} on ${entry.id} = p.id`,
    cursor: sql`cursor_of(${sql.raw(`'${searchName}'`)}, p.rank, ${classOf(sql`p.id`)}, ${entry.code})`,
    node: (type, sets) => compileHitObject(context, wanted, entry, type, sets),
    edgeField: (edge, { field }) => {
      throw new NotCompiled(`${edge.name}.${field.name}`);
    },
  };
}

function compileHitObject(
  context: CompileContext,
  { typed }: Search,
  entry: typeof searchEntries,
  type: GraphQLNamedType,
  sets: readonly SelectionSetNode[],
): JsonFragment[] {
  if (!isObjectType(type)) throw new NotCompiled(type.name);
  const values = {
    plain: (name: string) => sql`${columnOf(entry, name)}`,
    list: () => null,
  };
  return compileValues(context, type, sets, values, (selected) => {
    const declared = specOf(selected.field);
    const named = getNamedType(selected.field.type);
    if (declared?.kind === 'hitNode') {
      return [compileFound(context, declared.tables, entry, selected)];
    }
    if (declared?.kind !== 'snippets' || !isObjectType(named)) throw new NotCompiled(type.name);
    return compileList(context, named, selected.sets, snippetsOf(typed, entry));
  });
}

/** The row that a hit stands for, of whichever type it is. */
function compileFound(
  context: CompileContext,
  tables: Readonly<Record<string, string>>,
  entry: typeof searchEntries,
  { field, sets }: Selected,
): SQL {
  const union = getNamedType(field.type);
  if (!isAbstractType(union)) throw new NotCompiled(field.name);
  const types = context.schema.getPossibleTypes(union);
  const cases = Object.entries(tables).map(([found, name]) => {
    const type = types.find((each) => tableNameOf(each) === name);
    if (!type) throw new NotCompiled(name);
    const place = { table: context.table(name as never), name: name as never };
    const row = concatenate(context.compilers.row(type, sets, place));
    const isIt = sql`${columnOf(place.table, 'searchId')} = ${entry.id}`;
    return sql` when ${sql.raw(`'${found}'`)} then (select ${row} from ${getTableAsAliasSQL(place.table)} where ${isIt})`;
  });
  return orJsonNull(sql`case ${entry.type}${sql.join(cases)} end`);
}
