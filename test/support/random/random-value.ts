import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import type { GraphQLInputType } from 'graphql';
import type { Rows } from '../../../src/importer/rows/rows.ts';
import type { Random } from '../corpus-rows.ts';
import { coded, tableOf } from '../filter-argument.ts';
import { typenames } from '../oracle.ts';

/** Where a value is asked for: the type that a field gives, and the names on the way to it. */
export type Wanted = { of: string; path: readonly string[] };

/** The same within an object: a filter reaches to the rows of its own type, whose codes it takes. */
export const within = (type: GraphQLInputType, wanted: Wanted, field: string): Wanted => ({
  of: /^(\w+)Filter$/.exec(getNamedType(type).name)?.[1] ?? wanted.of,
  path: [...wanted.path, field],
});

/** The table behind each type of the API that has codes. */
const tables: Readonly<Record<string, keyof Rows>> = Object.fromEntries(
  typenames.map((typename) => [typename, tableOf(typename)]),
);

const typed = [
  '审批',
  '复议',
  '县',
  '5g',
  'GDP增长',
  "o'brien",
  '行政决策',
  '𠮷',
  '撤销 审批',
  '没有',
  ' ',
];
const free = ['上半年', '撤销', '维持', '2020', "x' or 1=1 --", '"', '\u0001', '%', ''];

/** Values for arguments of the API, mostly such as find something in the rows. */
export function randomValues(rows: Rows, { below, chance, pick }: Random) {
  const codeOf = (table: keyof Rows) => {
    const list = rows[table] as readonly { code?: string }[];
    return (list.length > 0 && !chance(0.05) && pick(list).code) || 'no-such-code';
  };
  const idOf = () => {
    if (chance(0.1)) return pick(['', 'Measure', 'Nothing:r0001', 'Outcome:none', 'Meta:x']);
    const typename = pick(Object.keys(tables));
    return `${typename}:${codeOf(tables[typename]!)}`;
  };

  function text({ of, path }: Wanted): string {
    const name = path.at(-1)!;
    const table = coded[`${of}.${name}`] ?? coded[name];
    if (table) return codeOf(table);
    if (name === 'text') return pick(typed);
    if (name === 'ids' || (name === 'id' && of === 'Node')) return idOf();
    const own = tables[of];
    if (name === 'id') return chance(0.1) ? idOf() : `${of}:${own ? codeOf(own) : 'x'}`;
    if (['code', 'codes', 'after', 'before'].includes(name)) {
      if (of === 'SearchHit') return idOf();
      return own ? codeOf(own) : 'x';
    }
    if (name === 'from' || name === 'to') return `20${18 + below(7)}-0${1 + below(9)}-01`;
    return pick(free);
  }

  function whole(name: string): number {
    if (name === 'years') return 2018 + below(8);
    return chance(0.03) ? pick([-1, 101, 2_000]) : below(9);
  }

  /** A value of the type; undefined where it may be left out and is. */
  function valueOf(type: GraphQLInputType, wanted: Wanted, depth = 2): unknown {
    if (isNonNullType(type)) return valueOf(type.ofType, wanted, depth);
    if (isListType(type)) {
      const size = chance(0.1) ? 0 : 1 + below(3);
      return Array.from({ length: size }, () => valueOf(type.ofType, wanted, depth));
    }
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (isInputObjectType(type)) return objectOf(type, wanted, depth);
    if (!isScalarType(type)) throw new Error(`no values for ${String(type)}`);
    const name = wanted.path.at(-1)!;
    switch (type.name) {
      case 'Boolean':
        return chance(0.5);
      case 'Int':
        return whole(name);
      case 'Float':
        return pick([0, 0.5, 1, 2, 3.5, -30, -100, 5]);
      default:
        return text(wanted);
    }
  }

  function objectOf(type: GraphQLInputType, wanted: Wanted, depth: number): object {
    const named = getNamedType(type);
    if (!isInputObjectType(named)) throw new Error('no object');
    const fields = Object.values(named.getFields());
    const chosen = named.isOneOf
      ? [pick(fields)]
      : fields.filter((field) => isNonNullType(field.type) || chance(2 / fields.length));
    const drawn = Object.fromEntries(
      chosen
        .filter((field) => !isFilter(field.type) || depth > 0)
        .map((field) => {
          const isNull = !isNonNullType(field.type) && !named.isOneOf && chance(0.05);
          const own = within(named, wanted, field.name);
          return [field.name, isNull ? null : valueOf(field.type, own, depth - 1)];
        }),
    );
    const { from, to } = drawn as Record<string, string | number | null | undefined>;
    // In the wrong order they are refused, which needs no trying often.
    const isWrong = from != null && to != null && from > to && chance(0.95);
    return isWrong ? { ...drawn, from: to, to: from } : drawn;
  }

  return valueOf;
}

const isFilter = (type: GraphQLInputType) => getNamedType(type).name.endsWith('Filter');
