import type { ServerResponse } from 'node:http';
import type { Refusal } from '../../http/refusal.ts';
import { unavailable } from '../../http/unavailable.ts';

/** Answers of up to so many bytes are not counted, and always go. */
export const smallBytes = 16_384;

export type UnreadAnswers = {
  /** Whether a client may have an answer of so many bytes made beside those that it has not taken. */
  mayHold: (client: string, bytes: number) => boolean;
  /**
   * Counts the bytes of an answer for its client until it has taken them or left; told again, as when
   * they were compressed, the new number replaces the old. Gives a refusal where they are too many.
   */
  hold: (client: string, response: ServerResponse, bytes: number) => Refusal | null;
};

/** What one answer is held with: see `UnreadAnswers`. */
export type Hold = (bytes: number) => Refusal | null;

/**
 * Counts the bytes of answers that were made and not yet taken. A client has its own bound; beyond the
 * bound of all together, those are refused who would hold more than an equal share of it. So the
 * last of `n` clients finds `total / n`, and all together hold no more than `total × (1 + ln n)`.
 */
export function createUnreadAnswers({
  perClient,
  total,
}: {
  perClient: number;
  total: number;
}): UnreadAnswers {
  const bytesOf = new Map<string, number>();
  const held = new WeakMap<ServerResponse, number>();
  let all = 0;

  function add(client: string, bytes: number): void {
    const ofClient = (bytesOf.get(client) ?? 0) + bytes;
    if (ofClient > 0) bytesOf.set(client, ofClient);
    else bytesOf.delete(client);
    all += bytes;
  }

  function mayHold(client: string, bytes: number): boolean {
    if (bytes <= smallBytes) return true;
    const ofClient = (bytesOf.get(client) ?? 0) + bytes;
    if (ofClient > perClient) return false;
    const clients = bytesOf.size + (bytesOf.has(client) ? 0 : 1);
    return all + bytes <= total || ofClient <= total / clients;
  }

  return {
    mayHold,
    hold(client, response, bytes) {
      const before = held.get(response) ?? 0;
      const more = bytes - before;
      if (response.destroyed || (before === 0 && bytes <= smallBytes)) return null;
      if (!mayHold(client, more)) {
        const isOwn = (bytesOf.get(client) ?? 0) + more > perClient;
        return isOwn ? tooMuch('unreadBytesPerClient', perClient) : tooMuch('unreadBytes', total);
      }
      if (before === 0) {
        response.once('close', () => {
          add(client, -(held.get(response) ?? 0));
          held.delete(response);
        });
      }
      held.set(response, bytes);
      add(client, more);
      return null;
    },
  };
}

/** Why there is no room: what a client has not read itself, or what all of them together have not. */
const unread = {
  unreadBytesPerClient:
    'You have not read the large answers from before yet (unreadBytesPerClient); read them, or ask for less at once.',
  unreadBytes:
    'So many large answers are on their way to others that there is no room for one more (unreadBytes); ask for less at once, or later.',
} as const;

const tooMuch = (limit: keyof typeof unread, maximum: number) =>
  unavailable(unread[limit], { limit, maximum });
