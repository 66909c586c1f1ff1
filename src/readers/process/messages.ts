import type { ReadDocument } from '../document.ts';
import type { UnreadableRule } from '../unreadable.ts';

/** A file to read; one at a time. */
export type ToReader = { readonly path: string };

export type FromReader =
  | { readonly ok: true; readonly document: ReadDocument }
  | {
      readonly ok: false;
      readonly rule: UnreadableRule;
      readonly what: string;
      readonly help: string;
    };
