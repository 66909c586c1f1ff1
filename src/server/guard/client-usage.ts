/** How much of the processor each client has used lately. */
export type ClientUsage = {
  /** Milliseconds, those of long ago counting less and less. */
  of: (client: string) => number;
  charge: (client: string, milliseconds: number) => void;
};

type Used = { milliseconds: number; at: number };

/** Below this many milliseconds a client is forgotten. */
const negligible = 0.5;

/** So many clients are remembered before those are looked for that can be forgotten. */
const remembered = 1000;

/**
 * Remembers who used how much; after each half-life half of it is forgiven.
 * @param options.halfLife in milliseconds
 * @param options.now a clock that never goes back, in milliseconds
 */
export function createClientUsage({
  halfLife = 10_000,
  now = () => performance.now(),
}: { halfLife?: number; now?: () => number } = {}): ClientUsage {
  const clients = new Map<string, Used>();
  let forgetAbove = remembered;

  const left = ({ milliseconds, at }: Used, time: number) =>
    milliseconds * 2 ** ((at - time) / halfLife);

  function forget(time: number): void {
    for (const [client, used] of clients) {
      if (left(used, time) < negligible) clients.delete(client);
    }
    forgetAbove = Math.max(remembered, 2 * clients.size);
  }

  return {
    of(client) {
      const used = clients.get(client);
      return used ? left(used, now()) : 0;
    },
    charge(client, milliseconds) {
      const time = now();
      const used = clients.get(client);
      const before = used ? left(used, time) : 0;
      clients.set(client, { milliseconds: before + milliseconds, at: time });
      if (clients.size > forgetAbove) forget(time);
    },
  };
}
