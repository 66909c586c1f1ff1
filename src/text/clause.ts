import { verbsOfDoing } from './verbs-of-doing.ts';

/** A clause of a text: code points, start included, end excluded, white space at its ends left out. */
export type Clause = { text: string; start: number; end: number };

/** What ends a sentence, or what a semicolon sets apart in it, to stand between the brackets of a class. */
export const sentenceMarks = '。；;！!？?\\n';
export const sentenceEnd = new RegExp(`[${sentenceMarks}]`, 'u');

const ends = new Set('\uff0c,\uff1b;\u3002\uff01!\uff1f?\n');

/** What keeps its words together, whatever stands between: quotations, titles, brackets. */
export const closingMarks: ReadonlyMap<string, string> = new Map(
  ['“”', '‘’', '「」', '『』', '《》', '〈〉', '()', '\uff08\uff09', '〔〕', '【】'].map((pair) => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
);

/**
 * The clauses of a text: what stands between two commas, semicolons, full stops or line ends, a
 * quotation, a title or a bracket never cut. A bracket that its own line does not close keeps nothing.
 */
export function findClauses(text: string): readonly Clause[] {
  if (text.length < long) return readClauses(text);
  if (last?.text !== text) last = { text, clauses: readClauses(text) };
  return last.clauses;
}

/** Whoever drafts or checks a report asks for the clauses of its text several times. */
let last: { readonly text: string; readonly clauses: readonly Clause[] } | null = null;
const long = 500;

function readClauses(text: string): Clause[] {
  const points = Array.from(text);
  const partners = pairMarks(points);
  const clauses: Clause[] = [];
  let start = 0;
  const close = (end: number) => {
    let [from, to] = [start, end];
    while (from < to && isSpace(points[from])) from += 1;
    while (to > from && isSpace(points[to - 1])) to -= 1;
    if (to > from) clauses.push({ text: points.slice(from, to).join(''), start: from, end: to });
  };
  for (let at = 0; at < points.length; at += 1) {
    const point = points[at] ?? '';
    if (closingMarks.has(point)) {
      at = partners.get(at) ?? at;
    } else if (ends.has(point) && !(point === ',' && isInNumber(points, at))) {
      close(at);
      start = at + 1;
    }
  }
  close(points.length);
  return clauses;
}

/** 2,417: a comma between digits ends nothing. */
const isInNumber = (points: readonly string[], at: number): boolean =>
  /^\d\d{3}$/.test(`${points[at - 1] ?? ''}${points.slice(at + 1, at + 4).join('')}`);

const isSpace = (point: string | undefined) => point !== undefined && /^\s$/u.test(point);

const openingMarks: ReadonlyMap<string, string> = new Map(
  [...closingMarks].map(([opening, closing]) => [closing, opening]),
);

/** By where marks open: where each closes, in the same line. Linear, however many never do. */
function pairMarks(points: readonly string[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open = new Map<string, number[]>();
  points.forEach((point, at) => {
    if (point === '\n') open.clear();
    if (closingMarks.has(point)) {
      const waiting = open.get(point);
      if (waiting) waiting.push(at);
      else open.set(point, [at]);
    }
    const opened = open.get(openingMarks.get(point) ?? '')?.pop();
    if (opened !== undefined) partners.set(opened, at);
  });
  return partners;
}

/** Whether it holds a verb that says what was done (做法动词), so that it may tell an act or a result. */
export const saysWhatWasDone = (clause: string): boolean =>
  verbsOfDoing.some((verb) => clause.includes(verb));
