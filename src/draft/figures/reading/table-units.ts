import { readUnit } from '../../../text/numerals/quantities/unit.ts';

type Place = { readonly start: number; readonly end: number };
export type Cell = Place & {
  readonly words: string;
  /** Of a head below others: the one above, which may tell the unit of both. */
  readonly above?: Cell;
};
/** A unit and where it is told. */
export type ToldUnit = { readonly unit: string; readonly place: Place };

export const inBrackets = /[(（](?:单位[:：])?([^()（）\d]{1,5})[)）]/;
const inHead = /([件人次份个起宗户家场名条项部])(?:次)?数$/;
const inCaption = /单位[:：]\s*([^\s,，;；、)）\d]{1,5})/;
const number = /^[-+－−]?[\d０-９][\d０-９,，.．]*[万亿]*/;

/** A number alone, or with its unit (1,212件); a year heads columns. */
export function isNumber(words: string): boolean {
  const length = number.exec(words)?.[0].length ?? 0;
  const rest = words.slice(length);
  if (length === 0 || rest === '') return length > 0;
  return !/^[年月日]/.test(rest) && readUnit(words, length) === rest;
}

/** The unit that a caption above a table names: 单位：件. */
export function captionOf(line: string, start: number): ToldUnit | null {
  const found = inCaption.exec(line);
  if (!found?.[1]) return null;
  const at = start + found.index;
  return { unit: found[1], place: { start: at, end: at + found[0].length } };
}

/** The unit that the head of a column names, or else a cell of the row: 面积（亩）, 参训人数. */
export function unitIn(head: Cell | undefined, row: readonly Cell[]): ToldUnit | null {
  const heads = [head?.above, head];
  const inColumn = heads.flatMap((cell) => (cell ? toldIn(cell, inBrackets) : []));
  const inRow = row
    .filter(({ words }) => !isNumber(words))
    .flatMap((cell) => toldIn(cell, inBrackets));
  const byName = heads.flatMap((cell) => (cell ? toldIn(cell, inHead) : []));
  return inColumn[0] ?? inRow[0] ?? byName[0] ?? null;
}

function toldIn({ start, end, words }: Cell, shape: RegExp): ToldUnit[] {
  const unit = shape.exec(words)?.[1];
  return unit === undefined ? [] : [{ unit, place: { start, end } }];
}
