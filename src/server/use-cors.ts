import type { Plugin } from 'graphql-yoga';
import { openToAll } from './http/headers.ts';

/**
 * Lets any page ask. The headers never depend on who asks: an answer that a cache keeps for one
 * page is as good for another.
 */
export function useCors({ methods = 'GET, HEAD, POST, OPTIONS', seconds = 86_400 } = {}): Plugin {
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      if (request.method !== 'OPTIONS') return;
      const headers = {
        'access-control-allow-methods': methods,
        'access-control-allow-headers': '*',
        'access-control-max-age': String(seconds),
        'content-length': '0',
      };
      endResponse(new fetchAPI.Response(null, { status: 204, headers }));
    },
    onResponse({ response }) {
      for (const [name, value] of Object.entries(openToAll)) response.headers.set(name, value);
    },
  };
}
