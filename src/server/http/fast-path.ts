import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Compiled, PlanCache } from '../../compiler/plan-cache.ts';
import type { MaybeLater } from '../../db/store.ts';
import type { Warn, Warning } from '../../fields/codes/unknown-codes.ts';
import type { Context } from '../../schema/context.ts';
import type { RequestContext } from './request-context.ts';
import type { ClientUsage } from '../guard/client-usage.ts';
import type { ClientTurns } from '../guard/turns.ts';
import { smallBytes } from '../guard/unread-answers.ts';
import { createPlanElsewhere } from '../planning/plan-elsewhere.ts';
import type { PlanElsewhere } from '../planning/plan-elsewhere.ts';
import type { Offload } from '../query-process/offload.ts';
import { letGo } from '../../http/own-bytes.ts';
import { holdsErrors } from '../query-process/refusals.ts';
import type { QueryAnswer } from '../query-process/refusals.ts';
import type { Snapshots } from '../snapshots/snapshots.ts';
import { withWarnings } from '../with-warnings.ts';
import { tagOfQuestion } from './caching.ts';
import type { Caching } from './caching.ts';
import { noStore } from '../../http/headers.ts';
import type { CorsHeaders } from '../../http/headers.ts';
import { leavingSignal } from '../connections/leaving.ts';
import type { SimpleRequest } from './simple-request.ts';
import type { ValidDocuments } from './valid-documents.ts';
import { refuse } from '../../http/refusal.ts';
import type { Refusal } from '../../http/refusal.ts';
import { clientOfMessage, codeBytes, notModifiedBefore, replyHead } from '../../http/reply.ts';
import type { Client, ReplyHead } from '../../http/reply.ts';

export type FastPath = {
  /** Answers a plain request where it can; where it cannot, nothing has been written. */
  answer: (
    plain: SimpleRequest,
    request: IncomingMessage,
    response: ServerResponse,
    from: Pick<RequestContext, 'client' | 'hold'>,
  ) => Promise<boolean>;
  /** Milliseconds that a request may wait while others are answered, the more it is likely to take. */
  graceFor: (plain: SimpleRequest) => number;
  /** Notes how many milliseconds a request took before it waited for anything. */
  tookAtOnce: (plain: SimpleRequest, milliseconds: number) => void;
};

/**
 * A text that is read for the first time takes 10 µs a character, a cold process twice as much; it may wait
 * a hundred times that. One that is known mostly takes a tenth of a millisecond, and more where there is
 * much to be said of codes that are not there, or many variables to be read: as much as it last took.
 */
const grace = { known: 5, perCharacter: 1, perMillisecond: 100, most: 1000 } as const;

/**
 * The fast path from a request to its one statement and back: read once, parsed once, and the
 * statement's value put on the wire as it is. Whatever it leaves goes to Yoga, which answers alike.
 */
export function createFastPath(options: FastPathOptions): FastPath {
  const { documents, snapshots, open, caching, offload } = options;
  const planElsewhere = offload.planner && createPlanElsewhere(offload.planner, options.usage);
  const planning = { ...options, planElsewhere };

  /** How many bytes the plans of large answers last answered with. */
  const sizes = new WeakMap<Compiled['plan'], number>();

  const answer: FastPath['answer'] = async (plain, request, response, { client, hold }) => {
    const { params, type, search } = plain;
    const snapshot = snapshots.current();
    const planned = planFor(planning, { params, snapshot, response, client });
    const question = planned instanceof Promise ? await planned : planned;
    if (!question) return false;
    const opened = open(request.headers.origin);
    const asker = clientOfMessage(request);
    const tagged = search === null ? null : taggedBy(caching, snapshot.version, [type, search]);
    if ('refusal' in question) {
      const head = headOf(question.refusal, asker, { type, tagged });
      return end(response, { ...head, body: question.refusal.body, opened });
    }
    const { compiled } = question;
    const unchanged = tagged && notModifiedBefore(asker, tagged);
    if (unchanged) return end(response, { ...unchanged, opened });
    // What the same question was answered with last is a good guess, and spares making it in vain.
    const foreseen = sizes.get(compiled.plan);
    const refusalBefore = foreseen ? hold(foreseen) : null;
    if (refusalBefore) return turnAway(response, refusalBefore, opened);
    const answered = await answerTo(options, plain, { ...question, snapshot, response, client });
    if (!answered) return false;
    const head = headOf(answered, asker, { type, tagged });
    if (head.status === 304) return end(response, { ...head, opened });
    const { length } = answered.body;
    const isLarge = foreseen !== undefined || length > smallBytes;
    if (isLarge) sizes.set(compiled.plan, length);
    const refusal = isLarge ? hold(length) : null;
    if (refusal) return turnAway(response, refusal, opened);
    const coded = await codeBytes(head, answered.body);
    if (isLarge) hold(coded.body.length);
    return end(response, { ...coded, opened });
  };

  return {
    answer,
    graceFor({ params: { query } }) {
      const took = documents.timeOf(query);
      const wanted =
        took === null ? query.length * grace.perCharacter : took * grace.perMillisecond;
      return Math.min(grace.most, Math.max(grace.known, wanted));
    },
    tookAtOnce: ({ params: { query } }, milliseconds) => documents.noteTime(query, milliseconds),
  };
}

