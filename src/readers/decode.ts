import { plausibilityOf } from './plausible.ts';
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

/** A text with a lower share of characters in frequent use was read in a wrong encoding. */
const leastPlausible = 0.75;
const surelyPlausible = 0.95;

/** Of so many Chinese characters, the share that are among the most frequent of all where the encoding is the right one. */
const fewCharacters = 50;
const frequentShare = 0.1;

/** They make up two fifths of any text, the words of governments included; simplified and traditional forms. */
const frequent = new Set(
  '的一是在不了有和人这中大为上个国我以要时来用们到作地于出就分对成会可主发年动同工也能下过产面方后多定行学法所民经十三之进等部度家理现实加量体制机当使点从业本性应开合由其前全关各重新内数正明建月公情通展总设管件资级统将组计期区强府治政县市年这為個國來時們對會發動過產進現實體機當點從業應開關數總設資級統將組計區強縣',
);

/** So many characters of a text tell whether it is one. */
const enough = 100_000;

const charactersOf = (text: string): readonly string[] => text.match(/\p{Script=Han}/gu) ?? [];

const unknown = (what: string) =>
  new UnreadableFile(
    'unknown-characters',
    what,
    'Open it in the program that wrote it, look whether it is legible, and save it anew in UTF-8.',
  );

/** Korean and Japanese texts form characters of GB 18030 that are in use, but not the words of any text. */
function hasWords(text: string): boolean {
  const characters = charactersOf(text.slice(0, enough));
  const found = characters.filter((character) => frequent.has(character)).length;
  return characters.length < fewCharacters || found >= characters.length * frequentShare;
}

const isPlausible = ({ text }: Decoded): boolean =>
  plausibilityOf(text) >= leastPlausible && hasWords(text);

/** Encodings that say nothing of themselves; where two fit equally well the first decides. */
const silent = ['gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;

/** Bytes that are no UTF-8, in the one of the other encodings in which they make sense. */
function decodeSilent(bytes: Uint8Array): Decoded {
  const usual = decode('gb18030', bytes);
  const isUsual = plausibilityOf(usual.text) >= surelyPlausible && hasWords(usual.text);
  if (isUsual && !usual.text.includes('\0')) return usual;
  const isOfPairs = bytes.byteLength % 2 === 0;
  const whole = silent
    .filter((encoding) => isOfPairs || !encoding.startsWith('utf-16'))
    .map((encoding) => decode(encoding, bytes))
    .filter(({ isBroken, text }) => !isBroken && !text.includes('\0'))
    .map((decoded) => ({ decoded, plausibility: plausibilityOf(decoded.text) }))
    .toSorted((one, other) => other.plausibility - one.plausibility);
  const best = whole.find(({ decoded }) => isPlausible(decoded));
  if (best) return best.decoded;
  // A few broken bytes, or signs of control: the reader says where they are.
  if (isPlausible(usual)) return usual;
  throw unknown('It is no text in UTF-8, UTF-16, GB 18030 or Big5.');
}

const startsWith = (bytes: Uint8Array, ...mark: number[]) =>
  mark.every((byte, nth) => bytes[nth] === byte);

/**
 * Bytes as text. The bytes decide, never what the file declares: a byte order mark, else UTF-8 where
 * they are UTF-8, else the one of GB 18030, Big5 and UTF-16 in which they make sense. UTF-8 with a few broken
 * bytes is read as no other, which would turn every other character into a wrong one.
 * @throws {UnreadableFile} where they are in another encoding, or were saved in a wrong one before
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) {
    throw unknown('It is in UTF-32, which is not read.');
  }
  if (startsWith(bytes, 0xff, 0xfe)) return decode('utf-16le', bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return decode('utf-16be', bytes);
  const asUtf8 = decode('utf-8', bytes);
  if (isUtf8(asUtf8)) {
    refuseGarbled(asUtf8.text);
    return asUtf8;
  }
  // A mark of UTF-8 before bytes of another encoding was put there by mistake.
  const hasMark = startsWith(bytes, 0xef, 0xbb, 0xbf);
  const { text, isBroken } = decodeSilent(hasMark ? bytes.subarray(3) : bytes);
  return { text: text.replace(/^\ufeff/, ''), isBroken };
}

/** Bytes of other encodings hardly ever form a Chinese character of UTF-8, which has three; those of UTF-16 hold many zeros. */
function isUtf8({ text, isBroken }: Decoded): boolean {
  const isOfPairs = text.includes('\0') && charactersOf(text).length === 0;
  if (!isBroken || isOfPairs) return !isOfPairs;
  return charactersOf(text).length > (text.match(/\ufffd/g)?.length ?? 0);
}

/** The scripts that tables of two bytes hold, and what they have for private use. */
const ofTables =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Greek}\p{Script=Cyrillic}\p{Co}]/u;

/** Of nearly all characters of a text it is seen at once whether tables of two bytes hold them. */
function ofTablesIn(text: string): string {
  let found = '';
  for (const character of text) {
    const isUsual = character >= '\u4e00' && character <= '\u9fff';
    if (isUsual || (character > '\u007f' && ofTables.test(character))) found += character;
  }
  return found;
}

/** A text that was once read in a wrong encoding and saved so is whole UTF-8, and no text. */
function refuseGarbled(text: string): void {
  const start = text.slice(0, enough);
  if (charactersOf(start).length < fewCharacters) return;
  if (plausibilityOf(ofTablesIn(start)) >= leastPlausible) return;
  throw unknown('Most of its characters are rare ones: it was once saved in a wrong encoding.');
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
