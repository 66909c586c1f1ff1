import type { Plugin } from 'graphql-yoga';
import { openTo, withVary } from './http/headers.ts';

/** Puts on every answer what it says to browsers. */
export function useHeaders({ open = openTo(['*']) } = {}): Plugin {
  return {
    onResponse({ request, response }) {
      const { vary, ...others } = open(request.headers.get('origin'));
      for (const [name, value] of Object.entries(others)) response.headers.set(name, value);
      if (vary) response.headers.set('vary', withVary(response.headers.get('vary'), vary));
    },
  };
}
