import type { MaybeLater } from '../db/store.ts';
import type { Warning } from '../fields/codes/unknown-codes.ts';
import { holdsErrors } from './query-process/refusals.ts';
import type { QueryAnswer } from './query-process/refusals.ts';

/**
 * An answer that was made as bytes, with what is to be said beside it. It is only touched where there is
 * something to say; an answer that holds errors says enough.
 */
export async function withWarnings(
  answered: QueryAnswer,
  read: () => MaybeLater<readonly Warning[]>,
): Promise<QueryAnswer> {
  const { status, body } = answered;
  if (status !== 200 || holdsErrors(body)) return answered;
  const warnings = await read();
  if (warnings.length === 0) return answered;
  const end = Buffer.from(`,"extensions":${JSON.stringify({ warnings })}}`);
  return { ...answered, body: Buffer.concat([body.subarray(0, -1), end]) };
}
