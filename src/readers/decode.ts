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

/** Of so many Chinese characters, the share that are common signs where the encoding is the right one. */
const fewCharacters = 50;
const commonShare = 0.01;

/** Bytes of another encoding, such as Big5, nearly always form characters of GB 18030, but rare ones. */
function decodeGb18030(bytes: Uint8Array): Decoded {
  const decoded = decode('gb18030', bytes);
  const characters = decoded.text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const common = decoded.text.match(/[，。、；的,;]/g)?.length ?? 0;
  if (characters >= fewCharacters && common < characters * commonShare) {
    throw new UnreadableFile(
      'unknown-characters',
      'It is no text in UTF-8, UTF-16 or GB 18030.',
      'Save it anew in UTF-8.',
    );
  }
  return decoded;
}

/**
 * Bytes as text. The bytes decide, never what the file declares: a byte order mark, else UTF-8 where
 * they are UTF-8, else GB 18030. UTF-8 with a few broken bytes is not read as GB 18030, which would turn
 * every other character into a wrong one.
 * @throws {UnreadableFile} where they are in another encoding
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  const asUtf8 = decode('utf-8', bytes);
  if (!asUtf8.isBroken) return asUtf8;
  // Bytes of GB 18030 hardly ever form a Chinese character of UTF-8, which has three.
  const whole = asUtf8.text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const broken = asUtf8.text.match(/\ufffd/g)?.length ?? 0;
  return whole > broken ? asUtf8 : decodeGb18030(bytes);
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
