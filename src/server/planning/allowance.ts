/** A part of the time that something may take. */
export type Allowance = {
  /** How many milliseconds are left; below none where some are owed. */
  left: () => number;
  /** Takes so many milliseconds; what was not left is owed. */
  take: (milliseconds: number) => void;
};

/**
 * Fills up as time passes, to `most` milliseconds; no more than as many again are ever owed.
 * @param share which part of the time may be taken in the long run
 */
export function createAllowance({ most, share }: { most: number; share: number }): Allowance {
  let left = most;
  let since = performance.now();

  function fill(): void {
    const now = performance.now();
    left = Math.min(most, left + (now - since) * share);
    since = now;
  }

  return {
    left() {
      fill();
      return left;
    },
    take(milliseconds) {
      fill();
      left = Math.max(-most, left - milliseconds);
    },
  };
}
