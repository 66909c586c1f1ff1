import { createHash } from 'node:crypto';
import { assets, assetsVersion } from './graphiql-assets.ts';
import { answerTypeFor } from '../../http/answer-type.ts';
import { codingFor } from '../../http/encoding.ts';
import { isRead } from '../../http/reply.ts';

export type Tab = { query: string; variables?: string };

/**
 * Nothing but what this server sends may run or be loaded. The editor sets styles on elements and
 * draws with images and fonts inside its style sheet.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * GraphiQL without any other server: answers its page and its files, and null to any other request.
 * The page is for browsers, at the API's own address; `?query=…` opens it with that query.
 */
export function createGraphiql(options: {
  endpoint: string;
  /** The same for one version of the data. */
  tabsNow: () => Promise<readonly Tab[]>;
  title?: string;
}): (request: Request) => Promise<Response | null> {
  const { endpoint, tabsNow, title = 'Juzheng 举证' } = options;
  const folder = `${endpoint}/assets/${assetsVersion}/`;
  let made: { tabs: readonly Tab[]; page: string; etag: string } | null = null;

  /** The page of these tabs, made once as long as they are the same. */
  function pageWith(tabs: readonly Tab[]) {
    if (made?.tabs === tabs) return made;
    const page = pageOf({ endpoint, folder, tabs, title });
    const etag = `"${createHash('sha256').update(page).digest('hex').slice(0, 16)}"`;
    made = { tabs, page, etag };
    return made;
  }

  return async (request) => {
    if (!isRead(request.method)) return null;
    const { pathname } = new URL(request.url);
    if (pathname.startsWith(`${endpoint}/assets/`)) {
      const name = pathname.startsWith(folder) ? pathname.slice(folder.length) : '';
      return fileAnswer(request, name);
    }
    if (pathname !== endpoint) return null;
    if (answerTypeFor(request.method, request.headers.get('accept')) !== 'text/html') return null;
    const { page, etag } = pageWith(await tabsNow());
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-cache',
      vary: 'accept',
      etag,
    };
    return new Response(page, { headers });
  };
}

async function fileAnswer(request: Request, name: string): Promise<Response> {
  const asset = assets.get(name);
  if (!asset) return new Response('There is no such file.\n', { status: 404 });
  const encoding = codingFor(request.headers.get('accept-encoding'), ['br', 'gzip']) ?? 'identity';
  const tag = `"${assetsVersion}-${encoding}"`;
  const headers = {
    'content-type': asset.type,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    etag: tag,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  };
  const body = await asset.body(encoding);
  return new Response(body, {
    headers: { ...headers, 'content-length': String(body.byteLength) },
  });
}

function pageOf(options: {
  endpoint: string;
  folder: string;
  tabs: readonly Tab[];
  title: string;
}): string {
  const { endpoint, folder, tabs, title } = options;
  const settings = {
    endpoint,
    title,
    defaultTabs: tabs,
    defaultEditorToolsVisibility: false,
    logo: '<span></span>',
  };
  // `<` is written as an escape, so that no query can end the element it stands in.
  const json = JSON.stringify(settings).replaceAll('<', String.raw`\u003c`);
  return `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${folder}graphiql.css">
<style>
body { margin: 0 }
#root { height: 100vh }
.graphiql-logo { white-space: nowrap }
/* Pressed, a tab takes itself for dragged and jumps from under the pointer: no click reached it. */
.graphiql-tab { transform: none !important }
#root:empty::before { content: 'Juzheng 举证 …'; font: 16px sans-serif; padding: 2rem; display: block }
</style>
</head>
<body class="no-focus-outline">
<noscript>GraphiQL needs JavaScript. The API answers at this address without it.</noscript>
<div id="root"></div>
<script type="application/json" id="options">${json}</script>
<script src="${folder}yoga-graphiql.umd.js"></script>
<script src="${folder}boot.js"></script>
</body>
</html>
`;
}
