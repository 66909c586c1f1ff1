import { answerTypeFor, tableFormatOf } from '../http/accept.ts';
import type { Format } from './format.ts';

/**
 * The table format that a request asks for: by `?format=`, or by an `Accept` that prefers it to
 * whatever else the API speaks. Null where it wants no table.
 */
export function negotiateFormat(url: URL, method: string, accept: string | null): Format | null {
  const named = url.searchParams.get('format');
  if (named === 'csv' || named === 'jsonl') return named;
  return tableFormatOf(answerTypeFor(method, accept));
}
