/** Characters that nobody sees and that part words which look alike. */

const invisible = /\p{Cf}|\p{Cc}|\p{M}|\u00a0/gu;

const names: Readonly<Record<string, string>> = {
  '\u00a0': 'no-break space',
  '\u00ad': 'soft hyphen',
  '\u200b': 'zero width space',
  '\u200c': 'zero width non-joiner',
  '\u200d': 'zero width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u2060': 'word joiner',
  '\ufeff': 'byte order mark',
};

/**
 * The first character that nobody sees and that stands more often in one text than in the other, as
 * `U+200B (zero width space)`, and which of them has it; null where no such character parts them.
 */
export function hiddenDifference(
  one: string,
  other: string,
): { name: string; isInFirst: boolean } | null {
  const counts = new Map<string, number>();
  for (const [character] of one.matchAll(invisible)) add(counts, character, 1);
  for (const [character] of other.matchAll(invisible)) add(counts, character, -1);
  for (const [character, count] of counts) {
    if (count !== 0 && character !== '\n' && character !== '\r') {
      return { name: nameOf(character), isInFirst: count > 0 };
    }
  }
  return null;
}

function add(counts: Map<string, number>, character: string, by: number): void {
  counts.set(character, (counts.get(character) ?? 0) + by);
}

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase();
  const name = names[character] ?? (/\p{M}/u.test(character) ? 'combining mark' : undefined);
  return name === undefined ? `U+${code}` : `U+${code} (${name})`;
}
