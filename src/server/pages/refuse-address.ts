import { noStore } from '../../http/headers.ts';
import { sentenceOf } from '../../pages/address/left-out.ts';
import type { LeftOut } from '../../pages/address/left-out.ts';
import { aSwitch, oneOf, readAddress } from '../../pages/address/parts.ts';
import type { Parts } from '../../pages/address/parts.ts';
import { NotATable } from '../../table/fetch-pages.ts';
import { namedLanguageOf } from '../../table/in-language.ts';

/**
 * What is answered at the address of a file, which has no room to tell what was left out: in the words of
 * the page, and in English unless Chinese is asked for, as the API speaks. Null where all was understood.
 */
export function refuseAddress(url: URL, leftOut: readonly LeftOut[]): Response | null {
  if (leftOut.length === 0) return null;
  return Response.json({ errors: errorsOf(url, leftOut) }, { status: 400, headers: noStore });
}

const errorsOf = (url: URL, leftOut: readonly LeftOut[]) =>
  leftOut.map((part) => ({
    message: sentenceOf(part, namedLanguageOf(url) ?? 'en'),
    extensions: { code: 'BAD_USER_INPUT', parameter: part.name },
  }));

/** What the API's own address says of a table; the rest of it is the API's to read. */
const ofTables = { format: oneOf(['csv', 'jsonl']), all: aSwitch };

/** @throws NotATable where what is said of a table cannot be read */
export function checkTableAddress(url: URL): void {
  if (!url.searchParams.has('format')) return;
  const { leftOut } = readAddress(url.searchParams, ofTables);
  const told = leftOut.filter(({ name }) => name in ofTables || name === 'lang');
  if (told.length > 0) throw new NotATable({ status: 400, body: { errors: errorsOf(url, told) } });
}

/** The same for a file whose address takes these parts. */
export const refuseUnread = (url: URL, parts: Parts = {}): Response | null =>
  refuseAddress(url, readAddress(url.searchParams, parts).leftOut);
