/** A thing's id in the whole API: its type, a colon, its code. */
export function globalId(typename: string, code: string | number | bigint): string {
  return `${typename}:${code}`;
}

/** The type and code of an id; a text without a colon names no thing and has an empty type. */
export function parseGlobalId(id: string): { typename: string; id: string } {
  const colon = id.indexOf(':');
  return colon < 0
    ? { typename: '', id }
    : { typename: id.slice(0, colon), id: id.slice(colon + 1) };
}

/** What a look-up is given: an id or a code. */
export type By = { id?: string | null; code?: string | null };

/** The code that a look-up of a type names; null for an id of another type. */
export function codeNamed(typename: string, { id, code }: By): string | null {
  if (id == null) return code ?? '';
  const named = parseGlobalId(id);
  return named.typename === typename ? named.id : null;
}
