import { simplified, traditional } from './traditional-characters.ts';

/** Each UTF-16 unit as its simplified character, where it is a traditional or a compatibility one. */
const simple = Uint16Array.from({ length: 0x10000 }, (_, unit) => {
  const isCompatible = (unit >= 0x2f00 && unit <= 0x2fd5) || (unit >= 0xf900 && unit <= 0xfaff);
  return isCompatible ? String.fromCharCode(unit).normalize('NFKC').charCodeAt(0) : unit;
});
Array.from(traditional).forEach((character, nth) => {
  simple[character.charCodeAt(0)] = simplified.charCodeAt(nth);
});

/** A character as its simplified form; beyond the basic plane as it stands. */
export const simplify = (character: string): string =>
  character.length === 1 ? String.fromCharCode(simple[character.charCodeAt(0)] ?? 0) : character;

/** Whether a text holds a character that is another one when simplified: a traditional one, a radical. */
export function hasVariants(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (simple[unit] !== unit) return true;
  }
  return false;
}

const stretch = 8192;

/** A text in simplified characters, unit by unit: every place of it is that of the text itself. */
export function simplifyText(text: string): string {
  if (!hasVariants(text)) return text;
  const pieces: string[] = [];
  for (let from = 0; from < text.length; from += stretch) {
    const units = new Uint16Array(Math.min(stretch, text.length - from));
    for (let at = 0; at < units.length; at += 1)
      units[at] = simple[text.charCodeAt(from + at)] ?? 0;
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join('');
}
