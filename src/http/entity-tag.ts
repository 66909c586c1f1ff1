import { createHash } from 'node:crypto';
import packageFile from '../../package.json' with { type: 'json' };
import { limitsSet, limitsThatHold } from '../limits.ts';
import type { SetLimits } from '../limits.ts';
import { publicOrigin } from '../public-origin.ts';

/**
 * The validator of what is made of a version of the data and of such parts. What answers is a part of it
 * in any case: the same question is answered otherwise by other software, under other limits, and where the
 * server is called otherwise.
 */
export const tagOfAnswer = (dataVersion: string, parts: readonly string[]) =>
  entityTagOf([dataVersion, packageFile.version, limitsTold(), publicOrigin(), ...parts]);

let written: { of: SetLimits; text: string } | null = null;

/** The limits as `meta.limits` tells them, written anew only after they were set. */
function limitsTold(): string {
  const of = limitsSet();
  if (written?.of !== of) {
    const text = JSON.stringify(limitsThatHold().map(([name, { value }]) => [name, value]));
    written = { of, text };
  }
  return written.text;
}

/** A strong validator made of all that an answer depends on. */
function entityTagOf(parts: readonly string[]): string {
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
  return ifNoneMatch.split(',').some((entry) => {
    const named = entry.trim().replace(/^W\//, '');
    // From the end of the tag itself on, since it may end in what a proxy puts there.
    const isBegun = named.startsWith(opaque.slice(0, -1));
    return named === opaque || (isBegun && proxyCoding.test(named.slice(opaque.length - 1)));
  });
}

/**
 * What a proxy that compresses for itself puts behind a tag: `"…-gzip"` (Apache), `"…--gzip"` (Jetty),
 * `"…;gzip"`. It asks with the tag that it has told, and the answer behind that is still the same.
 */
const proxyCoding = /^(?:--?|[;:+_.])(?:gzip|x-gzip|br|brotli|zstd|deflate|df)"$/i;

/**
 * Whether `If-None-Match` matches an answer that is there: by its tag, or by `*`, which is false "if the
 * origin server has a current representation for the target resource" (RFC 9110, 13.1.2), tagged or not.
 */
export const isMatched = (tag: string | undefined, ifNoneMatch: string | null | undefined) =>
  ifNoneMatch != null &&
  (ifNoneMatch.trim() === '*' || (tag !== undefined && isNamed(tag, ifNoneMatch)));
