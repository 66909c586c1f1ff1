import { join } from 'node:path';
import { placeTable } from '../places/place-table.ts';
import type { NewOrganization } from '../places/publisher-of.ts';
import { addEntries } from './add-entries.ts';

/** By file: the codes that it is known to hold, so that it is read once for each and not for every draft. */
const known = new Map<string, Set<string>>();

/** The codes of which a file is not known to hold them; `settle` says that it does now. */
function openIn(file: string, codes: readonly string[]) {
  const settled = known.get(file) ?? new Set<string>();
  known.set(file, settled);
  return {
    open: codes.filter((code) => !settled.has(code)),
    settle: () => {
      for (const code of codes) settled.add(code);
    },
  };
}

/**
 * Adds the places that drafts name, with those they lie in, to a vocabulary's places where it lacks them; an
 * import takes no others.
 * @returns the codes that were added
 */
export function addPlaces(folder: string, codes: readonly string[]): string[] {
  const file = join(folder, 'places.yaml');
  const { open, settle } = openIn(file, codes);
  if (open.length === 0) return [];
  const { byCode, chainOf } = placeTable();
  const chains = open.flatMap((code) => {
    const place = byCode(code);
    return place ? chainOf(place).toReversed() : [];
  });
  const places = new Map(chains.map((place) => [place.code, place]));
  const added = addEntries(
    file,
    [...places.values()].map(({ code, name, level, parent }) => {
      return { code, level, ...(parent !== null && { parent }), name: { zh: name } };
    }),
  );
  settle();
  return added;
}

/**
 * Adds the organization that published a draft's report to a vocabulary which lacks it.
 * @returns the codes that were added
 */
export function addOrganization(folder: string, { code, name, place }: NewOrganization): string[] {
  const file = join(folder, 'organizations.yaml');
  const { open, settle } = openIn(file, [code]);
  if (open.length === 0) return [];
  const entry = { code, name: { zh: name }, place };
  const added = addEntries(file, [entry]);
  settle();
  return added;
}
