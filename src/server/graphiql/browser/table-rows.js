import { post } from './asking.js';
import { language } from './settings.js';

/** So many rows are read; a download has all. */
export const mostRows = 1000;

/** Rows by the API's names, for a chart, or in the reader's words, for a table. */
const forms = {
  named: { search: '?format=jsonl', accept: 'application/jsonl', reader: readLines },
  worded: { search: `?format=csv&lang=${language}`, accept: 'text/csv', reader: readWorded },
};

/**
 * The rows of a question's table as the server makes them, or why it makes none:
 * `{ rows, isCut }`, `{ lists }` to choose of, or `{ message }`.
 * @param list which of several lists
 */
async function readTable(params, list, { search, accept, reader }) {
  const ending = new AbortController();
  const response = await post(params, {
    headers: { accept },
    search: `${search}${list ? `&list=${encodeURIComponent(list)}` : ''}`,
    signal: ending.signal,
  });
  if (!response.ok) {
    const { errors: [error] = [] } = await response.json();
    const lists = error?.extensions?.lists ?? [];
    return list === null && lists.length > 0 ? { lists } : { message: error?.message ?? '' };
  }
  const rows = [];
  const take = reader();
  // Not every browser goes through a stream by `for await`.
  const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a piece follows the one before
    const { done, value = '' } = await pieces.read();
    if (done) return { rows, isCut: false };
    for (const row of take(value)) {
      if (rows.length < mostRows) rows.push(row);
      else {
        ending.abort();
        return { rows, isCut: true };
      }
    }
  }
}

function readLines() {
  let rest = '';
  return (piece) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop();
    return lines.map((line) => JSON.parse(line));
  };
}

/** Rows by the heads of their columns, of which no two are alike; an empty cell is null. */
function readWorded() {
  const take = readCsv();
  let heads = null;
  return (piece) =>
    take(piece).flatMap((cells) => {
      if (heads) return Object.fromEntries(heads.map((head, nth) => [head, cells[nth] || null]));
      heads = cells;
      return [];
    });
}

/** Reads CSV as it comes, with quotes, commas and line ends within quotes. */
function readCsv() {
  let cell = '';
  let record = [];
  let isQuoted = false;
  let before = '';
  const endCell = () => {
    record.push(withoutGuard(cell));
    cell = '';
  };
  /** Takes the next piece, and gives the records that end in it. */
  return function take(piece) {
    const records = [];
    for (const sign of piece) {
      if (isQuoted && sign !== '"') cell += sign;
      else if (sign === '"') {
        // A quote within quotes is written twice.
        if (!isQuoted && before === '"') cell += sign;
        isQuoted = !isQuoted;
      } else if (sign === ',') endCell();
      else if (sign === '\n') {
        endCell();
        records.push(record);
        record = [];
      } else if (sign !== '\r' && sign !== '\ufeff') cell += sign;
      before = sign;
    }
    return records;
  };
}

/** Before what a spreadsheet would take for a formula the server writes an apostrophe. */
const guard = /^'(?='*[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n])/u;
const withoutGuard = (text) => text.replace(guard, '');

/** What was last read in each form, so that it is read once. */
const last = { named: null, worded: null };

/**
 * The table of an answer, of one of its lists: of the one that was chosen for it, else of the last that has rows.
 * @returns `{ rows, isCut, list, lists }` or `{ message }`
 */
export async function tableOf(answer, chosen, form = 'named') {
  const { params } = answer;
  const known = last[form];
  if (known?.answer === answer && (chosen === undefined || chosen === known.chosen))
    return known.table;
  const lists = known?.answer === answer ? known.lists : [];
  const list = chosen ?? null;
  const reading = read(params, { list, lists, form: forms[form] });
  last[form] = { answer, chosen: list, lists, table: reading };
  const table = await reading.catch(() => ({ message: '' }));
  if (last[form].answer === answer)
    last[form] = { answer, chosen: table.list ?? list, lists: table.lists ?? [], table };
  return table;
}

async function read(params, { list, lists, form }) {
  const table = await readTable(params, list, form);
  if (!table.lists) return { ...table, list, lists };
  for (const each of table.lists.toReversed()) {
    // oxlint-disable-next-line no-await-in-loop -- the last that has rows is taken
    const { rows, isCut } = await readTable(params, each, form);
    if (rows?.length > 0) return { rows, isCut, list: each, lists: table.lists };
  }
  return { rows: [], isCut: false, list: table.lists.at(-1), lists: table.lists };
}
