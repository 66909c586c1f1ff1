/** Words that hold a figure against another place, a goal or another time: 高于全省平均水平, 比上年多. */
export type Comparison = {
  readonly words: string;
  readonly direction: 'UP' | 'DOWN' | null;
};

const against =
  /(?:(高于|高出|高过|超出|超过|快于|优于|好于|领先|多于)|(低于|慢于|少于|落后于?)|相差)([^,、有为达至到]{0,16})$/;
const than =
  /[比较与同][^,、有为达至到]{1,16}?(?:(高|多|快|长)|(低|少|慢|短))(?:出|了)?(?:近|约)?$/;
const points = /百分点$|^个点$|基点$/;

/** What the words right before a figure compare it with, so that it is no level; null where they do not. */
export function comparisonIn(words: string, unit: string): Comparison | null {
  const found = than.exec(words) ?? against.exec(words);
  if (found === null) return null;
  const [told, above, below, standard] = found;
  // 超过20个 is a bound, and 低于平均水平的乡镇3个 counts what is below.
  const isBound =
    standard !== undefined && !points.test(unit) && (standard === '' || /的/.test(standard));
  if (isBound) return null;
  return {
    words: told,
    direction: above === undefined ? (below === undefined ? null : 'DOWN') : 'UP',
  };
}
