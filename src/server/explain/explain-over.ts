import { GraphQLError } from 'graphql';
import type { DocumentNode } from 'graphql';
import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Dialect } from '../../db/postgres/dialects.ts';
import { relations } from '../../db/relations.ts';
import { createEstimates } from '../../fields/work/estimate.ts';
import { schema } from '../../schema/schema.ts';
import { createApp } from '../app.ts';
import { createExplain } from './explain.ts';
import type { Explanation } from './explain.ts';
import type { Enveloped } from '../http/valid-documents.ts';
import type { Served } from '../snapshots/served.ts';
import { followSnapshots } from '../snapshots/snapshots.ts';
import type { Snapshots } from '../snapshots/snapshots.ts';
import type { AskParams } from '../../table/fetch-pages.ts';

/** A question that the API refuses before it runs anything. */
export class RefusedQuestion extends Error {
  readonly errors: readonly GraphQLError[];
  constructor(errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join('\n'));
    this.errors = errors;
  }
}

/** What is explained over: a data folder or, where one is named, PostgreSQL; and in whose words. */
export type ExplainedStore = {
  data: string;
  store?: string | undefined;
  dialect?: Dialect | undefined;
};

/**
 * Explains a question over the published snapshot of a data folder, or over what is published in PostgreSQL; it is parsed, validated and held
 * against the limits as the server does it.
 * @throws RefusedQuestion with what the API says against it
 */
export async function explainOver(
  over: ExplainedStore,
  { query, ...asked }: AskParams,
): Promise<Explanation> {
  const log = pino({ level: 'silent' });
  const snapshots = await open(over, log);
  try {
    const store = inWordsOf(over.dialect, snapshots.current());
    const { db, version, counts, statistics } = store;
    const context = { db, snapshot: { version, counts, statistics } };
    const document = readDocument(createApp({ snapshots, log }), query);
    const explainQuestion = createExplain({
      schema,
      relations,
      estimates: createEstimates(schema),
    });
    return await explainQuestion({ document, ...asked, context, store });
  } catch (error) {
    if (error instanceof GraphQLError) throw new RefusedQuestion([error]);
    throw error;
  } finally {
    snapshots.close();
  }
}

async function open({ data, store: url }: ExplainedStore, log: Logger): Promise<Snapshots> {
  const pollMilliseconds = null;
  if (url === undefined) return followSnapshots({ data, log, pollMilliseconds });
  const { followPostgres } = await import('../postgres/follow-postgres.ts');
  return followPostgres({ url, applicationName: 'juzheng explain', log, pollMilliseconds });
}

/** A file can be asked in its own words alone: in others it is only told what they would be. */
const inWordsOf = (dialect: Dialect | undefined, served: Served): Served =>
  dialect === undefined || dialect === served.dialect
    ? served
    : { ...served, dialect, explain: () => [] };

function readDocument(app: ReturnType<typeof createApp>, query: string): DocumentNode {
  const { parse, validate } = app.getEnveloped({} as never) as Enveloped;
  const document = parse(query);
  const errors = validate(schema, document) as readonly GraphQLError[];
  if (errors.length > 0) throw new RefusedQuestion(errors);
  return document;
}
