/** What a cursor carries: names, keys and codes. */
export type CursorPart = string | number;

/** Parts as an opaque text that needs no escaping in an address. */
export const writeCursor = (parts: readonly CursorPart[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** The parts of a cursor; null for every text that {@link writeCursor} cannot have written. */
export function readCursor(text: string): readonly CursorPart[] | null {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
  // Written again, it shows what the decoders forgive: other alphabets, padding, white space.
  return Array.isArray(parts) && parts.every(isPart) && writeCursor(parts) === text ? parts : null;
}

const isPart = (part: unknown): part is CursorPart =>
  typeof part === 'string' || (typeof part === 'number' && Number.isFinite(part));
