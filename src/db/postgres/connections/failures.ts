/** The server's own codes have five digits or letters; those of the system and the driver have not. */
const isState = /^[0-9A-Z]{5}$/;

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? '';

/** Whether a statement was ended as it took too long. */
export const isTimeout = (error: unknown): boolean => codeOf(error) === '57014';

/** Whether PostgreSQL was asked and said nothing in time: it is hung, or out of reach. */
export function isNoAnswer(error: unknown): boolean {
  const { message = '', isSilence } = (error ?? {}) as { message?: string; isSilence?: boolean };
  if (isSilence !== undefined) return isSilence;
  return codeOf(error) === 'ETIMEDOUT' || (codeOf(error) === '' && /timeout/i.test(message));
}

/** Whether what is published is not there any more, or may not be read: it was removed, or the right was taken. */
const isUnreadable = (error: unknown): boolean => /^(42501|42P01|3F000)$/.test(codeOf(error));

/**
 * Whether what a connection has seen can be seen no longer: a standby went on, its first connection is gone, or what
 * it saw is unreadable.
 */
export const isLostSight = (error: unknown): boolean =>
  isUnreadable(error) || /^(40001|72000|22023|42704)$/.test(codeOf(error));

/** Whether an error is PostgreSQL's or the driver's: it has a code, or tells of the connection. */
export const isOfDatabase = (error: unknown): boolean =>
  error instanceof Error &&
  ('code' in error || /^(Connection|Client|The connection|timeout)/.test(error.message)) &&
  !('syscall' in error && 'path' in error);

/** Whether a connection cannot be gone on with. */
export const isLostConnection = (error: unknown): boolean =>
  isLostSight(error) || /^(08|57P|25P03)/.test(codeOf(error)) || !isState.test(codeOf(error));

/** Whether a connection was ended while something was asked by it: another can be asked the same. */
export const isCut = (error: unknown): boolean =>
  isLostConnection(error) && !isLostSight(error) && !isNoAnswer(error);
