/** Rows with more characters lay out a page; they hold no data. */
const rowCharacters = 400;
const linesOfCell = 3;

/**
 * A row of a table as one line, its cells parted by tabs; null where its cells hold paragraphs, which
 * then are lines of their own.
 * @param cells the lines of each cell
 */
export function joinCells(cells: readonly (readonly string[])[]): string | null {
  const length = cells.flat().reduce((sum, line) => sum + line.length, 0);
  const isData =
    cells.filter((cell) => cell.length > 0).length > 1 &&
    cells.every((cell) => cell.length <= linesOfCell) &&
    length <= rowCharacters;
  return isData
    ? cells
        .map((cell) => cell.join(' '))
        .join('\t')
        .trimEnd()
    : null;
}

/** How many columns and rows a cell reaches over. */
export type CellSpan = { readonly columns: number; readonly rows: number };

/** Behind so many columns no more are left empty. */
const mostColumns = 100;

/**
 * Puts the cells of a row into their columns: what reaches over several leaves the others empty, and so does a cell
 * of a row above that reaches down.
 * @param below how many rows more each column is covered; kept from row to row of a table
 */
export function placeCells<Cell>(
  cells: readonly (CellSpan & { readonly cell: Cell })[],
  below: number[],
  empty: Cell,
): Cell[] {
  const placed: Cell[] = [];
  const passCovered = () => {
    while (placed.length < mostColumns) {
      const left = below[placed.length] ?? 0;
      if (left === 0) return;
      below[placed.length] = left - 1;
      placed.push(empty);
    }
  };
  for (const { cell, columns, rows } of cells) {
    passCovered();
    for (let nth = 0; nth === 0 || (nth < columns && placed.length < mostColumns); nth += 1) {
      below[placed.length] = rows - 1;
      placed.push(nth === 0 ? cell : empty);
    }
  }
  passCovered();
  return placed;
}
