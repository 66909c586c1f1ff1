import { parentPort, workerData } from 'node:worker_threads';
import type { ReadDocument } from '../../readers/document.ts';
import { readDraftVocabulary } from '../facts/vocabulary.ts';
import { createDrafter } from './draft-document.ts';
import type { DraftedDocument } from './draft-document.ts';
import type { GivenHead } from './head-of.ts';

/** What a worker is started with: the vocabulary's folder, and what is wanted of each document. */
export type DraftTask = {
  readonly vocabulary: string;
  readonly version: string;
  readonly given: GivenHead;
  readonly isJson: boolean;
};

/** What became of a document, or why nothing did. */
export type WorkerAnswer =
  | { readonly ok: true; readonly document: DraftedDocument }
  | { readonly ok: false; readonly message: string };

const { vocabulary, version, given, isJson } = workerData as DraftTask;
const draft = createDrafter(readDraftVocabulary(vocabulary), version);

parentPort?.on('message', (document: ReadDocument) => {
  parentPort?.postMessage(answer(document));
});

function answer(document: ReadDocument): WorkerAnswer {
  try {
    return { ok: true, document: draft(document, given, isJson) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
