import { aliasedTable, getTableAsAliasSQL, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { GraphQLNamedType, SelectionSetNode } from 'graphql';
import { countMatching, isHit, searchPage, snippetsOf } from '../db/search-page.ts';
import type { Search } from '../db/search-page.ts';
import { searchEntries } from '../db/tables/search.ts';
import { checkSearch, scopeOf } from '../fields/search.ts';
import type { SearchArguments } from '../fields/search.ts';
import { compileConnection, compileWindow } from './connection.ts';
import type { PageRow } from './connection.ts';
import { declaredOf } from '../fields/declared.ts';
import { tableNameOf } from '../fields/pothos-metadata.ts';
import { NotCompiled } from './operation.ts';
import type { Operation } from './operation.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { columnOf } from './relation.ts';
import { join, orNull } from './text.ts';
import type { Piece } from './text.ts';
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
  const edgeOf = (name: 'after' | 'before') => {
    if (args[name] == null) return null;
    const cursor = computed((now) => now[name]);
    operation.guards.push(sql`exists (${isHit(wanted, cursor)})`);
    return cursor;
  };
  const window = compileWindow(given);
  const after = edgeOf('after');
  const before = edgeOf('before');
  return compileConnection(
    {
      ...window,
      operation,
      ids: (limit) => searchPage(wanted, { limit, backward: window.backward, after, before }),
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
    cursor: sql`${entry.code}`,
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
