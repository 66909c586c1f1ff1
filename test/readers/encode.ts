/** Bytes of a text in GB 18030. */
export const encodeGb18030 = (text: string): Buffer => encode(text, 'gb18030');

/** Bytes of a text in an encoding, by what Node decodes: characters of two bytes only, which is all of GBK. */
export function encode(
  text: string,
  encoding: 'gb18030' | 'big5' | 'euc-kr' | 'shift_jis',
): Buffer {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const bytesOf = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      try {
        bytesOf.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
      } catch {
        // No character has these bytes.
      }
    }
  }
  return Buffer.from(
    Array.from(text).flatMap((character) => {
      const code = character.charCodeAt(0);
      const bytes = code < 0x80 ? [code] : bytesOf.get(character);
      if (!bytes) throw new Error(`${character} has no two bytes in ${encoding}`);
      return bytes;
    }),
  );
}

/** How a browser is run so that it neither shows nor fetches anything. */
export const chromeSafe = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
