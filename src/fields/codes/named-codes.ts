import { retirable } from '../../db/codes/retired-codes.ts';
import type { TableName } from '../../db/relations.ts';
import type { ArgumentValues } from '../field-arguments.ts';
import type { FieldSpec, Kind, SpecOf } from '../field-spec.ts';
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

type ReadCodes<Of extends Kind> = {
  read(args: ArgumentValues, spec: SpecOf<Of>): readonly NamedCodes[];
}['read'];

const ofFilter = (shape: FilterShape, { filter }: { filter?: FilterValue }) =>
  fieldsWithin(shape, filter).flatMap(
    ({ path: argument, item: codes, field: { codesOf: table } }) =>
      table ? [{ argument, table, codes }] : [],
  );

/** What each kind of field reads of its arguments as codes; most kinds read none. */
const codesRead: { [Of in Kind]?: ReadCodes<Of> } = {
  connection: (args, { listing }) => ofFilter(listing, args),
  lookup(args: { by?: object }, spec) {
    const { of } = spec;
    const [argument = ''] = Object.keys(args);
    const [key] = Object.keys(args.by ?? {});
    const named = namedIn(spec, args).filter(({ typename }) => !of || typename === of.typename);
    return retiredIn(key === undefined ? argument : `${argument}.${key}`, named);
  },
  statement: (args, { statement }) => ofFilter(statement.filter, args),
};

/** How the codes are read that a field names; undefined where it names none. */
export const codesReadBy = ({ kind }: FieldSpec): ReadCodes<Kind> | undefined => codesRead[kind];

/** What ids name of that which can be retired, kind by kind; a link goes with either of its ends. */
function retiredIn(argument: string, ids: readonly GlobalId[]): readonly NamedCodes[] {
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
