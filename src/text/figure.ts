import { indexCodePoints } from './code-points.ts';

/** How the words around a number qualify it; the names are those of the API. */
type FigureQualifier =
  | 'EXACT'
  | 'MORE_THAN'
  | 'AT_LEAST'
  | 'ABOUT'
  | 'NEARLY'
  | 'AT_MOST'
  | 'LESS_THAN';

/** A number in digits that counts or measures something. */
export type Figure = {
  /** Where the number stands, 余, 多 and 万 included: code points, start included, end excluded. */
  start: number;
  end: number;
  /** The number with the qualifying words before and after it, but without its classifier. */
  qualifierStart: number;
  value: number;
  /** What 余 and 多 allow: 80余 is 80 to 90, the maximum itself excluded. */
  minimum: number | null;
  maximum: number | null;
  qualifier: FigureQualifier;
  perHead: boolean;
};

const digits = String.raw`[0-9０-９]+(?:[.．][0-9０-９]+)?`;
const figure = new RegExp(String.raw`(${digits})([余多])?(万亿|千|百|万|亿)?([余多])?`, 'gu');

/** What stands after a number that names a time or a rank and counts nothing. */
const notCounting = /^(?:[A-Za-z]|年|月|日|号|时|点|—|-|－|–|~|〜)/u;
const ordinalBefore = /(?:第|[A-Za-z.〔\d])$/u;

const before: [RegExp, FigureQualifier][] = [
  [/(?:不少于|至少|不低于)$/u, 'AT_LEAST'],
  [/(?:不超过|不多于|不高于|至多)$/u, 'AT_MOST'],
  [/(?:不到|不足|低于)$/u, 'LESS_THAN'],
  [/(?:超过|突破|多达|高于)$/u, 'MORE_THAN'],
  [/(?:大约|约|基本达到|大概)$/u, 'ABOUT'],
  [/(?:将近|接近|近)$/u, 'NEARLY'],
];

const after: [RegExp, FigureQualifier][] = [
  [/^[^\d,\uff0c。;\uff1b、]{0,4}?(?:以上|及以上)/u, 'AT_LEAST'],
  [/^[^\d,\uff0c。;\uff1b、]{0,4}?(?:以内|以下|之内)/u, 'AT_MOST'],
  [/^[^\d,\uff0c。;\uff1b、]{0,4}?(?:左右|上下)/u, 'ABOUT'],
];

const scales: Record<string, number> = { 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8, 万亿: 1e12 };

/**
 * Finds the figures of a text that are written in digits, in order. Years, dates, ordinals and
 * document numbers are none. Never guesses: what has no plain reading is left out.
 * Source of the forms: GB/T 15835-2011, 出版物上数字用法.
 */
export function readFigures(text: string): Figure[] {
  const points = indexCodePoints(text);
  return [...text.matchAll(figure)].flatMap((match) => {
    const [written, number = '', early, scale = '', late] = match;
    const { index } = match;
    const lead = text.slice(Math.max(0, index - 8), index);
    const rest = text.slice(index + written.length, index + written.length + 10);
    if (ordinalBefore.test(lead) || notCounting.test(rest)) return [];
    const bare = Number(toAscii(number));
    const value = round(bare * (scales[scale] ?? 1));
    const more = early ?? late;
    const said = more ? null : qualifierBefore(lead);
    const [words, qualifier] = said ?? ['', more ? 'MORE_THAN' : qualifierAfter(rest)];
    return [
      {
        start: points.toOffset(index),
        end: points.toOffset(index + written.length),
        qualifierStart: points.toOffset(index - words.length),
        value,
        minimum: more ? value : null,
        maximum: more ? round(value + stepAbove(bare, scale, early !== undefined)) : null,
        qualifier,
        perHead: perHead(text.slice(0, index)),
      },
    ];
  });
}

function qualifierBefore(lead: string): [string, FigureQualifier] | null {
  for (const [pattern, qualifier] of before) {
    const words = pattern.exec(lead)?.[0];
    if (words) return [words, qualifier];
  }
  return null;
}

function qualifierAfter(rest: string): FigureQualifier {
  return after.find(([pattern]) => pattern.test(rest))?.[1] ?? 'EXACT';
}

/**
 * How far 余 and 多 may reach. After the digits (80余, 20多万) up to the next step of their last
 * round place; after the scale (20万余) up to the next whole of the scale.
 */
function stepAbove(bare: number, scale: string, early: boolean): number {
  const unit = scales[scale] ?? 1;
  if (!early && scale) return unit;
  const zeros = /0*$/u.exec(String(bare))?.[0].length ?? 0;
  return 10 ** zeros * unit;
}

/** Whether 人均 governs the number: it stands before it in the same clause. */
function perHead(lead: string): boolean {
  return /人均[^,\uff0c。;\uff1b、]*$/u.test(lead.slice(-40));
}

function toAscii(number: string): string {
  return number.normalize('NFKC');
}

/** Keeps 1.39 × 10¹² from becoming 1389999999999.9998. */
function round(value: number): number {
  return Number(value.toPrecision(15));
}
