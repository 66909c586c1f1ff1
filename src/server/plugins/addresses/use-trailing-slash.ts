import type { Plugin } from 'graphql-yoga';
import { movedTo } from '../../../http/addresses.ts';
import { publicOrigin } from '../../../public-origin.ts';

/**
 * Leads from an address with a slash at its end to the one without, where everything stands, and from one
 * where a thing once stood to where it stands; 308 keeps
 * method and body, so that a question that was posted is posted again.
 */
export function useTrailingSlash({ seconds = 3600 }: { seconds?: number } = {}): Plugin {
  return {
    onRequest({ url, endResponse, fetchAPI }) {
      const bare = withoutSlash(url.pathname);
      const path = movedTo(bare ?? url.pathname) ?? bare;
      if (path === null) return;
      const headers = {
        location: `${publicOrigin()}${path}${url.search}`,
        'cache-control': `public, max-age=${seconds}`,
        'content-length': '0',
      };
      endResponse(new fetchAPI.Response(null, { status: 308, headers }));
    },
  };
}

/**
 * The path without the slashes at its end, of which the front page keeps one; null where it has none.
 * Two at the start would be taken for the name of another host.
 */
function withoutSlash(pathname: string): string | null {
  const path = pathname.replace(/\/+$/, '') || '/';
  return path === pathname ? null : path.replace(/^\/{2,}/, '/');
}
