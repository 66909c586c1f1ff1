import { requireNode } from './require-node.js';

// better-sqlite3 ends a process of an older Node without a word, so the version is looked at first.
requireNode();
// Before anything else is loaded, which it hastens.
const { holdYoungGeneration } = await import('./lean-loading.ts');
holdYoungGeneration();
const { run } = await import('./cli/program.ts');
await run(process.argv);
