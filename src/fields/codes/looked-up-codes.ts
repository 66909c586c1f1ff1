import { retirable } from '../../db/codes/retired-codes.ts';
import { parseGlobalId } from '../global-id.ts';
import type { By } from '../global-id.ts';
import type { FieldCodes } from './named-codes.ts';

/** What a look-up names of that which can be retired. */
export function codesLookedUp(
  { typename }: { typename: string },
  { id, code }: By,
): readonly FieldCodes[] {
  if (id == null) return retiredIn('by.code', [{ typename, id: code ?? '' }]);
  const named = parseGlobalId(id);
  return named.typename === typename ? retiredIn('by.id', [named]) : [];
}

/** What ids name of that which can be retired. */
export const codesOfIds = (argument: string, ids: readonly unknown[]): readonly FieldCodes[] =>
  retiredIn(
    argument,
    ids.map((id) => parseGlobalId(String(id))),
  );

/** Kind by kind; a link goes with either of its ends. */
function retiredIn(
  argument: string,
  ids: readonly { typename: string; id: string }[],
): readonly FieldCodes[] {
  const named = ids.flatMap((id) => (id.typename === 'Link' ? endsOf(id.id) : id));
  return retirable.flatMap(({ table, typename }) => {
    const codes = named.filter((each) => each.typename === typename).map(({ id }) => id);
    return codes.length > 0 ? [{ argument, table, codes, isLookUp: true }] : [];
  });
}

/** Of `xinghe-2023/legal-advisers--legal-opinions`: its measure and its outcome. */
function endsOf(link: string): { typename: string; id: string }[] {
  const ends = /^([^/]+\/)(.+?)--(.+)$/.exec(link);
  if (!ends) return [];
  const [, report = '', measure = '', outcome = ''] = ends;
  return [
    { typename: 'Measure', id: report + measure },
    { typename: 'Outcome', id: report + outcome },
  ];
}
