import type { Walk, Walker } from './walk.ts';

/** Asks the API. */
// oxlint-disable-next-line no-explicit-any -- a task says by its assertions what the shape is
export type AskApi = (query: string, variables?: object) => Promise<any>;

/** Something that a new user wants to know, who knows nothing of the site but its front page. */
export type Task = Walker & {
  asks: string;
  /** Finds the answer on the pages, and holds it against what a plain query gives. */
  go: (walk: Walk, ask: AskApi) => Promise<void>;
};
