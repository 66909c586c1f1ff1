import type { Plugin } from 'graphql-yoga';
import { corsHeaders, withVary } from '../../http/headers.ts';

/** Puts on every answer what it says to browsers; no page is shown inside another. */
export function useHeaders({ open = corsHeaders(['*']) } = {}): Plugin {
  return {
    onResponse({ request, response }) {
      const { vary, ...others } = open(request.headers.get('origin'));
      for (const [name, value] of Object.entries(others)) response.headers.set(name, value);
      const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
      if (isPage && !response.headers.has('content-security-policy')) {
        response.headers.set('content-security-policy', "frame-ancestors 'none'");
      }
      if (vary) response.headers.set('vary', withVary(response.headers.get('vary'), vary));
    },
  };
}
