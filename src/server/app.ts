import type { DocumentNode } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import { createPlanCache } from '../compiler/plan-cache.ts';
import type { PlanCache } from '../compiler/plan-cache.ts';
import { relations } from '../db/relations.ts';
import { createPresets } from '../examples/presets.ts';
import { createWarn } from '../fields/codes/unknown-codes.ts';
import type { Warn } from '../fields/codes/unknown-codes.ts';
import { createEstimates } from '../fields/work/estimate.ts';
import type { Estimates } from '../fields/work/estimate.ts';
import { limits } from '../limits.ts';
import type { FeedEntry } from '../pages/feed/feed.ts';
import { schema } from '../schema/schema.ts';
import { createCaching } from './http/caching.ts';
import type { Caching } from './http/caching.ts';
import type { CorsHeaders } from '../http/headers.ts';
import type { RequestContext } from './http/request-context.ts';
import { createDocumentCache } from './http/document-cache.ts';
import { maskUnexpected } from './mask-error.ts';
import type { Series } from './metrics/series.ts';
import { usePages } from './plugins/addresses/use-pages.ts';
import { createOffload } from './query-process/offload.ts';
import type { Offload } from './query-process/offload.ts';
import type { Snapshots } from './snapshots/snapshots.ts';
import type { Served } from './snapshots/served.ts';
import { createClientUsage } from './guard/client-usage.ts';
import { createTurns } from './guard/turns.ts';
import type { ClientTurns } from './guard/turns.ts';
import { notATable } from '../table/fetch-pages.ts';
import type { ApiAnswer, Ask, AskingClient } from '../table/fetch-pages.ts';
import { useCompiler } from './plugins/use-compiler.ts';
import type { WithBytes } from './plugins/use-compiler.ts';
import { refuseFailures } from './plugins/refuse-failures.ts';
import { useCors } from './plugins/use-cors.ts';
import { useErrorCodes } from './plugins/use-error-codes.ts';
import { useExecutor } from './plugins/use-executor.ts';
import { useFeed } from './plugins/addresses/use-feed.ts';
import { useGraphiql } from './plugins/addresses/use-graphiql.ts';
import { useHeaders } from './plugins/use-headers.ts';
import { useHealth } from './plugins/addresses/use-health.ts';
import { useLimits } from './plugins/use-limits.ts';
import { useMetrics } from './plugins/addresses/use-metrics.ts';
import { useReply } from './plugins/use-reply.ts';
import { useRequestParser } from './plugins/use-request-parser.ts';
import { useSchemaText } from './plugins/addresses/use-schema-text.ts';
import { useTables } from './plugins/use-tables.ts';
import type { TableSource } from './tables/send-table.ts';
import { useTurns } from './plugins/use-turns.ts';
import { useVersions } from './plugins/addresses/use-versions.ts';
import type { KeptVersions } from './snapshots/kept-versions.ts';
import { useTrailingSlash } from './plugins/addresses/use-trailing-slash.ts';
import { useWarnings } from './plugins/use-warnings.ts';
import { createExplain } from './explain/explain.ts';
import { useExplain } from './plugins/use-explain.ts';
import { useErrorBodies } from './plugins/use-error-bodies.ts';

/** A snapshot that answers several requests; where its file is under watch, that says what it is worth. */
export type PinnedSnapshot = Pick<
  Served,
  | 'dialect'
  | 'db'
  | 'readBytes'
  | 'explain'
  | 'file'
  | 'version'
  | 'counts'
  | 'statistics'
  | 'base'
  | 'watch'
>;

/** What a request brings along from the server itself. */
type FromServer = AskingClient &
  Partial<Pick<RequestContext, 'headOnly' | 'hold'>> & {
    /** The snapshot that it is to be answered from, where it is one of several that belong together. */
    pinned?: PinnedSnapshot;
    /** Whether the compiler had its turn already and left the request to the executor. */
    triedToCompile?: boolean;
    /** Whether the answer is a part of a table. */
    unbounded?: boolean;
  };

type AppOptions = {
  snapshots: Snapshots;
  log: Logger;
  isStopping?: () => boolean;
  /** What a question makes the database do. */
  estimates?: Estimates;
  /** Compiles queries to one statement each; with null all go to the ordinary executor. */
  plans?: PlanCache | null;
  /** What is said of questions beside their answers. */
  warn?: Warn;
  /** Of how many characters the texts are together whose documents are kept. */
  keptCharacters?: number;
  /** What must not be answered in this process; without it everything is. */
  offload?: Offload;
  /** What all processes of this server have counted; without it nothing is told. */
  gather?: () => Promise<readonly Series[]>;
  /** Which pages may ask; all if not said. */
  open?: CorsHeaders;
  /** What caches are told. */
  caching?: Caching;
  /** Told of the codes of errors that are answered with here. */
  onErrors?: (codes: readonly string[]) => void;
  /** In which order clients have what takes time in this process. */
  turns?: ClientTurns;
  /** The snapshots that can still be read; without them only the current one. */
  kept?: KeptVersions;
  /** What was published until now, the oldest first; without it nothing is told of that. */
  history?: () => readonly FeedEntry[];
  /** Whether answers tell how they were made; not said by default. */
  explains?: boolean;
};

