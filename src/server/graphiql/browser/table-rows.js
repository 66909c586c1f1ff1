import { post } from './asking.js';

/** So many rows are read; a download has all. */
export const mostRows = 1000;

/**
 * The rows of a question's table as the server makes them, or why it makes none:
 * `{ rows, isCut }`, `{ lists }` to choose of, or `{ message }`.
 * @param list which of several lists
 */
async function readTable(params, list) {
  const ending = new AbortController();
  const response = await post(params, {
    headers: { accept: 'application/jsonl' },
    search: `?format=jsonl${list ? `&list=${encodeURIComponent(list)}` : ''}`,
    signal: ending.signal,
  });
  if (!response.ok) {
    const { errors: [error] = [] } = await response.json();
    const lists = error?.extensions?.lists ?? [];
    return list === null && lists.length > 0 ? { lists } : { message: error?.message ?? '' };
  }
  const rows = [];
  let rest = '';
  // Not every browser goes through a stream by `for await`.
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a piece follows the one before
    const { done, value = '' } = await reader.read();
    if (done) return { rows, isCut: false };
    const lines = (rest + value).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      if (rows.length < mostRows) rows.push(JSON.parse(line));
      else {
        ending.abort();
        return { rows, isCut: true };
      }
    }
  }
}

/** What was last read: the table and the chart of an answer read it once. */
let last = null;

/**
 * The table of an answer, of one of its lists: of the one that was chosen for it, else of the first that has rows.
 * @returns `{ rows, isCut, list, lists }` or `{ message }`
 */
export async function tableOf(answer, chosen) {
  const { params } = answer;
  if (last?.answer === answer && (chosen === undefined || chosen === last.chosen))
    return last.table;
  const lists = last?.answer === answer ? last.lists : [];
  const list = chosen ?? null;
  const reading = read(params, list, lists);
  last = { answer, chosen: list, lists, table: reading };
  const table = await reading.catch(() => ({ message: '' }));
  if (last.answer === answer)
    last = { answer, chosen: table.list ?? list, lists: table.lists ?? [], table };
  return table;
}

async function read(params, list, lists) {
  const table = await readTable(params, list);
  if (!table.lists) return { ...table, list, lists };
  for (const each of table.lists) {
    // oxlint-disable-next-line no-await-in-loop -- the first that has rows is taken
    const { rows, isCut } = await readTable(params, each);
    if (rows?.length > 0) return { rows, isCut, list: each, lists: table.lists };
  }
  return { rows: [], isCut: false, list: table.lists[0], lists: table.lists };
}
