import type { Refusal } from '../http/refusal.ts';

/** Counts what one process has in hand, and refuses what would be too much at once. */
export function createBusy({ most }: { most: number }): {
  /** Takes one more in hand; a refusal where there are too many. */
  enter: () => Refusal | null;
  leave: () => void;
} {
  let inHand = 0;
  return {
    enter() {
      inHand += 1;
      if (inHand <= most) return null;
      return {
        status: 503,
        code: 'SERVICE_UNAVAILABLE',
        message: `More than ${most} requests are being answered; try again in a second.`,
        headers: { 'retry-after': '1' },
      };
    },
    leave() {
      inHand -= 1;
    },
  };
}
