#!/usr/bin/env node
// better-sqlite3 ends a process of an older Node without a word, so the version is looked at first.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `juzheng needs Node 24, this is ${process.versions.node}. ` +
      'npm brings that Node along: use npm start, or npm run juzheng -- <command>.\n',
  );
  process.exit(1);
}
// Before anything else is loaded, so that all of it is kept compiled.
const { holdYoungGeneration, keepCompiled } = await import('./cli/lean-loading.ts');
keepCompiled();
holdYoungGeneration();
const { run } = await import('./cli/program.ts');
await run(process.argv);
