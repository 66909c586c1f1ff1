import { createYoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Context } from '../schema/context.ts';
import { schema } from '../schema/schema.ts';
import type { Snapshots } from './snapshots.ts';
import { useGraphiql } from './use-graphiql.ts';
import { useHealth } from './use-health.ts';
import { useRequestLog } from './use-request-log.ts';
import { useSchemaText } from './use-schema-text.ts';

/** Everything that is served, as one handler of requests. */
export function createApp(options: {
  snapshots: Snapshots;
  log: Logger;
  isStopping?: () => boolean;
}) {
  const { snapshots, log, isStopping = () => false } = options;
  return createYoga<object, Context>({
    schema,
    // Taken once, so that a request sees one snapshot from its first statement to its last.
    context: () => {
      const { db, version, counts } = snapshots.current();
      return { db, snapshot: { version, counts } };
    },
    // Yoga's own answer to whether the process lives; ours says more.
    healthCheckEndpoint: '/live',
    graphiql: false,
    landingPage: false,
    multipart: false,
    maxRequestBodySize: 64 * 1024,
    // The data are public and read-only: any page may ask, none with a user's credentials.
    cors: { origin: '*', credentials: false, methods: ['GET', 'POST', 'OPTIONS'] },
    maskedErrors: { isDev: false },
    logging: {
      debug: (...words) => log.debug(words.join(' ')),
      info: (...words) => log.info(words.join(' ')),
      warn: (...words) => log.warn(words.join(' ')),
      error: (error) => log.error(error),
    },
    plugins: [
      useRequestLog({ log }),
      useHealth({ snapshots, isStopping }),
      useSchemaText(),
      useGraphiql(),
    ],
  });
}
