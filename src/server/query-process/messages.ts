import type { Steps } from '../../compiler/run-compiled.ts';
import type { Warning } from '../../fields/codes/unknown-codes.ts';
import type { Work } from '../../fields/work/work.ts';
import type { SetLimits } from '../../limits.ts';

/** The snapshot that must answer; whoever asks has checked it. */
export type SnapshotName = {
  /** Its file's name in the data folder. */
  file: string;
  version: string;
  counts: Readonly<Record<string, number>>;
  /** Where the file lies and how it is known again, where that is not the data folder alone. */
  place?: JobPlace | undefined;
  /** Under which path of this server the addresses in answers stand. */
  base?: string | undefined;
};

/** A file as the process that serves holds it. */
type JobPlace = { path: string; identity: string };

/** A question as it came. */
export type QueryMessage = {
  query: string;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
  operationName?: string | null | undefined;
  /** The media type of the answer. */
  type: string;
};

/** A question with all that its plan is made from. */
export type PlanQuestion = Omit<QueryMessage, 'type'>;

/** What a question comes to: the statements that answer it, and what is said beside the answer. */
export type Planned = { steps: Steps; work: Work; warnings: readonly Warning[] };

/** What another process is to do: run a statement, plan a question, or have the executor answer one. */
export type Job = {
  snapshot: SnapshotName;
  /** Whether the answer is a part of a table, which is never refused for its length. */
  unbounded: boolean;
} & (
  | ({ kind: 'statement' } & Steps)
  | { kind: 'plan'; question: PlanQuestion }
  | { kind: 'question'; question: QueryMessage }
);

/** How a job ended. */
export type Result =
  | {
      outcome: 'answer';
      status: number;
      body: Uint8Array;
      /** What a statement's steps found before it. */
      found?: readonly string[];
    }
  | { outcome: 'planned'; planned: Planned }
  /** The statement had no value, or the question no statement: the executor knows why. */
  | { outcome: 'none' }
  | { outcome: 'failed'; message: string }
  | { outcome: 'too large'; bytes: number }
  /** The snapshot could not be opened. */
  | { outcome: 'broken' };

export type ToQueryProcess =
  | { kind: 'begin'; data: string; limits: SetLimits; publicOrigin: string }
  /** Opens a snapshot before anybody asks for it. */
  | { kind: 'open'; snapshot: SnapshotName }
  | { kind: 'run'; job: Job };

/** It is there, known by the word that it was given. */
export type HasCome = { kind: 'come'; key: string; pid: number };

export type FromQueryProcess =
  | { kind: 'ready' }
  /** The executor has been loaded; only now the question begins. */
  | { kind: 'loaded' }
  /** With the milliseconds of the processor that it took; the body of an answer goes with it. */
  | { kind: 'done'; result: Result; milliseconds: number };
