/** What no question may go beyond: milliseconds of processor time and of waiting, bytes. */
export const bars = { processor: 1200, wait: 100, timesIdle: 3, memory: 512 * 2 ** 20 };
