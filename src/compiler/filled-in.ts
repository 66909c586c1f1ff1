import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/** Makes a piece of JSON, as a text, of the JSON that the database gave for it. */
export type Fill = (given: unknown) => string;

/** Stands on either side of what is to be filled in. JSON has no such character in it. */
const mark = '\u0001';

/** The number of what is to be filled in, and what it is made of, which is no number. */
const marked = /^(\d+)(.*)$/s;

/** A piece of an answer that {@link fillIn} is to replace, by the number of what it is made by. */
export const markedFor = (fill: number, json: SQL): SQL =>
  sql`(chr(1) || ${sql.raw(`'${fill}'`)} || (${json})::text || chr(1))`;

/** Puts in place what an answer has marked. */
export function fillIn(fills: readonly Fill[]): (answer: Uint8Array) => Uint8Array {
  return (answer) => {
    const pieces = Buffer.from(answer).toString().split(mark);
    const filled = pieces.map((piece, at) => {
      if (at % 2 === 0) return piece;
      const [, number = '', json = 'null'] = marked.exec(piece) ?? [];
      return fills[Number(number)]?.(JSON.parse(json)) ?? 'null';
    });
    return Buffer.from(filled.join(''));
  };
}
