import { Kind } from 'graphql';
import type { ValueNode } from 'graphql';
import { retirable } from '../../db/codes/retired-codes.ts';
import type { TableName } from '../../db/relations.ts';
import type { ArgumentValues } from '../field-arguments.ts';
import type { FieldSpec, SpecOf } from '../field-spec.ts';
import type { GlobalId } from '../global-id.ts';
import { namedIn } from '../kinds/lookup.ts';
import { fieldsWithin } from '../listing.ts';
import type { FilterShape, FilterValue } from '../listing.ts';

/** Codes that a field names, of which table, and in which argument. */
export type NamedCodes = {
  /** The argument and the fields in it, as `filter.measures.reports`. */
  argument: string;
  table: TableName;
  codes: readonly string[];
  /** Whether null is the answer to an unknown code, so that only a retired one is worth a word. */
  isLookUp?: boolean;
};

/** The filter of a field; null where it has none. */
export function filterOf(spec: FieldSpec): FilterShape | null {
  if (spec.kind === 'connection') return spec.listing;
  return spec.kind === 'statement' ? spec.statement.filter : null;
}

/** Whether a filter can name codes as it is written: what a variable holds may be any. */
export function canNameCodes(shape: FilterShape, written: ValueNode): boolean {
  if (written.kind === Kind.VARIABLE) return true;
  if (written.kind !== Kind.OBJECT) return false;
  return written.fields.some(({ name, value }) => {
    const field = shape.rules[name.value];
    if (!field) return false;
    const { codesOf, input } = field;
    return codesOf !== undefined || ('other' in input && canNameCodes(input.other(), value));
  });
}

/** How the codes are read that the arguments of a field name; null where it names none. */
export function codesReadBy(spec: FieldSpec): ((args: ArgumentValues) => NamedCodes[]) | null {
  const shape = filterOf(spec);
  if (shape) return (args) => inFilter(shape, args);
  return spec.kind === 'lookup' ? (args) => inLookUp(spec, args) : null;
}

const inFilter = (shape: FilterShape, { filter }: { filter?: FilterValue }): NamedCodes[] =>
  fieldsWithin(shape, filter).flatMap(
    ({ path: argument, item: codes, field: { codesOf: table } }) =>
      table ? [{ argument, table, codes }] : [],
  );

function inLookUp(spec: SpecOf<'lookup'>, args: ArgumentValues): NamedCodes[] {
  const { of } = spec;
  const [argument = ''] = Object.keys(args);
  const [key] = Object.keys(args['by'] ?? {});
  const named = namedIn(spec, args).filter(({ typename }) => !of || typename === of.typename);
  return retiredIn(key === undefined ? argument : `${argument}.${key}`, named);
}

/** What ids name of that which can be retired, kind by kind; a link goes with either of its ends. */
function retiredIn(argument: string, ids: readonly GlobalId[]): NamedCodes[] {
  const named = ids.flatMap((id) => (id.typename === 'Link' ? endsOf(id.id) : id));
  return retirable.flatMap(({ table, typename }) => {
    const codes = named.filter((each) => each.typename === typename).map(({ id }) => id);
    return codes.length > 0 ? [{ argument, table, codes, isLookUp: true }] : [];
  });
}

/** Of `xinghe-2023/legal-advisers--legal-opinions`: its measure and its outcome. */
function endsOf(link: string): GlobalId[] {
  const ends = /^([^/]+\/)(.+?)--(.+)$/.exec(link);
  if (!ends) return [];
  const [, report = '', measure = '', outcome = ''] = ends;
  return [
    { typename: 'Measure', id: report + measure },
    { typename: 'Outcome', id: report + outcome },
  ];
}
