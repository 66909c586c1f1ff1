import { captionOf, inBrackets, isNumber, unitIn } from './table-units.ts';
import type { Cell, ToldUnit } from './table-units.ts';

/** What a table says of the number of a cell by the heads of its row and its column. */
export type TableCell = {
  readonly row: string;
  readonly column: string;
  /** Empty where no head names one. */
  readonly unit: string;
  /** The cell or the caption that names it; null where none does. */
  readonly unitHead: { readonly start: number; readonly end: number } | null;
  /** The year that heads its column; null where none does. */
  readonly time: string | null;
  /** Whether its column tells how much something changed: 同比增长(%). */
  readonly isChange: boolean;
  /** Whether its number has a sign of less than nothing. */
  readonly isBelow: boolean;
  /** Where its row begins: what its head is quoted from. */
  readonly rowStart: number;
};

/** Numbers of rows, and what says nothing of what is counted. */
const counts = /^(?:序号|编号|No\.?)$/i;
/** Columns whose words name no row, and cells that say that there is nothing. */
const asides = /^(?:序号|编号|No\.?|备注|说明)$/i;
const nothing = /^(?:无|空|未统计)$/;

/** The cells of the tables of a text that hold numbers alone, by where each begins; linear in the text. */
export function tableCells(text: string): ReadonlyMap<number, TableCell> {
  const cells = new Map<number, TableCell>();
  if (!text.includes('\t')) return cells;
  let heads: readonly Cell[] = [];
  let caption: ToldUnit | null = null;
  let start = 0;
  let isInside = false;
  for (const line of text.split('\n')) {
    const row = cellsOf(line, start);
    start += line.length + 1;
    // Below the heads Markdown draws a line; between a caption and its table nothing may stand.
    if (line.trim() === '' && (line !== '' || !isInside)) continue;
    if (row.length < 2) {
      caption = isInside ? null : captionOf(line, start - line.length - 1);
      [isInside, heads] = [false, []];
      continue;
    }
    isInside = true;
    if (!row.some(({ words }) => isNumber(words))) heads = joinHeads(heads, row);
    else tellRow(cells, row, { text, heads, caption });
  }
  return cells;
}

function cellsOf(line: string, from: number): Cell[] {
  if (!line.trim().includes('\t')) return [];
  let start = from;
  return line.split('\t').map((words) => {
    const cell = { start, end: start + words.length, words: words.trim() };
    start += words.length + 1;
    return cell;
  });
}

const changes = /增长|增幅|增减|同比|环比|下降|降幅/;
/**
 * A second row of heads stands below cells that reach over several columns: 行政复议 over 收案 and 结案. Its first
 * cell is that of the row above, and so are all that are empty.
 */
function joinHeads(above: readonly Cell[], row: readonly Cell[]): readonly Cell[] {
  if (above.length === 0 || row[0]?.words !== '') return row;
  let over = '';
  let last: Cell | undefined;
  return Array.from({ length: Math.max(above.length, row.length) }, (_, nth) => {
    const [upper, lower] = [above[nth], row[nth]];
    if (upper && upper.words !== '') [over, last] = [upper.words, upper];
    const words = lower && lower.words !== '' ? `${over}${lower.words}` : (upper?.words ?? '');
    const place = lower && lower.words !== '' ? lower : (upper ?? lower);
    const head = { start: place?.start ?? 0, end: place?.end ?? 0, words };
    return last ? { ...head, above: last } : head;
  });
}

function tellRow(
  cells: Map<number, TableCell>,
  row: readonly Cell[],
  { text, heads, caption }: { text: string; heads: readonly Cell[]; caption: ToldUnit | null },
): void {
  const name = nameOf(row, heads);
  const columns = headsOf(row, heads);
  for (const [nth, { start, end, words }] of row.entries()) {
    const head = columns[nth]?.words ?? '';
    if (!isNumber(words)) continue;
    const told = unitIn(columns[nth], row) ?? caption;
    const unit = told?.unit ?? '';
    const isCount = counts.test(head);
    const [rowWords, column] = isCount ? ['', ''] : [bare(name), bare(head)];
    const time = /20\d\d年/.exec(head)?.[0] ?? null;
    // Spaces and a sign stand before the number itself.
    const at = start + text.slice(start, end).search(/[\d０-９]/);
    const cell: TableCell = {
      row: rowWords,
      column,
      unit,
      unitHead: told?.place ?? null,
      time,
      isChange: changes.test(column) && /^[%％]?$/.test(unit),
      isBelow: /^[-－−]/.test(words),
      rowStart: row[0]?.start ?? start,
    };
    cells.set(at, cell);
    // A sign right before the number is read with it.
    if (cell.isBelow) cells.set(at - 1, cell);
  }
}

/**
 * The heads of the cells of a row. Empty cells at its end are not written; where it has fewer and no number of its
 * own begins it, nobody knows which are missing.
 */
function headsOf(row: readonly Cell[], heads: readonly Cell[]): readonly Cell[] {
  if (heads.length === row.length) return heads;
  const isNumbered = counts.test(heads[0]?.words ?? '') && isNumber(row[0]?.words ?? '');
  return row.length < heads.length && isNumbered ? heads : [];
}

/** The words of a row that say what it tells of. */
function nameOf(row: readonly Cell[], heads: readonly Cell[]): string {
  const named = row.filter(
    ({ words }, at) =>
      /[\p{L}\p{N}]/u.test(words) &&
      !isNumber(words) &&
      !asides.test(heads[at]?.words ?? '') &&
      !nothing.test(words),
  );
  return named.map(({ words }) => words).join('');
}

const bare = (words: string): string => words.replace(inBrackets, '').replaceAll(/\s/g, '');

/** A head that names no more than that something is counted, or when. */
const general =
  /^(?:数量|数据|数值|数目|件数|人数|次数|总数|合计|总计|小计|金额|指标值?|完成情况|备注|20\d\d年度?|本年度?|上年度?|去年|今年|全年)$/;

/** The label that the heads of a cell make: 规章本年制发件数; of its row alone where its column says nothing. */
export function labelOfCell({ row, column, isChange }: TableCell): string {
  if (isChange && row !== '') return row;
  if (column === '' || general.test(column)) return row === '' ? column : row;
  return general.test(row) ? column : `${row}${column}`;
}
