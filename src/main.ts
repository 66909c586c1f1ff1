import { requireNode } from './require-node.js';

// better-sqlite3 ends a process of an older Node without a word, so the version is looked at first.
requireNode();
// Before anything else is loaded, so that all of it is kept compiled.
const { holdYoungGeneration, keepCompiled } = await import('./cli/lean-loading.ts');
keepCompiled();
holdYoungGeneration();
const { run } = await import('./cli/program.ts');
await run(process.argv);
