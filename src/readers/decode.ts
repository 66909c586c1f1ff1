import { UnreadableFile } from './unreadable.ts';

/** The text of bytes, and whether some of them fit no character of their encoding (then U+FFFD stands there). */
export type Decoded = { readonly text: string; readonly isBroken: boolean };

const decode = (encoding: string, bytes: Uint8Array): Decoded => {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), isBroken: false };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), isBroken: true };
  }
};

/** Of the characters beyond ASCII, the share that may be broken in what is still taken for UTF-8. */
const brokenShare = 0.05;

/**
 * Bytes as text. The bytes decide, never what the file declares: a byte order mark, else UTF-8 where
 * they are UTF-8, else GB 18030. UTF-8 with a few broken bytes is not read as GB 18030, which would turn
 * every other character into a wrong one.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  const asUtf8 = decode('utf-8', bytes);
  if (!asUtf8.isBroken) return asUtf8;
  const beyondAscii = asUtf8.text.match(/[^\0-\u{7f}]/gu)?.length ?? 0;
  const broken = asUtf8.text.match(/\ufffd/g)?.length ?? 0;
  return broken <= beyondAscii * brokenShare ? asUtf8 : decode('gb18030', bytes);
}

/**
 * Refuses a text in which broken bytes have left their mark.
 * @throws {UnreadableFile} with the line of the first
 */
export function refuseBroken({ text, isBroken }: Decoded): void {
  const at = isBroken ? text.indexOf('\ufffd') : -1;
  if (at < 0) return;
  const line = text.slice(0, at).split('\n').length;
  throw new UnreadableFile(
    'broken',
    `Line ${line} holds bytes that are no character in UTF-8, UTF-16 or GB 18030.`,
    'Save the file anew in UTF-8.',
  );
}
