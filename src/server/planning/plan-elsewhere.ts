import { LRUCache } from 'lru-cache';
import type { Compiled } from '../../compiler/plan-cache.ts';
import type { Warning } from '../../fields/codes/unknown-codes.ts';
import type { ClientUsage } from '../guard/client-usage.ts';
import type { Snapshots } from '../snapshots/snapshots.ts';
import type { Planned, PlanQuestion } from '../query-process/messages.ts';
import type { Asker, OtherPlanner } from '../query-process/offload.ts';
import type { QueryAnswer } from '../query-process/refusals.ts';
import { createAllowance } from './allowance.ts';

/**
 * What another process has made of a question; `LEFT` where it is for the executor, or something is wrong with it; or
 * the answer to a client that asks too much.
 */
type PlannedElsewhere =
  | {
      /** Stands for the question. */
      document: object;
      compiled: Compiled;
      warnings: () => readonly Warning[];
    }
  | { refusal: QueryAnswer }
  | 'LEFT';

/** What has new questions planned by another process, where that spares whoever waits for this one. */
export type PlanElsewhere = {
  /** Null where the question is to be planned here, which may turn out only once another process was asked. */
  plan: (
    question: PlanQuestion,
    asker: Asker & { snapshot: ReturnType<Snapshots['current']> },
  ) => Promise<PlannedElsewhere | null> | null;
  /** Says that a question was planned here, and how many milliseconds nothing else could be done. */
  wasPlannedHere: (milliseconds: number) => void;
};

/**
 * Milliseconds that new questions may take at once of the process for which everybody waits, and which part of its
 * time in the long run: while one of them is planned, whoever comes waits. The first ones of a process that has
 * just begun take some hundred each, since none of its code is compiled.
 */
const here = { most: 500, share: 1 / 200 };

/** Milliseconds of them below which another process is woken, so that it stands ready before there are none. */
const wakesBelow = 150;

/**
 * Milliseconds of the processor below which a client has used little lately, some new questions to a process that has
 * just begun included; and for how many his questions wait until another process begins to plan them.
 */
const little = { used: 500, patience: 100 };

/** A text that was planned elsewhere so often is planned here the next time, and known from then on. */
const often = 2;

/** Where another process comes to no end, as it has too little memory for large data, it is left alone for so long. */
const restMilliseconds = 60_000;

/** How many texts are remembered that were planned elsewhere, and of how many characters together. */
const remembered = { max: 1000, maxSize: 1_000_000 };

/**
 * Keeps the planning of new questions away from those that are known, once there are many: before it has taken more
 * than a small part of this process's time, another one is woken, and plans whatever is new for as long as it lives.
 */
export function createPlanElsewhere(
  planner: OtherPlanner,
  usage: Pick<ClientUsage, 'of'>,
): PlanElsewhere {
  const allowance = createAllowance(here);
  const times = new LRUCache<string, { count: number }>({
    ...remembered,
    sizeCalculation: (_times, text) => text.length + 1,
  });
  let isWaking = false;
  let restsUntil = -Infinity;
  const rests = () => performance.now() < restsUntil;

  function ended(well: boolean): void {
    if (!well) restsUntil = performance.now() + restMilliseconds;
  }

  async function wake(asker: Asker): Promise<void> {
    if (isWaking) return;
    isWaking = true;
    ended(await planner.wake(asker));
    isWaking = false;
  }

  const hasUsedLittle = ({ client }: Asker) => usage.of(client) < little.used;

  /** Whoever asks what is known would wait for all that is new: rather those wait who ask much that is. */
  const waitsForBeginning = (asker: Asker) => allowance.left() <= 0 && !hasUsedLittle(asker);

  const plan = async (...[question, asker]: Parameters<PlanElsewhere['plan']>) => {
    const patience = hasUsedLittle(asker) ? little.patience : undefined;
    const planned = await planner.plan(question, asker, patience);
    ended(planned !== null);
    if (planned === 'WAITED') return null;
    if (!planned || planned === 'LEFT' || 'refusal' in planned) return planned;
    const compiled = compiledOf(planned, asker.snapshot);
    return { document: question, compiled, warnings: () => planned.warnings };
  };

  return {
    plan(question, asker) {
      const { query } = question;
      const known = times.get(query) ?? { count: 0 };
      if (known.count >= often || rests()) return null;
      const state = planner.state();
      if (state === 'READY' || (state === 'AWAY' && waitsForBeginning(asker))) {
        known.count += 1;
        times.set(query, known);
        return plan(question, asker);
      }
      if (allowance.left() < wakesBelow) void wake(asker);
      return null;
    },
    wasPlannedHere: allowance.take,
  };
}

/** The same as if it had been planned here, for one request. */
function compiledOf(
  { steps, work }: Planned,
  { statistics }: ReturnType<Snapshots['current']>,
): Compiled {
  const { statement, values, isOfNamed = false } = steps;
  const plan = { statement, valuesFor: () => [...values], choices: [], pages: [], isOfNamed };
  return { statement, values: [...values], isOfNamed, plan, work, statistics };
}
