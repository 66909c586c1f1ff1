/** Looks once a second at how much memory the server's processes take. */
export function watchMemory(url: string): { stop: () => { start: number; end: number } } {
  const samples: number[] = [];
  const timer = setInterval(async () => {
    const metrics = await fetch(`${url}/metrics`).then((response) => response.text());
    const each = [...metrics.matchAll(/^process_resident_memory_bytes\S* (\d+)/gm)];
    samples.push(each.reduce((sum, [, bytes]) => sum + Number(bytes), 0));
  }, 1000);
  return {
    stop() {
      clearInterval(timer);
      // The tenth after the first half, and the last one.
      const part = (from: number, to: number) =>
        median(samples.slice(Math.floor(samples.length * from), Math.ceil(samples.length * to)));
      return { start: part(0.5, 0.6), end: part(0.9, 1) };
    },
  };
}

const median = (list: readonly number[]) =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
