/**
 * How likely it is that a text was read in the right encoding: in the wrong one nearly all bytes still
 * form characters, but rare ones, of other scripts or for private use.
 */

/** The characters that an encoding of two bytes puts into rows `from` to `to` of its table. */
function rowsOf(encoding: string, from: number, to: number): string {
  const bytes: number[] = [];
  for (let lead = from; lead <= to; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const isOfBig5 = encoding === 'big5' && trail < 0x7f;
      if (trail >= 0xa1 || isOfBig5) bytes.push(lead, trail);
    }
  }
  const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
  return text.replaceAll(/[\ufffd\ue000-\uf8ff]/g, '');
}

let known: ReadonlySet<string> | null = null;

/** The signs of print and the characters that GB 2312 and Big5 hold to be in frequent use. */
const common = (): ReadonlySet<string> =>
  (known ??= new Set(
    `${rowsOf('gb18030', 0xa1, 0xa3)}${rowsOf('gb18030', 0xb0, 0xd7)}${rowsOf('big5', 0xa4, 0xc6)}` +
      '\u00a0•▪│┃㎡²³–',
  ));

/** So many characters of a text are looked at: they tell enough. */
const lookedAt = 20_000;

/**
 * Of the characters beyond ASCII the share that is in frequent use, from 0 to 1; 1 where there are none.
 * Right texts have 0.95 and more, simplified or traditional ones; wrong ones about a third.
 */
export function plausibilityOf(text: string): number {
  let all = 0;
  let frequent = 0;
  for (const character of text.slice(0, lookedAt * 4)) {
    if (character <= '\u007f') continue;
    all += 1;
    if (common().has(character)) frequent += 1;
    if (all === lookedAt) break;
  }
  return all === 0 ? 1 : frequent / all;
}
