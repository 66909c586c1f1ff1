/** What an id names: a thing of a type by its code. */
export type GlobalId = { typename: string; id: string };

/** A thing's id in the whole API: its type, a colon, its code. */
export function globalId(typename: string, code: string | number | bigint): string {
  return `${typename}:${code}`;
}

/** The type and code of an id; a text without a colon names no thing and has an empty type. */
export function parseGlobalId(id: string): GlobalId {
  const colon = id.indexOf(':');
  return colon < 0
    ? { typename: '', id }
    : { typename: id.slice(0, colon), id: id.slice(colon + 1) };
}
