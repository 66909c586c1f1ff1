import type { Served } from './served.ts';

/** How long an old snapshot stays open for the requests that it was pinned to. */
const graceSeconds = 60;

/** Snapshots that others have taken over from; each stays open for those who are answered from it. */
export function createRetired(): {
  add: (old: Served) => void;
  hold: <One extends Served>(snapshot: One) => { snapshot: One; release: () => void };
  close: () => void;
} {
  const timers = new Map<Served, NodeJS.Timeout>();
  const held = new Map<Served, number>();

  function wait(old: Served): void {
    const timer = setTimeout(() => {
      if (held.has(old)) return wait(old);
      timers.delete(old);
      end(old);
    }, graceSeconds * 1000);
    timers.set(old, timer.unref());
  }

  return {
    add: wait,
    hold(snapshot) {
      let holding = true;
      held.set(snapshot, (held.get(snapshot) ?? 0) + 1);
      return {
        snapshot,
        release() {
          if (!holding) return;
          holding = false;
          const others = (held.get(snapshot) ?? 1) - 1;
          if (others > 0) held.set(snapshot, others);
          else held.delete(snapshot);
        },
      };
    },
    close() {
      for (const [old, timer] of timers) {
        clearTimeout(timer);
        end(old);
      }
    },
  };
}

function end({ watch, close }: Served): void {
  watch?.close();
  close();
}
