import type { Pair } from './template.ts';

/**
 * Invented places. GB/T 2260 numbers provinces from 11 to 82; the codes here begin with 91 to 99, so
 * that none can be mistaken for a real one. Every name says that it is synthetic.
 */
export type SyntheticPlace = {
  code: string;
  level: 'PROVINCE' | 'PREFECTURE' | 'COUNTY';
  /** Its name in running text; the vocabulary adds that it is synthetic. */
  name: Pair;
  parent?: string;
};

const provinces = 9;
const prefectures = 70;
const counties = 40;

/** How many counties can be told apart by their codes. */
export const maximumCounties = provinces * prefectures * counties;

const first: readonly Pair[] = [
  ['云', 'Yun'],
  ['清', 'Qing'],
  ['望', 'Wang'],
  ['澄', 'Cheng'],
  ['晏', 'Yan'],
  ['栖', 'Qi'],
  ['砚', 'Yan'],
  ['朔', 'Shuo'],
  ['瑞', 'Rui'],
  ['景', 'Jing'],
  ['霁', 'Ji'],
  ['芷', 'Zhi'],
  ['岚', 'Lan'],
  ['沐', 'Mu'],
  ['昭', 'Zhao'],
];
const second: readonly Pair[] = [
  ['溪', 'xi'],
  ['陵', 'ling'],
  ['渚', 'zhu'],
  ['原', 'yuan'],
  ['桥', 'qiao'],
  ['泽', 'ze'],
  ['屏', 'ping'],
  ['塬', 'yuan'],
  ['浦', 'pu'],
  ['皋', 'gao'],
  ['垣', 'yuan'],
];

/** A county by its number, from 0, with the city and the province that it lies in. */
export function placesOf(
  county: number,
): readonly [county: SyntheticPlace, city: SyntheticPlace, province: SyntheticPlace] {
  if (county >= maximumCounties) {
    throw new RangeError(
      `there are ${maximumCounties} synthetic counties, and no number ${county}`,
    );
  }
  const province = 91 + (county % provinces);
  const prefecture = 1 + (Math.floor(county / provinces) % prefectures);
  const own = 21 + Math.floor(county / (provinces * prefectures));
  const code = (...parts: number[]) =>
    parts
      .map((part) => String(part).padStart(2, '0'))
      .join('')
      .padEnd(6, '0');
  const city = province * 100 + prefecture;
  return [
    {
      code: code(province, prefecture, own),
      level: 'COUNTY',
      name: nameOf(county * 7 + own, ['县', 'County']),
      parent: code(province, prefecture),
    },
    {
      code: code(province, prefecture),
      level: 'PREFECTURE',
      name: nameOf(city, ['市', 'City']),
      parent: code(province),
    },
    { code: code(province), level: 'PROVINCE', name: nameOf(province * 5, ['省', 'Province']) },
  ];
}

function nameOf(number: number, [zh, en]: Pair): Pair {
  const [head, pinyin] = first[number % first.length] ?? ['云', 'Yun'];
  const [tail, end] = second[Math.floor(number / first.length) % second.length] ?? ['溪', 'xi'];
  return [`${head}${tail}${zh}`, `${pinyin}${end} ${en}`];
}
