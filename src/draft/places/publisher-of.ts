import { createHash } from 'node:crypto';
import { isSignature } from '../structure/body.ts';
import { placeTable } from './place-table.ts';
import type { TablePlace } from './place-table.ts';

/** An organization as it comes into a vocabulary. */
export type NewOrganization = {
  readonly code: string;
  readonly name: string;
  /** Code of the place that it serves. */
  readonly place: string;
};

/** Who published a report: a code of the vocabulary, and the entry where it had none of that name. */
export type FoundPublisher = { readonly code: string; readonly added: NewOrganization | null };

/** What sites put behind the name of the body whose site it is. */
const ofSite = /(?:门户|官方|政务)?(?:网站|网)$/u;
/** 我局, 各部门: a body, but not which. */
const isPronoun = /^(?:我|本|各|全|该|有关|相关)/u;

/** Whether words name a body by themselves. */
export const isBodyName = (name: string): boolean => isSignature(name) && !isPronoun.test(name);

/**
 * The organization that a file names as its publisher. A body that the vocabulary lacks comes into it, under a
 * code that every draft gives it; a name that is none of a body, such as that of an account, gives null.
 * @param known by their names in Chinese: the codes of the vocabulary
 */
export function publisherOf(
  told: string,
  place: TablePlace,
  known: ReadonlyMap<string, string>,
): FoundPublisher | null {
  const name = inFull(told, place);
  const present = known.get(told) ?? known.get(name);
  if (present !== undefined) return { code: present, added: null };
  if (!isBodyName(name)) return null;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  const code = `org-${place.code}-${digest}`;
  return { code, added: { code, name, place: place.code } };
}

/** 县政府 in a report of 兴和县 is 兴和县人民政府; the places above it say nothing more. */
function inFull(told: string, place: TablePlace): string {
  const above = placeTable().chainOf(place).slice(1).toReversed();
  const bare = above.reduce(
    (name, { name: outer }) => (name.startsWith(outer) ? name.slice(outer.length) : name),
    told.replace(ofSite, ''),
  );
  const tier = place.name.slice(-1);
  const isShort = bare.startsWith(tier) && '省市县区旗州盟'.includes(tier);
  const named = isShort ? `${place.name}${bare.slice(1)}` : bare;
  return named.replace(/(?<!人民)政府$/u, '人民政府');
}
