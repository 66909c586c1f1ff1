import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { isAbstractType } from 'graphql';
import type { GraphQLNamedType } from 'graphql';
import type { TypedTable } from '../../fields/field-spec.ts';
import { eachOf, itemOf } from '../../db/json.ts';
import { namedIn } from '../../fields/kinds/lookup.ts';
import { tableNameOf } from '../../fields/pothos-metadata.ts';
import { NotCompiled } from '../compile-context.ts';
import type { CompileContext, CompileKind } from '../compile-context.ts';
import { jsonList, orJsonNull } from '../json-sql.ts';
import { selectRow, selectRowOf } from '../rows.ts';

/** What the arguments name, one or several in their order; null for each that is missing. */
export const compileLookup: CompileKind<'lookup'> = function* (context, selected, spec) {
  const { of, isList } = spec;
  const { computed } = context.argumentsOf(selected, (args) => namedIn(spec, args));
  const oneOf = (part: 'typename' | 'id') => computed((args) => namedIn(spec, args)[0]?.[part]);
  if (of) {
    const value = computed((args) => {
      const [named] = namedIn(spec, args);
      return named?.typename === of.typename ? named.id : null;
    });
    const row = { table: of.table, column: 'code', value };
    return [orJsonNull(yield* selectRow(context, selected, row))];
  }
  const cases = nodeTables(context, selected.type);
  const nodeOf = (which: SQL, value: SQL) =>
    selectRowOf(context, selected, { which, cases, column: 'code', value });
  if (!isList) return [orJsonNull(yield* nodeOf(oneOf('typename'), oneOf('id')))];
  const named = computed((args) =>
    JSON.stringify(namedIn(spec, args).map(({ typename, id }) => [typename, id])),
  );
  const each = sql.identifier(context.freshAlias());
  const value = sql`${each}.value`;
  const node = orJsonNull(yield* nodeOf(itemOf(value, 0), sql`(${itemOf(value, 1)})`));
  const order = { sqlite: sql``, postgres: sql` order by ${each}.key` };
  return jsonList(node, eachOf(named, each), order);
};

/** The tables of the types that anything with an id may be of, by their names. */
function nodeTables({ schema }: CompileContext, node: GraphQLNamedType): [string, TypedTable][] {
  if (!isAbstractType(node)) throw new NotCompiled(node.name);
  return schema.getPossibleTypes(node).map((type) => {
    const [typename, table] = [type.name, tableNameOf(type)];
    if (!table) throw new NotCompiled(typename);
    return [typename, { table, typename }];
  });
}
