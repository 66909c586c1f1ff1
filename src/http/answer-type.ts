import { jsonTypes, preferredType } from './accept.ts';
import type { JsonType } from './accept.ts';

/** The names under which tables are asked for, and the formats that they are. */
const tableTypes = {
  'text/csv': 'csv',
  'application/jsonl': 'jsonl',
  'application/x-ndjson': 'jsonl',
  'application/x-jsonlines': 'jsonl',
} as const;

type TableType = keyof typeof tableTypes;
type AnswerType = JsonType | 'text/html' | TableType;

const toAsk = [...jsonTypes, ...(Object.keys(tableTypes) as TableType[])] as const;
const toRead = [...jsonTypes, 'text/html', ...(Object.keys(tableTypes) as TableType[])] as const;

/** As what the API’s own address answers; null where nothing that it speaks is accepted. */
export const answerTypeFor = (
  method: string | undefined,
  accept: string | null | undefined,
): AnswerType | null =>
  !accept || accept === 'application/json'
    ? 'application/json'
    : preferredType(accept, method === 'POST' ? toAsk : toRead);

/** The format of a table by its media type; null for any other. */
export const tableFormatOf = (type: AnswerType | null) =>
  type !== null && type in tableTypes ? tableTypes[type as TableType] : null;

/** A media type where it is one of JSON; else null. */
export const jsonTypeOf = (type: AnswerType | null): JsonType | null =>
  jsonTypes.find((jsonType) => jsonType === type) ?? null;
