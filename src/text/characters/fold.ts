/**
 * Folding for search keys: what a reader would type the same becomes the same. Nothing that is
 * stored, quoted or counted is ever folded.
 */

/** Full-width ASCII (U+FF01 to U+FF5E) and the ideographic space become half-width. */
export function narrowText(text: string): string {
  return text.replace(/[\u3000\uff01-\uff5e]/g, (wide) =>
    wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}

/** A text without white space, half-width and with straight quotation marks, and the way back. */
export type Bare = {
  readonly text: string;
  /** For each UTF-16 unit of the bare text, its index in the raw text. */
  readonly indices: Uint32Array;
};

const quotationMarks: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '—': '-',
  '–': '-',
  '〈': '<',
  '〉': '>',
};

/** Quotation marks, dashes and angle brackets become those of a keyboard. */
export function foldQuotes(character: string): string {
  return quotationMarks[character] ?? character;
}

/** A text that is long enough to be worth remembering: many quotes are looked for in it in turn. */
const long = 10_000;
let last: { text: string; bare: Bare } | null = null;

/** Strips what a person who retypes a quote most often gets wrong, unit by unit. */
export function bareText(text: string): Bare {
  if (text.length < long) return strip(text);
  if (last?.text !== text) last = { text, bare: strip(text) };
  return last.bare;
}

/** White space, marks that a letter of its own may hold, and what nobody sees. */
const unseen = /[\s\p{Cc}\p{Cf}\p{M}\u034f]/u;

/** A character as its letter and its marks; half of a pair stays as it is. */
const decompose = (unit: string) => (/[\ud800-\udfff]/.test(unit) ? unit : unit.normalize('NFD'));

function strip(text: string): Bare {
  const kept: string[] = [];
  const indices: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charAt(i);
    if (unit >= '\u3400' && unit <= '\u9fff') {
      kept.push(unit);
      indices.push(i);
      continue;
    }
    for (const plain of unit > '\u007f' ? decompose(unit) : unit) {
      if (unseen.test(plain)) continue;
      kept.push(foldQuotes(narrowText(plain)));
      indices.push(i);
    }
  }
  return { text: kept.join(''), indices: Uint32Array.from(indices) };
}