type FastPathOptions = {
  plans: PlanCache;
  documents: ValidDocuments;
  snapshots: Snapshots;
  offload: Offload;
  turns: Pick<ClientTurns, 'resume'>;
  usage: Pick<ClientUsage, 'of'>;
  warn: Warn;
  open: CorsHeaders;
  caching: Caching;
};

/** A question that was read, here or elsewhere. */
type PlannedQuestion = {
  /** Known again by being the same. */
  document: object;
  compiled: Compiled;
  /** What is said beside the answer of a statement. */
  warnings: () => MaybeLater<readonly Warning[]>;
};

type Asked = {
  params: SimpleRequest['params'];
  snapshot: ReturnType<Snapshots['current']>;
  response: ServerResponse;
  client: string;
};

/** With what plans new questions in another process; null where none does. */
type PlanningOptions = FastPathOptions & { planElsewhere: PlanElsewhere | null };

/** Reads and plans a question, elsewhere if there are many new ones; null for one that Yoga must answer. */
function planFor(
  options: PlanningOptions,
  asked: Asked,
): MaybeLater<PlannedQuestion | { refusal: QueryAnswer } | null> {
  const { documents, planElsewhere } = options;
  const { params, response } = asked;
  if (!planElsewhere || documents.timeOf(params.query) !== null) return planHere(options, asked);
  const elsewhere = planElsewhere.plan(params, { ...asked, signal: leavingSignal(response) });
  const plan = () => planHere(options, asked, planElsewhere.wasPlannedHere);
  return elsewhere
    ? elsewhere.then((planned) => (planned === 'LEFT' ? null : (planned ?? plan())))
    : plan();
}

/** The same in this process, in turns with others, which is told how many milliseconds all of it took. */
function planHere(
  { documents, plans, turns, warn }: FastPathOptions,
  { params, snapshot, client }: Asked,
  took: (milliseconds: number) => void = () => {},
): MaybeLater<PlannedQuestion | null> {
  let begun = performance.now();
  const count = () => took(performance.now() - begun);
  const document = documents.documentFor(params.query);
  if (!document) {
    count();
    return null;
  }
  const { version, counts, statistics, db } = snapshot;
  const { operationName, variables } = params;
  const context: Context = { db, snapshot: { version, counts, statistics } };
  const warnings = () => warn({ document, ...params, store: snapshot });
  const asQuestion = (compiled: Compiled | null) => {
    count();
    return compiled && { document, compiled, warnings };
  };
  const planned = plans.compiledInTurns(
    { document, operationName, variables, context, statistics },
    async () => {
      count();
      await turns.resume(client);
      begun = performance.now();
    },
  );
  return planned instanceof Promise ? planned.then(asQuestion) : asQuestion(planned);
}

type QuestionInHand = PlannedQuestion & Omit<Asked, 'params'>;

/** The whole answer, from here or from another process; null where Yoga must give it. */
async function answerTo(
  { offload }: FastPathOptions,
  { params, type }: SimpleRequest,
  { document, compiled, warnings, snapshot, response, client }: QuestionInHand,
): Promise<QueryAnswer | null> {
  const reckoned = { compiled, document, work: compiled.work };
  const route = offload.routeOf(reckoned);
  const withItsWarnings = (answered: QueryAnswer) => withWarnings(answered, warnings);
  if (route === 'HERE') {
    const body = await offload.runHere(compiled, snapshot.readBytes);
    return body && withItsWarnings({ status: 200, body });
  }
  const question = { ...params, type };
  const signal = leavingSignal(response);
  const answered = await offload.answer(route, reckoned, { question, snapshot, client, signal });
  if (!answered) return null;
  // Only then the system has taken all of it.
  response.once('finish', () => letGo(answered.body));
  return withItsWarnings(answered);
}

type Tagged = { etag: string } & Readonly<Record<string, string>>;

/** The validator of an answer to GET, and what caches are told of it. */
const taggedBy = (caching: Caching, version: string, question: [type: string, search: string]) => ({
  etag: tagOfQuestion(version, question),
  ...caching(version),
});

/** The head of the reply with an answer; `tagged` is null for POST, of which caches are told nothing. */
function headOf(
  { status, headers, body }: QueryAnswer,
  asker: Client,
  { type, tagged }: { type: string; tagged: Tagged | null },
): ReplyHead {
  const isGood = status === 200 && !holdsErrors(body);
  return replyHead(asker, {
    status,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      ...(isGood ? tagged : tagged && noStore),
      ...headers,
    },
    length: body.length,
    holdsErrors: !isGood,
  });
}

function turnAway(
  response: ServerResponse,
  refusal: Refusal,
  opened: Readonly<Record<string, string>>,
): true {
  refuse(response, refusal, opened);
  return true;
}

function end(
  response: ServerResponse,
  reply: Pick<ReplyHead, 'status' | 'headers'> & {
    body?: Uint8Array;
    opened: ReplyHead['headers'];
  },
): true {
  const { status, headers, body, opened } = reply;
  response.writeHead(status, { ...headers, ...opened });
  if (body) endInPieces(response, body);
  else response.end();
  return true;
}

/** Some 50 µs to write; an answer of a megabyte written at once holds all others for three milliseconds. */
const pieceBytes = 65_536;

/** Sends a body and ends; between the pieces of a long one others have their turn. */
function endInPieces(response: ServerResponse, body: Uint8Array): void {
  if (response.destroyed) return;
  if (body.length <= pieceBytes) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, pieceBytes), (error) => {
    if (!error) setImmediate(endInPieces, response, body.subarray(pieceBytes));
  });
}
