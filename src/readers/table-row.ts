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
        .trim()
    : null;
}
