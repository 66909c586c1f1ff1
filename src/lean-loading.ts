import { enableCompileCache, getCompileCacheDir, registerHooks } from 'node:module';
import type { ResolveFnOutput } from 'node:module';
import { PerformanceObserver } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

// Imported for what it does, before anything that is large: a process then starts in half the time.

/** Beside the packages: whoever may write there may change the program anyway. */
const folder = fileURLToPath(new URL('../node_modules/.cache/juzheng', import.meta.url));

/**
 * Keeps what Node makes of the TypeScript sources, for this process and those that it starts. Without
 * it each of them strips and compiles everything anew, which takes most of a start and leaves some
 * hundred megabytes behind. Where the folder cannot be written, all goes on as without it.
 */
function keepCompiled(): void {
  enableCompileCache(folder);
  if (getCompileCacheDir()) process.env['NODE_COMPILE_CACHE'] ??= folder;
}

/**
 * Says where Drizzle's files are and what they are. Node would look it up in Drizzle's package.json, which
 * has 290 kB, and parses it anew for each import: half of what a process spends on its start.
 */
function knowDrizzle(): void {
  const known = new Map<string, ResolveFnOutput>();
  registerHooks({
    resolve(specifier, context, next) {
      const { parentURL } = context;
      if (/^\.\.?\/.*\.js$/.test(specifier) && parentURL?.includes('/drizzle-orm/')) {
        return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
      }
      // There is one Drizzle, whoever imports it.
      if (!/^drizzle-orm(?:\/|$)/.test(specifier)) return next(specifier, context);
      const key = `${specifier} ${context.conditions.join(' ')}`;
      const found = known.get(key) ?? { ...next(specifier, context), shortCircuit: true };
      known.set(key, found);
      return found;
    },
  });
}

/**
 * Loading leaves much behind that is soon of no use; on a large machine V8 would let the young
 * generation grow to 128 MB for it and never give them back.
 */
export const holdYoungGeneration = () => {
  setFlagsFromString('--semi-space-growth-factor=1');
};

/** Lets it grow as usual, once all is loaded. */
export const releaseYoungGeneration = () => {
  setFlagsFromString('--semi-space-growth-factor=2');
};

/** Bytes of the young generation of a server: it holds what most answers leave behind. */
const usualYoungBytes = 16 << 20;

/** The same over PostgreSQL, whose driver leaves several times as much behind of each answer, outside of that heap too. */
export const youngBytesOverStore = 8 << 20;

/**
 * Bounds the heap of a process that serves for long. V8 would let garbage grow to several times what is
 * alive (to 300 MB beside 85) before it collects; now it begins at a quarter more. The young generation
 * grows to a few megabytes, so that less of what is soon dead grows old.
 */
export function keepHeapSmall(youngBytes = usualYoungBytes): void {
  setFlagsFromString('--heap-growing-percent=25');
  releaseYoungGeneration();
  const observer = new PerformanceObserver(() => {
    const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
    if (young && young.space_size < youngBytes) return;
    holdYoungGeneration();
    observer.disconnect();
  });
  observer.observe({ entryTypes: ['gc'] });
}

keepCompiled();
knowDrizzle();
