import { LRUCache } from 'lru-cache';
import { parametersOf } from './parameters.ts';
import type { Parameter } from './parameters.ts';
import type { Example } from './read-examples.ts';

/** Asks the API. */
type Ask = (params: {
  query: string;
  variables?: Readonly<Record<string, unknown>>;
}) => Promise<Answered>;

type Answered = {
  status: number;
  body: { data?: Record<string, unknown> | null; errors?: readonly object[] };
  retryAfter?: string | null;
};

type Variables = Readonly<Record<string, unknown>>;

/** What stands in for the presets of an example that a version of the data does not hold. */
export type Presets = (ask: Ask, dataVersion: string, example: Example) => Promise<Variables>;

/** For each variable that names one thing: how to look for it, and what to take instead, the best first. */
const sources: Readonly<Record<string, { known: string; others: string }>> = {
  report: {
    known: 'reports(filter: { codes: $codes }, first: 1) { nodes { code } }',
    others:
      'reports(filter: { outcomes: {} }, orderBy: { field: YEAR, direction: DESC }, first: 10) { nodes { code } }',
  },
  indicator: {
    known: 'indicators(filter: { codes: $codes, hasOutcomes: true }, first: 1) { nodes { code } }',
    others: 'indicators(filter: { hasOutcomes: true }, first: 10) { nodes { code } }',
  },
  outcome: {
    known: 'outcomes(filter: { codes: $codes }, first: 1) { nodes { code } }',
    others: 'outcomes(filter: { hasFigure: true }, first: 10) { nodes { code } }',
  },
};

/** How many answers are kept: those of all examples, of two versions of the data. */
const kept = 100;

/**
 * Examples about one report or one indicator name those of the seed. Where the data do not hold them, the
 * newest report is taken, or another indicator, with which the example has something to show.
 * @param refusalOf what is thrown where the API has not answered: what it holds is not known then
 */
export function createPresets(refusalOf: (answered: Answered) => Error): Presets {
  const insist =
    (ask: Ask): Ask =>
    async (params) => {
      const answered = await ask(params);
      if (isUnanswered(answered)) throw refusalOf(answered);
      return answered;
    };
  const found = new LRUCache<string, Promise<Variables>>({ max: kept });
  return (ask, dataVersion, example) => {
    const key = `${dataVersion} ${example.name}`;
    const known = found.get(key);
    if (known) return known;
    const finding = find(insist(ask), example);
    found.set(key, finding);
    // What could not be found out is asked again.
    finding.catch(() => found.delete(key));
    return finding;
  };
}

/** An example that asks for too much has nothing to show; what could not be answered this time may have. */
const isUnanswered = ({ status, body: { data, errors = [] } }: Answered): boolean =>
  status >= 500 || (errors.length > 0 && !data);

async function find(ask: Ask, { query }: Example): Promise<Variables> {
  const missing: Variables = {};
  for (const parameter of parametersOf(query)) {
    const source = sources[parameter.name];
    if (parameter.preset === undefined || !source) continue;
    // oxlint-disable-next-line no-await-in-loop -- no example has several
    Object.assign(missing, await standIn(ask, query, { parameter, source }));
  }
  return missing;
}

/** What a variable is set to where its preset is not in the data; nothing where it is, or nothing is there. */
async function standIn(
  ask: Ask,
  query: string,
  { parameter, source }: { parameter: Parameter; source: { known: string; others: string } },
): Promise<Variables> {
  const { name, isList, preset } = parameter;
  const known = await codesOf(ask, `query ($codes: [String!]) { found: ${source.known} }`, {
    codes: preset,
  });
  if (known.length > 0) return {};
  const others = await codesOf(ask, `{ found: ${source.others} }`);
  const candidates = others.map((code) => ({ [name]: isList ? [code] : code }));
  for (const variables of candidates) {
    // oxlint-disable-next-line no-await-in-loop -- the first that shows something is taken
    const { body } = await ask({ query, variables });
    if (showsSomething(body.data)) return variables;
  }
  return candidates[0] ?? {};
}

async function codesOf(ask: Ask, query: string, variables: Variables = {}): Promise<string[]> {
  const { body } = await ask({ query, variables });
  const { found } = (body.data ?? {}) as { found?: { nodes: { code: string }[] } };
  return found?.nodes.map(({ code }) => code) ?? [];
}

/** Whether an answer has a row, or the one thing that was asked for. */
const showsSomething = (data: Record<string, unknown> | null | undefined): boolean =>
  Object.entries(data ?? {}).some(([name, value]) => {
    const { nodes } = (value ?? {}) as { nodes?: unknown[] };
    return name !== 'meta' && value !== null && (nodes ? nodes.length > 0 : true);
  });
