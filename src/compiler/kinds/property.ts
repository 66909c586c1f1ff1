import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { isLeafType } from 'graphql';
import type { Selection } from '../../fields/collect-fields.ts';
import { madeListOf } from '../../db/dialect.ts';
import type { MadeList } from '../../db/dialect.ts';
import { asJson, asText, eachOf, jsonItemOf, memberOf } from '../../db/json.ts';
import { specIn } from '../../fields/kinds/plain.ts';
import { NotCompiled, valuesIn } from '../compile-context.ts';
import type { CompileContext, CompileKind, NamedValues } from '../compile-context.ts';
import { concatenate, jsonLeaf, jsonList } from '../json-sql.ts';
import type { Fill } from '../filled-in.ts';
import type { InSteps } from '../in-steps.ts';
import type { JsonFragment } from '../json-sql.ts';

/** The members of a JSON object. */
const membersOf = (json: SQL): NamedValues => ({
  plain: (name) => memberOf(json, name),
  list: (name) => jsonItemOf(json, name),
});

/** A value of an object that is no row of a table, by the name that the arguments choose. */
export const compileProperty: CompileKind<'property'> = (context, selected, { of }, source) => {
  const { field, type, isList } = selected;
  const values = valuesIn(source, field);
  const name = of(context.argumentsOf(selected).args);
  if (isLeafType(type) && isList) {
    const list = values.list(name);
    return [list ? asText(list) : 'null'];
  }
  if (isLeafType(type)) {
    const value = values.plain(name);
    return value ? jsonLeaf(type, value) : ['null'];
  }
  const list = values.list(name);
  if (!isList || !list) throw new NotCompiled(field.name);
  const made = madeListOf(list);
  if (made && context.dialect !== 'sqlite') {
    return [context.filledIn(made.from, writeList(made.make, writerOf(context, selected)))];
  }
  return compileObjects(context, selected, list);
};

/** The objects of a JSON list, no more than `limit` where there is one. */
export function* compileObjects(
  context: CompileContext,
  selection: Selection,
  list: SQL,
  limit?: SQL,
): InSteps<JsonFragment[]> {
  const item = sql.identifier(context.freshAlias());
  const text = concatenate(yield* context.read(selection, membersOf(sql`${item}.value`)));
  const bound = limit ? sql` where ${item}.key < ${limit}` : sql``;
  const order = { sqlite: sql``, postgres: sql` order by ${item}.key` };
  return jsonList(text, sql`${eachOf(list, item)}${bound}`, order);
}

type Item = Readonly<Record<string, unknown>>;
type WriteItem = (item: Item) => string;

/** What writes the fields that are selected of an object of this process as JSON. */
function writerOf(context: CompileContext, selection: Selection): WriteItem {
  const [parent, fields] = context.fieldsOf(selection);
  return joinMembers(
    fields.map((selected): [string, WriteItem] => {
      const head = `${JSON.stringify(selected.name)}:`;
      if (selected.field.name === '__typename') return [head, () => JSON.stringify(parent.name)];
      const spec = specIn(parent, selected, null);
      if (spec?.kind !== 'property') throw new NotCompiled(selected.field.name);
      const name = spec.of(context.argumentsOf(selected).args);
      return [
        head,
        writeMember(name, isLeafType(selected.type) ? null : writerOf(context, selected)),
      ];
    }),
  );
}

/*
 * A plan is kept for long, and with it whatever its functions can see: made out here they see nothing of
 * what was needed only to compile it.
 */

const joinMembers =
  (members: readonly (readonly [head: string, write: WriteItem])[]): WriteItem =>
  (item) =>
    `{${members.map(([head, write]) => head + write(item)).join(',')}}`;

const writeMember =
  (name: string, write: WriteItem | null): WriteItem =>
  (item) => {
    const value = item[name] ?? null;
    return write && Array.isArray(value)
      ? `[${(value as Item[]).map(write).join(',')}]`
      : JSON.stringify(value);
  };

const writeList =
  (make: MadeList['make'], write: WriteItem): Fill =>
  (given) =>
    `[${make(given as never)
      .map((item) => write(item as Item))
      .join(',')}]`;

/** A value object that comes with the request, as one parameter. */
export const compileContextValue: CompileKind<'context'> = (context, selected, { value }) =>
  context.read(
    selected,
    membersOf(asJson(context.requestParameter((request) => JSON.stringify(value(request))))),
  );
