// @ts-check
// Plain JavaScript that old Nodes read too: on them it ends the process with one sentence, where
// TypeScript would end it with a stack trace and better-sqlite3 without a word.

const needed = 24;

export const isNodeNewEnough = Number(process.versions.node.split('.')[0]) >= needed;

/** Ends the process where its Node cannot run the program. */
export function requireNode() {
  if (isNodeNewEnough) return;
  process.stderr.write(
    `juzheng needs Node ${needed} or newer, and this is ${process.versions.node}; npm ci brought none for ` +
      `${process.platform} on ${process.arch}: install it from https://nodejs.org.\n`,
  );
  process.exit(1);
}

// npm test runs this file by itself, before what an old Node would not understand.
if (process.argv[1]?.endsWith('require-node.js')) requireNode();
