import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../schema/context.ts';
import { isKnown, weak } from '../../http/entity-tag.ts';
import { codingFor } from '../../http/encoding.ts';
import { tagOf } from '../http/fast-path.ts';
import type { Caching } from '../http/caching.ts';
import { noStore } from '../../http/headers.ts';

/**
 * Lets caches keep the answers to GET, with a validator that changes with the data; what is an
 * error, or holds one, is not kept.
 */
export function useCaching({
  caching,
  endpoint = '/graphql',
}: {
  caching: Caching;
  endpoint?: string;
}): Plugin {
  /** The version of the data of each answer without errors. */
  const answered = new WeakMap<Request, string>();
  return {
    onExecutionResult({ request, result, context }) {
      if (!result || Array.isArray(result) || ('errors' in result && result.errors)) return;
      answered.set(request, (context as unknown as Context).snapshot.version);
    },
    onResponse({ request, response, setResponse, fetchAPI }) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return;
      const { pathname } = new URL(request.url);
      const { headers, status } = response;
      const [type = ''] = (headers.get('content-type') ?? '').split(';');
      const isAnswer = pathname === endpoint && type.endsWith('json');
      const version = answered.get(request);
      if (isAnswer && status === 200 && version !== undefined) {
        const search = request.url.slice(request.url.indexOf('?') + 1);
        const tag = tagOf(version, type, search);
        const kept = caching(version);
        for (const [name, value] of Object.entries({ etag: tag, ...kept }))
          headers.set(name, value);
        if (!isKnown(tag, request.headers.get('if-none-match'))) return;
        const coding = codingFor(request.headers.get('accept-encoding'));
        const known = { etag: coding ? weak(tag) : tag, ...kept };
        setResponse(new fetchAPI.Response(null, { status: 304, headers: known }));
      } else if ((isAnswer || status >= 400) && !headers.has('cache-control')) {
        for (const [name, value] of Object.entries(noStore)) headers.set(name, value);
      }
    },
  };
}
