/**
 * Has an error let go of what made it. Until its trace is written out, which is when it is first read, V8
 * keeps every function that was at work, and all that these hold: of a validation some 15 MB. An error that
 * is kept, as those of known documents are, would keep that too.
 */
export const letGo = (error: Error): void => void error.stack;
