import { placesOf } from './place.ts';
import type { SyntheticPlace } from './place.ts';
import { randomOf } from './random.ts';
import type { Random } from './random.ts';
import type { Pair, Range } from './template.ts';

/** What one report is about, and how it is worded. */
export type Scene = {
  code: string;
  county: SyntheticPlace;
  city: SyntheticPlace;
  province: SyntheticPlace;
  year: number;
  random: Random;
  /** Numbers that the report tells several times. */
  facts: Readonly<Record<'townships' | 'villages' | 'departments', number>>;
  /** A figure of this report and that of the year before, by its code: each report draws its own by itself. */
  carried: (code: string, range: Range) => { now: number; before: number };
  /** A template's words as this report has them, without their figures. */
  word: (template: string) => string;
  /** The same for a wording in both languages. */
  wordBoth: (pair: Pair) => { zh: string; en: string };
};

/** A county reports in each of these years before the next county does. */
const years = [2021, 2022, 2023, 2024, 2025];

/** The code of a county's government, which signs its reports. */
export const governmentOf = ({ code }: SyntheticPlace) => `syn-${code}-government`;

/** @param index of the report, from 0; what it gives does not depend on how many there are */
export function sceneOf(index: number, seed: number): Scene {
  const [county, city, province] = placesOf(countyOf(index));
  const year = years[index % years.length] ?? 2021;
  const random = randomOf(`${seed}/${index}`);
  const isWide = random.chance(0.5);
  const fill = (words: string, language: 0 | 1) =>
    words
      .replaceAll('{county}', county.name[language])
      .replaceAll('{city}', city.name[language])
      .replaceAll('{province}', province.name[language])
      .replaceAll('{year}', String(year))
      .replaceAll('{next}', String(year + 1));
  const choose = (words: string) =>
    words.replaceAll(/<([^>]+)>/g, (_, choices: string) => {
      const [head = '', ...rest] = choices.split('|');
      return random.pick([head, ...rest]);
    });
  const punctuate = (words: string) =>
    isWide ? words.replaceAll(',', '\uff0c').replaceAll(/\(社区\)/g, '\uff08社区\uff09') : words;
  return {
    code: `syn-${county.code}-${year}`,
    county,
    city,
    province,
    year,
    random,
    facts: {
      townships: random.between(6, 32),
      villages: random.between(80, 420),
      departments: random.between(22, 58),
    },
    carried: (code, range) => {
      const of = (nth: number) => randomOf(`${seed}/${nth}/${code}`).between(...range);
      return { now: of(index), before: of(index - 1) };
    },
    word: (template) => punctuate(choose(fill(template, 0))),
    wordBoth: ([zh, en]) => ({ zh: punctuate(fill(zh, 0)), en: fill(en, 1) }),
  };
}

/** The number of the county that a report is about. */
export const countyOf = (index: number) => Math.floor(index / years.length);

/** Whether the county of a report has one of the year before, which then stands before it. */
export const hasEarlier = (index: number) => index % years.length > 0;
