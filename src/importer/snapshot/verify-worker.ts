import { workerData } from 'node:worker_threads';
import { verifyPart } from './verify.ts';
import type { Verification } from './verify.ts';

/** What a worker is started with; it ends when it is done, or with the error. */
export type VerifyTask = { file: string; part: Verification; counts: Record<string, number> };

const { file, part, counts } = workerData as VerifyTask;
verifyPart(file, part, counts);