/** Everything that is served, as one handler of requests. */
export function createApp(options: AppOptions): YogaServerInstance<FromServer, WithBytes> {
  const { snapshots, log } = options;
  const fetch: Fetch = (request, server) => app.fetch(request, server);
  const app = createYoga<FromServer, WithBytes>({
    schema,
    // Taken once, so that a request sees one snapshot from its first statement to its last.
    context: ({ pinned }) => {
      const snapshot: PinnedSnapshot = pinned ?? snapshots.current();
      const { version, counts, statistics, ...store } = snapshot;
      return { ...store, snapshot: { version, counts, statistics } };
    },
    // Yoga's own answer to whether the process lives; ours says more.
    healthCheckEndpoint: '/live',
    graphiql: false,
    landingPage: false,
    multipart: false,
    maxRequestBodySize: limits.bodyBytes.value,
    parserAndValidationCache: {
      documentCache: createDocumentCache<DocumentNode>(options.keptCharacters),
      // A text that cannot be parsed fails early, and whoever sends it may send many others.
      errorCache: { get: () => undefined, set: () => {} },
    },
    cors: false,
    maskedErrors: { isDev: false, maskError: maskUnexpected },
    logging: {
      debug: (...words) => log.debug(words.join(' ')),
      info: (...words) => log.info(words.join(' ')),
      warn: (...words) => log.warn(words.join(' ')),
      error: (error) => log.error(error),
    },
    plugins: pluginsFor(options, fetch),
  });
  return app;
}

/** In the order in which they see a request, and later its response. */
function pluginsFor(options: AppOptions, fetch: Fetch) {
  const { snapshots, log, isStopping = () => false } = options;
  const { explains = false } = options;
  const { gather, open, onErrors, estimates = createEstimates(schema) } = options;
  const { plans = createPlanCache(schema, relations, { estimates }) } = options;
  const { warn = createWarn(schema), caching = createCaching(snapshots) } = options;
  const { offload = createOffload({ pool: null }) } = options;
  const { turns = createTurns({ usage: createClientUsage() }) } = options;
  const presets = createPresets(notATable);
  const source = { schema, snapshots, log, caching, presets };
  // The server's own questions: how much they ask for is no reader's doing.
  const ofOurs: TableSource['askOf'] = (pinned, asker) =>
    askThrough(fetch, { ...asker, pinned, unbounded: true }, turns);
  const plugins = [
    useExecutor(),
    useCors(),
    ...(options.kept ? [versions(options, options.kept)] : []),
    useTrailingSlash(),
    ...(options.history ? [useFeed({ history: options.history, snapshots, caching })] : []),
    useHealth({ snapshots, isStopping }),
    ...(gather ? [useMetrics({ gather })] : []),
    useSchemaText({ headersNow: () => caching(snapshots.current().version) }),
    useTables({
      ...source,
      turns,
      askOf: ofOurs,
    }),
    usePages({
      ...source,
      askOf: ofOurs,
      ...(options.history && { history: options.history }),
    }),
    useGraphiql({ snapshots, askOf: ofOurs, presets }),
    useRequestParser(),
    useTurns({ turns }),
    ...(explains ? [useExplain({ explain: createExplain({ schema, relations, estimates }) })] : []),
    useLimits({ schema, estimates }),
    ...(plans ? [useCompiler({ plans, offload, turns, estimates, warn })] : []),
    useWarnings({ warn }),
    useErrorCodes({ ...(onErrors && { onErrors }) }),
    useErrorBodies(),
    useReply({ caching }),
    useHeaders({ open }),
  ];
  return plugins.map((plugin) => refuseFailures(plugin, log));
}

/** The same over each snapshot that is kept. */
function versions({ kept: _kept, history = () => [], ...options }: AppOptions, kept: KeptVersions) {
  const { snapshots } = options;
  return useVersions<FromServer>({
    kept,
    snapshots,
    history,
    appOver(fixed) {
      const app = createApp({ ...options, snapshots: fixed });
      return (request, server) => app.fetch(request, server);
    },
  });
}

type Fetch = (request: Request, server: FromServer) => Response | Promise<Response>;

/**
 * Asks the API in process as a client would over HTTP, with all its limits and errors.
 * @param turns in which answers are read, and in which what is made of them goes on; without it, at once
 */
export function askThrough(fetch: Fetch, server: FromServer, turns?: ClientTurns): Ask {
  return async (params) => {
    const request = new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(params),
    });
    const response = await fetch(request, server);
    // Of several answers that belong together none may come from another file than those before.
    if (server.pinned?.watch && !(await server.pinned.watch.isSound())) return spoiled;
    const retryAfter = response.headers.get('retry-after');
    const text = await response.text();
    await turns?.resume(server.client ?? '');
    const body = JSON.parse(text) as ApiAnswer;
    return { status: response.status, body, length: text.length, retryAfter };
  };
}

const spoiled = {
  status: 503,
  body: {
    errors: [
      {
        message: 'The data were changed on the disk while they were read. Try again in a second.',
        extensions: { code: 'SERVICE_UNAVAILABLE' },
      },
    ],
  },
  retryAfter: '1',
};
