/**
 * How many characters must be put in, left out, changed or exchanged with their neighbour to make one
 * text of the other ("optimal string alignment"); `most` + 1 where it is more than `most`. It looks only
 * at places that are no more than `most` apart: beyond, every way is longer.
 */
export function editDistance(one: string, other: string, most: number): number {
  const beyond = most + 1;
  if (Math.abs(one.length - other.length) > most) return beyond;
  let [before, last, now] = [0, 1, 2].map(() => new Uint16Array(other.length + 2).fill(beyond)) as [
    Uint16Array,
    Uint16Array,
    Uint16Array,
  ];
  for (let at = 0; at <= Math.min(most, other.length); at += 1) last[at] = at;
  for (let row = 1; row <= one.length; row += 1) {
    const start = Math.max(1, row - most);
    const end = Math.min(other.length, row + most);
    now[start - 1] = start === 1 ? Math.min(row, beyond) : beyond;
    let least = start === 1 ? row : beyond;
    for (let at = start; at <= end; at += 1) {
      const cost = one[row - 1] === other[at - 1] ? 0 : 1;
      let value = Math.min(valueAt(last, at) + 1, valueAt(now, at - 1) + 1);
      value = Math.min(value, valueAt(last, at - 1) + cost, beyond);
      const isExchange = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (row > 1 && at > 1 && isExchange) value = Math.min(value, valueAt(before, at - 2) + 1);
      now[at] = value;
      least = Math.min(least, value);
    }
    now[end + 1] = beyond;
    if (least > most) return beyond;
    [before, last, now] = [last, now, before];
  }
  return Math.min(valueAt(last, other.length), beyond);
}

const valueAt = (row: Uint16Array, at: number) => row[at] ?? 0;
