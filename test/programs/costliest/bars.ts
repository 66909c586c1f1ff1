/**
 * What no question may go beyond: milliseconds of processor time and of waiting, bytes. One that is stopped has had a
 * second of a processor, and up to two processes begin in place of those that were ended with it: where it was taken for
 * short, and where it went on.
 */
export const bars = {
  processor: 1200,
  ofStopped: 2000,
  wait: 100,
  timesIdle: 3,
  memory: 512 * 2 ** 20,
};
