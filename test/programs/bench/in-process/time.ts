/** Milliseconds of processor time, told in ticks of up to four. */
const processorTime = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/**
 * Milliseconds that a run takes the processor. Its own clock is told in ticks, many times what most
 * pages take; what others do on the machine makes time on the wall longer and never shorter. So it is
 * no more than the least of some runs on the wall, and than their mean by the processor's clock.
 */
export function timeOf(run: () => unknown, runs = 5): number {
  const busy = processorTime();
  const times = Array.from({ length: runs }, () => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  });
  const mean = (processorTime() - busy) / runs;
  return Math.min(...times, Math.max(mean, tick / runs));
}

const tick = 4;
