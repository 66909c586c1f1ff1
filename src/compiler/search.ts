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
import { checkSearch, scopeOf, searchName, searchPlaceAt } from '../fields/search.ts';
import type { SearchArguments, SearchPlace } from '../fields/search.ts';
import { compileConnection, compileWindow } from './connection.ts';
import type { PageRow } from './connection.ts';
import { declaredOf } from '../fields/field-spec.ts';
import { tableNameOf } from '../fields/pothos-metadata.ts';
import { NotCompiled } from './compile-context.ts';
import type { Operation } from './compile-context.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { columnOf } from './relation.ts';
import { join, orNull } from './json-sql.ts';
import type { Piece } from './json-sql.ts';
import { compileList, compileValues } from './values.ts';

/** What holds all the words, page by page. */
export function compileSearch(operation: Operation, selected: Selected): SQL {
  const given = operation.argumentsOf(selected, (args) => {
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
    const part = (name: keyof SearchPlace) => computed((now) => searchPlaceAt(now, end)[name]);
    return {
      rank: part('rank'),
      class: part('class'),
      code: part('code'),
      report: part('report'),
    };
  };
  for (const end of endsOf(args)) operation.guards.push(isEdge(wanted, edgeOf(end)));
  const window = compileWindow(given);
  const after = args['after'] == null ? null : edgeOf('after');
  const before = args['before'] == null ? null : edgeOf('before');
  return compileConnection(
    {
      ...window,
      operation,
      ids: (limit) => searchPage(wanted, { limit, backward: window.backward, after, before }),
      columns: sql`id, rank`,
      isBeyond: (end) => isBeyondEdge(wanted, end, edgeOf(end)),
      row: (page) => compileHit(operation, wanted, page),
      count: () => countMatching(wanted),
      facets: () => {
        throw new NotCompiled('facets of a search');
      },
    },
    selected,
  );
}

function compileHit(operation: Operation, wanted: Search, page: SQL): PageRow {
  const entry = aliasedTable(searchEntries, operation.fresh());
  return {
    tables: sql`${page} cross join ${getTableAsAliasSQL(entry)} on ${entry.id} = p.id`,
    cursor: sql`cursor_of(${sql.raw(`'${searchName}'`)}, p.rank, ${classOf(sql`p.id`)}, ${entry.code})`,
    node: (type, sets) => compileHitObject(operation, wanted, entry, type, sets),
    edgeField: (edge, { field }) => {
      throw new NotCompiled(`${edge.name}.${field.name}`);
    },
  };
}

function compileHitObject(
  operation: Operation,
  { typed }: Search,
  entry: typeof searchEntries,
  type: GraphQLNamedType,
  sets: readonly SelectionSetNode[],
): Piece[] {
  if (!isObjectType(type)) throw new NotCompiled(type.name);
  const values = {
    plain: (name: string) => sql`${columnOf(entry, name)}`,
    list: () => null,
  };
  return compileValues(operation, type, sets, values, (selected) => {
    const declared = declaredOf(selected.field);
    const named = getNamedType(selected.field.type);
    if (declared?.kind === 'hitNode') {
      return [compileFound(operation, declared.tables, entry, selected)];
    }
    if (declared?.kind !== 'snippets' || !isObjectType(named)) throw new NotCompiled(type.name);
    return compileList(operation, named, selected.sets, snippetsOf(typed, entry));
  });
}

/** The row that a hit stands for, of whichever type it is. */
function compileFound(
  operation: Operation,
  tables: Readonly<Record<string, string>>,
  entry: typeof searchEntries,
  { field, sets }: Selected,
): SQL {
  const union = getNamedType(field.type);
  if (!isAbstractType(union)) throw new NotCompiled(field.name);
  const types = operation.schema.getPossibleTypes(union);
  const cases = Object.entries(tables).map(([found, name]) => {
    const type = types.find((each) => tableNameOf(each) === name);
    if (!type) throw new NotCompiled(name);
    const place = { table: operation.table(name as never), name: name as never };
    const row = join(operation.compilers.row(type, sets, place));
    const isIt = sql`${columnOf(place.table, 'searchId')} = ${entry.id}`;
    return sql` when ${sql.raw(`'${found}'`)} then (select ${row} from ${getTableAsAliasSQL(place.table)} where ${isIt})`;
  });
  return orNull(sql`case ${entry.type}${sql.join(cases)} end`);
}
