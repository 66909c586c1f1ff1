import { createHash } from 'node:crypto';
import type { Asker } from '../../examples/askers.ts';
import type { Parameter } from '../../examples/parameters.ts';
import { assets, assetsVersion } from './assets.ts';
import { answerTypeFor } from '../../http/accept.ts';
import { codingFor } from '../../http/encoding.ts';
import { isRead } from '../../http/reply.ts';
import { jsonWithin } from '../../pages/html.ts';

/** An example as the page shows it. */
export type ShownExample = {
  slug: string;
  asker: Asker;
  question: Readonly<Record<'zh' | 'en', string>>;
  notes: string;
  query: string;
  parameters: readonly Parameter[];
  /** What it is asked with, where the data do not hold what it names. */
  variables: Readonly<Record<string, unknown>>;
};

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
  examplesNow: () => Promise<readonly ShownExample[]>;
  title?: string;
  /** Under which path all is served, where it is of one version of the data. */
  baseNow?: () => string;
}): (request: Request) => Promise<Response | null> {
  const { endpoint, examplesNow, title = 'Juzheng 举证', baseNow = () => '' } = options;
  const folder = `${endpoint}/assets/${assetsVersion}/`;
  let made: { examples: readonly ShownExample[]; page: string; etag: string } | null = null;

  /** The page with these examples, made once as long as they are the same. */
  function pageWith(examples: readonly ShownExample[]) {
    if (made?.examples === examples) return made;
    const base = baseNow();
    const page = pageOf({ base, endpoint: base + endpoint, folder, examples, title });
    const etag = `"${createHash('sha256').update(page).digest('hex').slice(0, 16)}"`;
    made = { examples, page, etag };
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
    const { page, etag } = pageWith(await examplesNow());
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
  base: string;
  endpoint: string;
  folder: string;
  examples: readonly ShownExample[];
  title: string;
}): string {
  const { base, endpoint, folder, examples, title } = options;
  const json = jsonWithin({ base, endpoint, examples }).toString();
  return `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${folder}graphiql.css">
<link rel="stylesheet" href="${folder}page.css">
</head>
<body>
<a class="skip" href="#panel">例题与出处 · Examples and evidence</a>
<header class="site"><a class="brand" href="/"><b lang="zh">举证</b> Juzheng</a><h1>GraphiQL</h1></header>
<noscript>GraphiQL 需要 JavaScript；不用它也可以直接向这个地址提问。GraphiQL needs JavaScript. The API answers at this address without it.</noscript>
<main>
<section id="panel"></section>
<div id="root"></div>
</main>
<script type="application/json" id="options">${json}</script>
<script src="${folder}environment.js"></script>
<script src="${folder}yoga-graphiql.umd.js"></script>
<script type="module" src="${folder}boot.js"></script>
</body>
</html>
`;
}
