/**
 * How PostGraphile calls things. It would make names in singular and plural by rules of its own: comments
 * on tables and keys ("smart tags") give all those that its questions are asked by.
 */
export const camelCase = (name: string) =>
  name.replaceAll(/_+(\w)/g, (_, letter: string) => letter.toUpperCase());

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** The type of a table's rows, such as OutcomesRow; from it come OutcomesRowFilter and the like. */
export const typeNameOf = (table: string) => `${capital(camelCase(table))}Row`;

/** The row that a foreign key leads to: byMeasureId. */
export const forwardOf = (column: string) => `by${capital(camelCase(column))}`;

/** The rows that lead to a row by a foreign key: linksByMeasureId. */
export const backwardOf = (table: string, column: string) =>
  `${camelCase(table)}By${capital(camelCase(column))}`;

/** A column; the number of a row is kept apart from the global id. */
export const fieldOf = (column: string) => (column === 'id' ? 'rowId' : camelCase(column));

/** The value of an order. */
export const orderOf = (column: string, direction: 'ASC' | 'DESC') =>
  `${(column === 'id' ? 'row_id' : column).toUpperCase()}_${direction}`;
