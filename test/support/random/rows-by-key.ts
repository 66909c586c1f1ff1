/**
 * Gives the rows of a key in their order, those included that have been added since it was asked last: to look
 * through all of them again for each report takes long where there are thousands.
 * @param keyOf of a row it must stay the same
 */
export function rowsByKey<Row, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): (key: Key | undefined) => readonly Row[] {
  const lists = new Map<Key | undefined, Row[]>();
  let seen = 0;
  return (key) => {
    for (; seen < rows.length; seen += 1) {
      const row = rows[seen] as Row;
      const list = lists.get(keyOf(row));
      if (list) list.push(row);
      else lists.set(keyOf(row), [row]);
    }
    return lists.get(key) ?? [];
  };
}
