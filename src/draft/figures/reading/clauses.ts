import type { PlacedNumeral } from './placed-numerals.ts';

/** A stretch of the flat text in UTF-16 units: start included, end excluded. */
export type Stretch = { readonly start: number; readonly end: number };

/** What stands between two marks; the inside of a bracket that holds figures is cut by itself. */
export type FigureClause = Stretch & {
  /** The mark that closes it: one of `,;:()` or empty at the end of its sentence. */
  readonly mark: string;
  readonly sentence: number;
  /** Clauses between two semicolons of one sentence have the same. */
  readonly stretch: number;
  readonly paragraph: number;
  /** Clauses of one point (要点) have the same, and no others; what stands before the first point of a paragraph is one too. */
  readonly point: number;
  /** Whether the number of a point begins it. */
  readonly opensPoint: boolean;
  readonly isBracketed: boolean;
  /** Its place among all clauses, and where its sentence begins. */
  readonly index: number;
  readonly sentenceStart: number;
};

const partners = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['《', '》'],
  ['〈', '〉'],
  ['「', '」'],
  ['【', '】'],
  ['[', ']'],
  ['〔', '〕'],
]);
const marks = /[,;:。!?\n()“‘《〈「【[〔]/g;
/** A quotation or a bracket that is longer keeps nothing together. */
const longest = 200;

/** A clause before its point is known. */
export type CutClause = Omit<FigureClause, 'point' | 'opensPoint'>;

type Cut = {
  clauses: CutClause[];
  start: number;
  sentence: number;
  stretch: number;
  paragraph: number;
  bracketEnd: number;
  sentenceStart: number;
};

/** Cuts a flat text at its marks, outside of numerals, quotations and titles. */
export function cutClauses(flat: string, numerals: readonly PlacedNumeral[]): CutClause[] {
  const cut: Cut = {
    clauses: [],
    start: 0,
    sentence: 0,
    stretch: 0,
    paragraph: 0,
    bracketEnd: -1,
    sentenceStart: 0,
  };
  let nextNumeral = 0;
  marks.lastIndex = 0;
  for (let found = marks.exec(flat); found !== null; found = marks.exec(flat)) {
    const at = found.index;
    while ((numerals[nextNumeral]?.end ?? Infinity) <= at) nextNumeral += 1;
    const numeral = numerals[nextNumeral];
    if (numeral !== undefined && numeral.start <= at) {
      marks.lastIndex = numeral.end;
      continue;
    }
    const end = keptUntil(flat, at, numerals, nextNumeral);
    if (end > at) marks.lastIndex = end;
    else closeAt(cut, flat, at);
  }
  close(cut, flat.length, '');
  return cut.clauses;
}

/** Where what opens here ends, if its words are kept together; else the place itself. */
function keptUntil(
  flat: string,
  at: number,
  numerals: readonly PlacedNumeral[],
  next: number,
): number {
  const mark = flat.charAt(at);
  if (mark === '(') {
    const end = partnerOf(flat, at, ')');
    return end > at && !holdsFigure(numerals, next, end) ? end : at;
  }
  const partner = partners.get(mark);
  return partner === undefined ? at : Math.max(partnerOf(flat, at, partner), at + 1);
}

function partnerOf(flat: string, at: number, closing: string): number {
  const near = flat.slice(at, at + longest + 1);
  const end = near.indexOf(closing);
  return end > 0 && !near.slice(0, end).includes('\n') ? at + end + 1 : at;
}

function holdsFigure(numerals: readonly PlacedNumeral[], next: number, end: number): boolean {
  for (let at = next; at < numerals.length; at += 1) {
    const numeral = numerals[at];
    if (numeral === undefined || numeral.start >= end) return false;
    if (numeral.quantity !== null) return true;
  }
  return false;
}

function closeAt(cut: Cut, flat: string, at: number): void {
  const mark = flat.charAt(at);
  const isInside = at < cut.bracketEnd;
  if (mark === '(') {
    close(cut, at, mark);
    cut.bracketEnd = partnerOf(flat, at, ')') - 1;
  } else if (mark === ')') {
    close(cut, at, mark);
    cut.bracketEnd = -1;
  } else if (/[。!?\n]/.test(mark)) {
    close(cut, at, '');
    if (!isInside) {
      cut.sentence += 1;
      cut.sentenceStart = at + 1;
      cut.stretch += 1;
      if (mark === '\n') cut.paragraph += 1;
    }
  } else {
    close(cut, at, mark);
    if (mark === ';' && !isInside) cut.stretch += 1;
  }
  cut.start = at + 1;
}

function close(cut: Cut, end: number, mark: string): void {
  const { clauses, start, sentence, stretch, paragraph, bracketEnd, sentenceStart } = cut;
  if (end > start) {
    const isBracketed = start <= bracketEnd && end <= bracketEnd;
    const place = { sentence, stretch, paragraph, isBracketed, sentenceStart };
    clauses.push({ start, end, mark, index: clauses.length, ...place });
  }
  cut.start = end;
}
