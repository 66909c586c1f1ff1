/** The phases of an import, in their order. */
type Phase =
  | 'digest'
  | 'read'
  | 'copy'
  | 'search'
  | 'index'
  | 'settle'
  | 'analyze'
  | 'verify'
  | 'compare'
  | 'publish';

/** How far a phase is: of how many things, how many are done. */
export type OnStep = (step: { phase: Phase; done: number; total: number }) => void;
