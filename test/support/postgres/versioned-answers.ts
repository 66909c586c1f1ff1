import assert from 'node:assert/strict';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse, print } from 'graphql';
import { openSnapshot } from '../../../src/db/database.ts';
import { relations } from '../../../src/db/relations.ts';
import { readExamples, slugOf } from '../../../src/examples/read-examples.ts';
import { publishSnapshot } from '../../../src/importer/postgres/publish.ts';
import { emptyRows } from '../../../src/importer/rows/rows.ts';
import type { Rows } from '../../../src/importer/rows/rows.ts';
import { schema } from '../../../src/schema/schema.ts';
import { randomOf } from '../corpus-rows.ts';
import { randomOperations } from '../random/random-operation.ts';
import { differenceOf, startTwoStores, toldBy } from './two-stores.ts';
import type { Told } from './two-stores.ts';
import type { TwoVersions } from './two-versions.ts';

/** Questions by their addresses, and what each version answers. */
export type VersionedAnswers = {
  paths: readonly string[];
  /** Which version an answer is of, wholly; null where it is of none. */
  versionOf: (path: string, told: Told) => string | null;
  /** How an answer that is of none differs from those that are. */
  differenceOf: (path: string, told: Told | null) => string;
};

/** Below so many milliseconds it has to be answered what is asked of a busy machine. */
const quick = 60;

/** Where the versions are published, and as which role a server reads them. */
type Published = { url: (role?: string) => string; reader: string };

/**
 * What a server over PostgreSQL answers of either version while nothing else happens, to all that is answered
 * without an error and as by a server of the data folder. The older one is published then.
 */
export async function readVersionedAnswers(
  { data, older, newer, name }: TwoVersions,
  { url, reader }: Published,
  { operations, seed }: { operations: number; seed: number },
): Promise<VersionedAnswers> {
  const answers = new Map<string, Map<string, string>>();
  const rows = rowsIn(join(data, older.file));
  for (const { version } of [newer, older]) {
    name(version === newer.version ? 'newer' : 'older');
    await publishSnapshot({ data, url: url(), reader });
    const stores = await startTwoStores(data, url(reader));
    try {
      for (const path of pathsOver(rows, operations, seed)) {
        const [wanted] = await stores.fetch(path);
        const begun = performance.now();
        const told = await toldBy(stores.postgres.url + path);
        if (!isGood(told) || performance.now() - begun > quick) continue;
        assert.equal(differenceInTold(wanted, told), null, path);
        const byVersion = answers.get(path) ?? new Map<string, string>();
        answers.set(path, byVersion.set(keyOf(told), version));
      }
    } finally {
      await stores.close();
    }
  }
  // What both answer alike, tag included, would tell no version.
  const paths = [...answers.keys()].filter((path) => answers.get(path)?.size === 2);
  return {
    paths,
    versionOf: (path, told) => answers.get(path)?.get(keyOf(told)) ?? null,
    differenceOf: (path, told) =>
      [...(answers.get(path) ?? [])]
        .map(([key, version]) => `not of ${version}: ${placeOfDifference(key, keyOf(told))}`)
        .join('\n'),
  };
}

/** Numbers in JSON may be written with or without a fraction of nought; all else is the same to the byte. */
function differenceInTold(wanted: Told, told: Told): object | null {
  if (/json/.test(told.type ?? '')) return differenceOf([wanted, told]);
  return isDeepStrictEqual(wanted, told) ? null : { sqlite: wanted, postgres: told };
}

/** Where a text begins to differ from another, with some of what follows there in both. */
function placeOfDifference(wanted: string, found: string): string {
  const at = Array.from(wanted).findIndex((_, nth) => wanted[nth] !== found[nth]);
  const [before, after] = [wanted, found].map((text) => text.slice(Math.max(0, at - 40), at + 120));
  return `at ${at}\n  ${before}\n  ${after}`;
}

const isGood = ({ status, text, etag }: Told) =>
  status === 200 && etag !== null && !text.startsWith('{"errors"') && !text.includes('"errors":[');

const keyOf = (told: Told | null) => JSON.stringify(told);

const versionField = parse('{ meta { dataVersion } }').definitions[0]!;

/** The address of a question that asks as well which version answers. */
function addressOf(query: string, variables?: object): string {
  const document = parse(query);
  const definitions = document.definitions.map((node) =>
    node.kind === 'OperationDefinition' && versionField.kind === 'OperationDefinition'
      ? {
          ...node,
          selectionSet: {
            ...node.selectionSet,
            selections: [...versionField.selectionSet.selections, ...node.selectionSet.selections],
          },
        }
      : node,
  );
  const params = new URLSearchParams({ query: print({ ...document, definitions }) });
  if (variables) params.set('variables', JSON.stringify(variables));
  return `/graphql?${params}`;
}

const lists = [
  '{ outcomes(first: 100) { totalCount nodes { code label change { percent } evidence { exact url } measures { nodes { title } } } } }',
  '{ outcomes(first: 7, orderBy: { field: CHANGE_PERCENT, direction: ASC }) { pageInfo { endCursor } nodes { code label } } }',
  '{ measures(first: 50) { totalCount facets { reports { value count } } nodes { code title(language: EN) report { code } } } }',
  '{ reports(first: 100) { totalCount nodes { code title url outcomes(first: 5) { totalCount nodes { code } } } } }',
  '{ search(text: "行政", first: 20) { totalCount facets { types { value count } } nodes { node { __typename } snippets { text } } } }',
  // What is not compiled: the executor asks one statement after the other.
  '{ __typename reports(first: 20) { nodes { code outcomes(first: 5) { totalCount nodes { code evidence { exact } } } } } __schema { queryType { name } } }',
];

const pages = ['/', '/reports', '/reports?lang=en', '/search?text=行政', '/llms.txt', '/feed.xml'];

/** The same for the same rows. */
function pathsOver(rows: Rows, operations: number, seed: number): string[] {
  const examples = readExamples();
  const random = randomOf(seed);
  const next = randomOperations(schema, rows, random, new Set());
  const drawn = Array.from({ length: operations }, () => {
    const { query, variables } = next();
    return addressOf(query, random.pick(variables));
  });
  const table = new URLSearchParams({
    query: '{ outcomes(first: 1000) { nodes { code label quantity { text } report { code } } } }',
    format: 'csv',
  });
  return [
    ...examples.map(({ query }) => addressOf(query)),
    ...examples.slice(0, 6).map((example) => `/examples/${slugOf(example)}.csv`),
    ...lists.map((query) => addressOf(query)),
    ...pages,
    ...rows.reports.slice(2, 6).map(({ code }) => `/reports/${code}`),
    ...rows.outcomes.slice(40, 44).map(({ code }) => `/outcomes/${code}`),
    `/graphql?${table}`,
    ...drawn,
  ];
}

/** All rows of a snapshot. */
function rowsIn(path: string): Rows {
  const { db, close } = openSnapshot(path);
  const rows = emptyRows() as Record<string, unknown[]>;
  for (const name of Object.keys(rows) as (keyof Rows)[])
    rows[name] = db.select().from(relations[name].table).all();
  close();
  return rows as Rows;
}
