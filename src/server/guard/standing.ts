/** Part of what its client has used lately by which a question is put off. */
const shareOfUsage = 1 / 4;

/** Part of the time for which it has waited by which it is put forward. */
const shareOfWait = 1 / 8;

/**
 * Where a question stands among those that wait; the least comes first. What it is likely to take counts
 * whole. What its client has used counts less: else a crowd of newcomers, who have used nothing, would all
 * come before whoever has asked some little thing. And to have waited counts a little, so that nothing is
 * overtaken for ever.
 * @param question.milliseconds that it is likely to take, or may wait for others
 * @param question.since when it began to wait, in milliseconds of any clock that never goes back
 * @param used milliseconds that its client has used lately
 */
export const standingOf = (
  { milliseconds, since }: { milliseconds: number; since: number },
  used: number,
): number => milliseconds + used * shareOfUsage + since * shareOfWait;
