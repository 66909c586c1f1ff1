import { limits } from '../../limits.ts';
import { countCodePoints } from '../../text/code-points.ts';
import { leftOut, reasons } from './left-out.ts';
import type { LeftOut } from './left-out.ts';
import type { Language } from '../language/language.ts';

/** Of what a part of an address can be a code. */
export type CodesOf = 'places' | 'reports' | 'indicators' | 'outcomes';

/** A part of an address that a page reads: one value, or several parted by commas. */
export type Part<Value extends string = string> = {
  /** The value that a text stands for, in one spelling; null where it stands for none. */
  read: (text: string) => Value | null;
  canBe: Readonly<Record<Language, string>>;
  /** The values that it can take, if these are few. */
  values?: readonly string[];
  isList?: boolean;
  codesOf?: CodesOf;
};

export type Parts = Readonly<Record<string, Part>>;

/** What an address says, part by part. */
export type ValuesOf<Of extends Parts> = {
  readonly [Name in keyof Of]?: NonNullable<ReturnType<Of[Name]['read']>>;
};

/** What was understood of an address, and what was left out of it. */
export type ReadAddress<Of extends Parts = Parts> = {
  values: ValuesOf<Of>;
  leftOut: readonly LeftOut[];
};

export const oneOf = <Value extends string>(values: readonly Value[]): Part<Value> => ({
  read: (text) => values.find((value) => value === text) ?? null,
  canBe: reasons.oneOf,
  values,
});

const matching = (pattern: RegExp, canBe: Part['canBe']): Part => ({
  read: (text) => (pattern.test(text) ? text : null),
  canBe,
});

export const aYear = matching(/^\d{4}$/, reasons.year);
export const years: Part = { ...matching(/^\d{1,9}$/, reasons.years), isList: true };
export const someText: Part = {
  read: (text) => (countCodePoints(text) <= limits.searchCharacters.value ? text : null),
  canBe: reasons.tooLong,
};
export const aCode = (codesOf: CodesOf, isList = false): Part => ({ ...someText, codesOf, isList });
/** A place by its code, which may stand behind its name. */
export const aPlace = (isList = false): Part => ({
  ...aCode('places', isList),
  read: (text) => /(?:^|\s)(\d{2,12})$/.exec(text)?.[1] ?? someText.read(text),
});
export const aPage = matching(/^[1-9]\d{0,5}$/, reasons.page);
export const aCursor: Part = { read: (text) => text, canBe: reasons.cursor };
/** What is asked for by a 1, as a view of a page. */
export const aSwitch = oneOf(['1', '0']);

/** What every page takes. */
const ofAll = { lang: oneOf(['zh', 'en']) };

/** What others write behind an address that is handed on, and no page means. */
const ofOthers = /^(?:utm_\w+|\w*clid|spm|from|isappinstalled|nsukey|scene|share\w*)$/i;

/**
 * Reads an address: the one place that decides what of it is understood. What is empty counts as not said.
 * What cannot be read, is there twice, or is no part that the page takes is left out, and told.
 */
export function readAddress<Of extends Parts>(search: URLSearchParams, parts: Of): ReadAddress<Of> {
  const known = new Map(Object.entries<Part>({ ...parts, ...ofAll }));
  const values: Record<string, string> = {};
  const told: LeftOut[] = [];
  for (const name of new Set(search.keys())) {
    const given = search
      .getAll(name)
      .map((value) => value.trim())
      .filter((value) => value !== '');
    const [first] = given;
    const part = known.get(name);
    if (first === undefined || (!part && ofOthers.test(name))) continue;
    if (!part) {
      told.push(unknownPart(name, first, parts));
      continue;
    }
    const { value, leftOut: leaving } = readPart(name, part, given);
    told.push(...leaving);
    if (value !== null && name in parts) values[name] = value;
  }
  return { values: values as ValuesOf<Of>, leftOut: told };
}

/** What only the links of a page write. */
const ofLinks: ReadonlySet<string> = new Set(['after', 'before', 'page', 'list', 'numerals']);

function unknownPart(name: string, value: string, parts: Parts): LeftOut {
  const names = Object.keys(parts).filter((known) => !ofLinks.has(known));
  return names.length === 0
    ? leftOut(name, value, reasons.takesNothing)
    : leftOut(name, value, reasons.noSuchPart, names);
}

/** One part, given once or more often. */
function readPart(
  name: string,
  part: Part,
  given: readonly string[],
): { value: string | null; leftOut: LeftOut[] } {
  const pieces = part.isList
    ? given
        .flatMap((value) => value.split(/[,，]/))
        .map((value) => value.trim())
        .filter((value) => value !== '')
    : given;
  const read = pieces.map((text) => ({ text, value: part.read(text) }));
  const told = read
    .filter(({ value }) => value === null)
    .map(({ text }) => leftOut(name, text, part.canBe, part.values));
  const values = [...new Set(read.flatMap(({ value }) => (value === null ? [] : [value])))];
  const [first = null, ...others] = values;
  if (part.isList) return { value: values.length === 0 ? null : values.join(','), leftOut: told };
  return {
    value: first,
    leftOut: [...told, ...others.map((value) => leftOut(name, value, reasons.twice))],
  };
}
