import { GraphQLError } from 'graphql';
import type { DocumentNode } from 'graphql';
import { pino } from 'pino';
import { relations } from '../../db/relations.ts';
import { createEstimates } from '../../fields/work/estimate.ts';
import { schema } from '../../schema/schema.ts';
import { createApp } from '../app.ts';
import { createExplain } from './explain.ts';
import type { Explanation } from './explain.ts';
import type { Enveloped } from '../http/valid-documents.ts';
import { followSnapshots } from '../snapshots/snapshots.ts';
import type { AskParams } from '../../table/fetch-pages.ts';

/** A question that the API refuses before it runs anything. */
export class RefusedQuestion extends Error {
  readonly errors: readonly GraphQLError[];
  constructor(errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join('\n'));
    this.errors = errors;
  }
}

/**
 * Explains a question over the published snapshot of a data folder; it is parsed, validated and held
 * against the limits as the server does it.
 * @throws RefusedQuestion with what the API says against it
 */
export async function explainOver(
  data: string,
  { query, ...asked }: AskParams,
): Promise<Explanation> {
  const log = pino({ level: 'silent' });
  const snapshots = followSnapshots({ data, log, pollMilliseconds: null });
  try {
    const store = snapshots.current();
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

function readDocument(app: ReturnType<typeof createApp>, query: string): DocumentNode {
  const { parse, validate } = app.getEnveloped({} as never) as Enveloped;
  const document = parse(query);
  const errors = validate(schema, document) as readonly GraphQLError[];
  if (errors.length > 0) throw new RefusedQuestion(errors);
  return document;
}
