/**
 * The ladders by which texts of the genre number what they say. A rung is told by its look alone; which
 * rung holds which is seen from the order in the text at hand (`nest.ts`).
 */
export type Rung =
  | 'PART'
  | 'CHAPTER'
  | 'SECTION'
  | 'COMMA'
  | 'BRACKET'
  | 'DOT'
  | 'DIGIT_BRACKET'
  | 'DIGIT_HALF'
  | 'CIRCLE'
  | 'YISHI'
  | 'DIYI'
  | 'DASH'
  | 'BULLET';

/** A number as it stands at the head of a point; `length` in UTF-16 units, `ordinal` 0 where it has none. */
export type LadderMark = {
  readonly rung: Rung;
  readonly length: number;
  readonly ordinal: number;
};

const han = '[一二三四五六七八九十]{1,3}';

/** In either width of their marks; the first that fits decides. Made from the ladders of GB/T 9704 and of speech. */
const shapes: readonly (readonly [Rung, RegExp])[] = [
  ['PART', new RegExp(`^第(${han})部分[：:、，]?`, 'u')],
  ['CHAPTER', new RegExp(`^第(${han})章[：:、]?`, 'u')],
  ['SECTION', new RegExp(`^第(${han})节[：:、]?`, 'u')],
  ['COMMA', new RegExp(`^(${han})[、.．](?=.)`, 'u')],
  ['BRACKET', new RegExp(`^[（(〔](${han})[）)〕]、?`, 'u')],
  ['DIGIT_BRACKET', /^[（(]([0-9０-９]{1,2})[）)]、?/u],
  ['DIGIT_HALF', /^([0-9０-９]{1,2})[）)]/u],
  ['DOT', /^([0-9０-９]{1,2})(?:[.．](?:(?![0-9０-９])|(?=20\d\d年|\d{1,2}月))|、)/u],
  ['CIRCLE', /^([①-⑳])/u],
  ['YISHI', new RegExp(`^(${han})(?:是(?!否)|要(?![素求点件]))(?:要)?[，,：:]?`, 'u')],
  ['DIYI', new RegExp(`^第(${han})(?:是|[，,、：:])`, 'u')],
  ['DASH', /^(?:——|──|――|—|–|－－|--)(?=[\p{Script=Han}“《])/u],
  ['BULLET', /^[●■◆▲★◇□○•·➢▶►※☆](?=.)/u],
];

/** The number at the head of some words; null where none stands there. */
export function readMark(words: string): LadderMark | null {
  const first = words.charCodeAt(0);
  // Most words begin with a Chinese character that begins no number.
  if (first >= 0x4e00 && first <= 0x9fff && !'第一二三四五六七八九十'.includes(words.charAt(0))) {
    return null;
  }
  for (const [rung, shape] of shapes) {
    const [mark, number] = shape.exec(words) ?? [];
    if (mark !== undefined) return { rung, length: mark.length, ordinal: ordinalOf(number) };
  }
  return null;
}

export const startsWithMark = (words: string): boolean => readMark(words) !== null;

/** What a number of a ladder is worth: 十二, 12, ⑫; 0 where there is none. */
function ordinalOf(number: string | undefined): number {
  if (number === undefined) return 0;
  if (/^[①-⑳]$/u.test(number)) return (number.codePointAt(0) ?? 0x245f) - 0x245f;
  const digits = number.normalize('NFKC');
  if (/^\d+$/.test(digits)) return Number(digits);
  const worth = (sign: string, otherwise: number) =>
    sign === '' ? otherwise : '一二三四五六七八九'.indexOf(sign) + 1;
  if (!number.includes('十')) return worth(number, 0);
  const [tens = '', ones = ''] = number.split('十');
  return worth(tens, 1) * 10 + worth(ones, 0);
}
