import { noStore } from '../../http/headers.ts';
import { sentenceOf } from '../../pages/address/left-out.ts';
import type { LeftOut } from '../../pages/address/left-out.ts';
import { readAddress } from '../../pages/address/parts.ts';
import type { Parts } from '../../pages/address/parts.ts';
import { namedLanguageOf } from '../../table/in-language.ts';

/**
 * What is answered at the address of a file, which has no room to tell what was left out: in the words of
 * the page, and in English unless Chinese is asked for, as the API speaks. Null where all was understood.
 */
export function refuseAddress(url: URL, leftOut: readonly LeftOut[]): Response | null {
  if (leftOut.length === 0) return null;
  const language = namedLanguageOf(url) ?? 'en';
  const errors = leftOut.map((part) => ({
    message: sentenceOf(part, language),
    extensions: { code: 'BAD_USER_INPUT', parameter: part.name },
  }));
  return Response.json({ errors }, { status: 400, headers: noStore });
}

/** The same for a file whose address takes these parts. */
export const refuseUnread = (url: URL, parts: Parts = {}): Response | null =>
  refuseAddress(url, readAddress(url.searchParams, parts).leftOut);
