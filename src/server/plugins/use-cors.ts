import type { Plugin } from 'graphql-yoga';

/** Answers a browser that asks beforehand; whether its page may ask, the headers of all answers say. */
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
  };
}
