import type { TableName } from '../../db/relations.ts';

/** Codes that a request names, of which table, and in which argument. */
export type NamedCodes = {
  /** The names of the field and of those around it, as the answer has them. */
  path: readonly string[];
  /** The argument and the fields in it, as `filter.measures.reports`. */
  argument: string;
  table: TableName;
  codes: readonly string[];
  /** Whether null is the answer to an unknown code, so that only a retired one is worth a word. */
  isLookUp?: boolean;
};

/** The same of a field, wherever it stands. */
export type FieldCodes = Omit<NamedCodes, 'path'>;
