import type { Served } from './served.ts';

/** How long an old snapshot stays open for the requests that it was pinned to, if nobody says. */
const usualGraceSeconds = 60;

/**
 * Snapshots that others have taken over from; each stays open for those who are answered from it.
 * @param isInUse whether somebody is, though nobody holds it
 */
export function createRetired<Old extends Served = Served>({
  graceSeconds = usualGraceSeconds,
  isInUse = () => false,
}: { graceSeconds?: number; isInUse?: (old: Old) => boolean } = {}): {
  add: (old: Old) => void;
  hold: <One extends Served>(snapshot: One) => { snapshot: One; release: () => void };
  close: () => void;
} {
  const timers = new Map<Old, NodeJS.Timeout>();
  const held = new Map<Served, number>();

  function wait(old: Old): void {
    const timer = setTimeout(() => {
      if (held.has(old) || isInUse(old)) return wait(old);
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
