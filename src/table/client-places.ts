import { getLocation, parse, visit } from 'graphql';
import type { ASTNode, DocumentNode, Source } from 'graphql';

/** Where something stands in a text, line and column counted from 1. */
type Place = { line: number; column: number };

/** A query as it is asked, made of nodes of the client’s own text and of others. */
export type AskedQuery = { document: DocumentNode; text: string };

type LocatedError = { locations?: readonly Place[] };

/**
 * Errors as whoever wrote the query can read them: a place in the text that was asked becomes the one in
 * the client’s own text, and is left out where the client’s has nothing of the kind.
 * @param own the client’s text
 */
export function inClientText(
  errors: readonly object[],
  asked: AskedQuery,
  own: Source | undefined,
): readonly object[] {
  const places = own ? placesOf(asked, own) : new Map<string, Place>();
  return errors.map((error) => {
    const { locations, ...rest } = error as LocatedError;
    const known = (locations ?? []).flatMap((place) => places.get(keyOf(place)) ?? []);
    return known.length > 0 ? { ...rest, locations: known } : rest;
  });
}

/** By each place in the text that was asked: where the client wrote what stands there. */
function placesOf({ document, text }: AskedQuery, own: Source): ReadonlyMap<string, Place> {
  // Printed and read again, a document has the same nodes in the same order.
  const written = nodesOf(document);
  const places = new Map<string, Place>();
  nodesOf(parse(text)).forEach(({ loc }, index) => {
    const original = written[index]?.loc;
    if (!loc || original?.source !== own) return;
    const key = keyOf(getLocation(loc.source, loc.start));
    if (!places.has(key)) places.set(key, getLocation(own, original.start));
  });
  return places;
}

const keyOf = ({ line, column }: Place) => `${line}:${column}`;

/** All nodes of a document but itself, which begins before its first word. */
function nodesOf(document: DocumentNode): ASTNode[] {
  const nodes: ASTNode[] = [];
  visit(document, { enter: (node) => void nodes.push(node) });
  return nodes.slice(1);
}
