import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { isProbe } from '../../../src/compiler/ways/probe.ts';
import type { OnStatement } from '../../../src/db/client.ts';
import { makeCorpus } from '../corpus.ts';
import { copyImported } from '../imported.ts';
import { importSeed } from '../../../src/importer/import.ts';
import { createApp } from '../../../src/server/app.ts';
import { versionBase } from '../../../src/pages/versions/version-page.ts';
import { followHistory } from '../../../src/server/snapshots/history.ts';
import { createKeptVersions } from '../../../src/server/snapshots/kept-versions.ts';
import { followSnapshots } from '../../../src/server/snapshots/snapshots.ts';

export type Answer = {
  status: number;
  headers: Headers;
  // oxlint-disable-next-line no-explicit-any -- a test says by its assertions what the shape is
  body: any;
  /** How many SQL statements it took. */
  statements: number;
};

export type Seeded = {
  fetch: (input: string | Request, init?: RequestInit) => Promise<Response>;
  ask: (query: string, variables?: object) => Promise<Answer>;
  /** The data of an answer; whatever errors it has fail the test. */
  dataOf: (query: string, variables?: object) => Promise<Answer['body']>;
  data: string;
  close: () => void;
};

export type Starting = {
  /** Behind which number rows are numbered that no seed was read for; 0 if not said. */
  place?: number;
  /** Told of every SQL statement. */
  told?: OnStatement;
  /** Whether queries are compiled. */
  compiler?: boolean;
};

/** A count written as SQL writes what is no whole number: a strict client takes it for no `Int`. */
const countAsReal = /"(?:totalCount|count)":\d+\./;

/** How the statements begin that look for codes. */
const codeStatement = 'select cast(json_group_array(value) as blob) from (';

/** The whole application over the real seed, imported into a folder of its own. */
export async function startSeeded(starting: Starting = {}): Promise<Seeded> {
  const data = mkdtempSync(join(tmpdir(), 'juzheng-'));
  await copyImported(data);
  const started = startOver(data, starting);
  return {
    ...started,
    close() {
      started.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The whole application over so many synthetic reports of a draw. */
export async function startOverCorpus(reports: number, draw = 1): Promise<Seeded> {
  const corpus = makeCorpus(reports, draw);
  await importSeed({ ...corpus, jobs: 1 });
  const started = startOver(corpus.data);
  return {
    ...started,
    close() {
      started.close();
      corpus.remove();
    },
  };
}

/** The data of an answer, which is the same compiled and executed, or the test fails. */
export async function sameDataOf(
  { compiled, executed }: Record<'compiled' | 'executed', Seeded>,
  query: string,
  variables?: object,
): Promise<Answer['body']> {
  const { body } = await compiled.ask(query, variables);
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  assert.deepEqual((await executed.ask(query, variables)).body, body);
  return body.data;
}

/** The whole application over what a data folder has published. */
export function startOver(
  data: string,
  { told = () => {}, compiler = true }: Starting = {},
): Seeded {
  let statements = 0;
  const onStatement: OnStatement = (sql, values) => {
    // Whether the codes of a filter exist, and how a page is best read, is asked once and for no answer.
    if (sql.startsWith(codeStatement) || isProbe(sql)) return;
    statements += 1;
    told(sql, values);
  };
  const failed: string[] = [];
  const write = (line: string) => {
    if (line.includes('a compiled statement failed')) failed.push(line);
  };
  const log = pino({ level: 'error' }, { write });
  const snapshots = followSnapshots({ data, log, onStatement });
  const kept = createKeptVersions({ data, log, baseOf: versionBase });
  const history = followHistory(data);
  const app = createApp({ snapshots, log, kept, history, ...(!compiler && { plans: null }) });
  const fetch: Seeded['fetch'] = async (input, init) => app.fetch(new Request(input, init));
  const ask: Seeded['ask'] = async (query, variables) => {
    const begun = statements;
    const response = await fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    // The executor would answer in their place, rightly and slowly.
    assert.deepEqual(failed, [], 'a statement that was compiled can be run');
    assert.doesNotMatch(text, countAsReal, 'counts are whole numbers in letters, too');
    const body: unknown = JSON.parse(text);
    return {
      status: response.status,
      headers: response.headers,
      body,
      statements: statements - begun,
    };
  };
  return {
    fetch,
    data,
    ask,
    async dataOf(query, variables) {
      const { body } = await ask(query, variables);
      assert.equal(body.errors, undefined, JSON.stringify(body.errors));
      return body.data;
    },
    close() {
      kept.close();
      snapshots.close();
    },
  };
}
