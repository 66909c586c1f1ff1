import { execute } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/**
 * Has graphql-js itself execute what is not compiled. The executor that Yoga brings leaves a promise
 * without anyone waiting for it where one item of a list fails at once and another later, and such
 * a one ends the process.
 */
export function useExecutor(): Plugin {
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(execute);
    },
  };
}
