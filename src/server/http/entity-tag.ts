import { createHash } from 'node:crypto';

/** A strong validator made of all that an answer depends on. */
export function entityTagOf(parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('\0')).digest('base64url');
  return `"${digest.slice(0, 22)}"`;
}

/**
 * The validator of a compressed answer. One that is strong would have to differ for each coding
 * (RFC 9110, 8.8.3.3), and before the answer is made nobody knows whether it is worth compressing;
 * a weak one says that the codings are equivalent, which is all that `If-None-Match` asks.
 */
export const weak = (tag: string) => (tag.startsWith('W/') ? tag : `W/${tag}`);

/**
 * Whether `If-None-Match` names a tag, compared weakly: "a recipient MUST use the weak comparison
 * function when comparing entity tags for If-None-Match" (RFC 9110, 13.1.2).
 */
export function isNamed(tag: string, ifNoneMatch: string | null | undefined): boolean {
  if (!ifNoneMatch) return false;
  const opaque = tag.replace(/^W\//, '');
  return ifNoneMatch.split(',').some((each) => {
    const named = each.trim().replace(/^W\//, '');
    return named === opaque || named.replace(proxyCoding, '"') === opaque;
  });
}

/**
 * What a proxy that compresses for itself puts behind a tag: `"…-gzip"` (Apache), `"…--gzip"` (Jetty),
 * `"…;gzip"`. It asks with the tag that it has told, and the answer behind that is still the same.
 */
const proxyCoding = /(?:--?|[;:+_.])(?:gzip|x-gzip|br|brotli|zstd|deflate|df)"$/i;

/** The same, or `*`, which every answer matches that is there. */
export const isKnown = (tag: string, ifNoneMatch: string | null | undefined) =>
  ifNoneMatch?.trim() === '*' || isNamed(tag, ifNoneMatch);
