import type { Random } from '../../../src/corpus/random.ts';

/** How a fault is to be caused. */
export type Trial = {
  /** Whether few rounds are wanted, for every change of the program. */
  short: boolean;
  /** The same choices for the same `--seed`. */
  random: Random;
};

/** What was done, and what held afterwards; the program throws where something did not. */
export type Outcome = { done: string; held: string };

export type Fault = {
  name: string;
  /** @throws LeftOut where it cannot be caused here; anything else where something did not hold */
  cause: (trial: Trial) => Promise<Outcome>;
};

/** A fault that this machine or this user does not let one cause, with the reason. */
export class LeftOut extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'LeftOut';
  }
}
