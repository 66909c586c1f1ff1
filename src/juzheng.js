#!/usr/bin/env node
// @ts-check
// The command as people call it, with whatever Node they have. npm scripts find the packaged Node on
// their path; called directly by an older one, this hands over to it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNodeNewEnough, requireNode } from './require-node.js';

const packaged = isNodeNewEnough ? null : findPackagedNode();
if (packaged) handOver(packaged);
else {
  requireNode();
  await import('./main.ts');
}

/** The Node among the optional dependencies: npm installs the one for this platform, if there is one. */
function findPackagedNode() {
  const require = createRequire(import.meta.url);
  for (const name of Object.keys(require('../package.json').optionalDependencies)) {
    try {
      const file = require.resolve(`${name}/package.json`);
      const { node } = require(file).bin;
      if (node) return join(dirname(file), node);
    } catch {
      // It is for another platform.
    }
  }
  return null;
}

/**
 * Runs the command line with another Node and ends as that ends. The other ends when this is killed: a pipe
 * between them, into which nobody writes, tells it.
 * @param {string} node its path
 */
function handOver(node) {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const child = spawn(node, [main, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: { ...process.env, JUZHENG_LAUNCHER_FD: '3' },
  });
  child.stdio[3]?.on('error', () => {});
  // A terminal signals to both by itself, and a second signal means something else.
  const isOnTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
    process.on(signal, () => {
      if (signal === 'SIGTERM' || !isOnTerminal) child.kill(signal);
    });
  }
  child.on('error', requireNode);
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
