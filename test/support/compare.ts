import { compareBothWays } from './both-ways.ts';

/** Compares so many random operations both ways and ends with 1 where two answers differ. */
const [, , seed, operations] = process.argv;
const { differences, operations: done } = await compareBothWays({
  seed: Number(seed),
  operations: Number(operations),
});
console.log(JSON.stringify({ done, differences }));
process.exitCode = differences.length > 0 ? 1 : 0;
