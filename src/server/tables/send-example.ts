import type { Presets } from '../../examples/presets.ts';
import type { Example } from '../../examples/read-examples.ts';
import { tagOfAnswer } from '../../http/entity-tag.ts';
import { varies } from '../../http/headers.ts';
import { isRead, notModifiedResponse, onlyRead } from '../../http/reply.ts';
import { withKnownCodes } from '../../pages/address/known-codes.ts';
import { readAddress } from '../../pages/address/parts.ts';
import { givenIn, knownExamples } from '../../pages/examples/known-examples.ts';
import type { KnownExample } from '../../pages/examples/known-examples.ts';
import { languageOf } from '../../pages/language/language.ts';
import type { Format } from '../../table/format.ts';
import { describeTable } from '../../table/metadata.ts';
import { tableOf } from '../../table/table.ts';
import { refuseAddress } from '../pages/refuse-address.ts';
import { sendTable } from './send-table.ts';
import type { FromNode, TableSource } from './send-table.ts';

/** Where a table can be had, as `biggest-cuts.csv`. */
const address = /^\/examples\/(?<slug>[a-z0-9-]+)\.(?<kind>csv|jsonl|graphql|metadata\.json)$/;

type Asked = { request: Request; url: URL; node: FromNode };

/** Answers with an example: its table, what describes it, or its query. */
export function createExamples(source: ExampleSource): (asked: Asked) => Promise<Response> {
  const examples = new Map(knownExamples.map((known) => [known.slug, known]));

  return async (asked) => {
    const { slug = '', kind } = address.exec(asked.url.pathname)?.groups ?? {};
    const known = examples.get(slug);
    if (!known || kind === undefined) return notFound([...examples.keys()]);
    if (!isRead(asked.request.method)) return onlyRead();
    const { values, leftOut } = await readGiven(source, asked, known);
    const refusal = refuseAddress(asked.url, leftOut);
    if (refusal) return refusal;
    const given = givenIn(known.parameters, values);
    return send(source, { ...asked, example: known.example, slug, kind, given });
  };
}

/** What an address says of an example's variables, as the present data know them. */
async function readGiven({ snapshots, askOf }: ExampleSource, asked: Asked, known: KnownExample) {
  const { url, node } = asked;
  const { parts } = known;
  const { snapshot, release } = snapshots.hold();
  try {
    const ask = askOf(snapshot, { client: node.client, signal: node.signal });
    const read = readAddress(url.searchParams, parts);
    return await withKnownCodes(ask, read, { parts, language: languageOf(url) });
  } finally {
    release();
  }
}

export type ExampleSource = TableSource & { presets: Presets };

type AskedExample = Asked & {
  example: Example;
  slug: string;
  /** The variables that the address gives. */
  given: Readonly<Record<string, unknown>>;
};

async function send(
  source: ExampleSource,
  asked: AskedExample & { kind: string },
): Promise<Response> {
  const { request, url, example, slug, kind, node, given } = asked;
  const { version } = source.snapshots.current();
  // Of all that may stand after the ?, only these are read.
  const lists = ['list', 'lang'].map((name) => url.searchParams.get(name) ?? '');
  const etag = tagOfAnswer(version, [example.query, kind, JSON.stringify(given), ...lists]);
  const headers = { etag, 'cache-control': 'public, no-cache', vary: varies };
  const unchanged = notModifiedResponse(request, headers);
  if (unchanged) return unchanged;
  if (kind === 'graphql') {
    return new Response(example.query, {
      headers: { ...headers, 'content-type': 'application/graphql; charset=utf-8' },
    });
  }
  if (kind === 'metadata.json') {
    return Response.json(await describe(source, asked), {
      headers: { ...headers, 'content-type': 'application/csvm+json; charset=utf-8' },
    });
  }
  const link = `</examples/${slug}.metadata.json>; rel="describedby"; type="application/csvm+json"`;
  return sendTable(source, {
    format: kind as Format,
    params: { query: example.query, variables: await variablesOf(source, asked) },
    url,
    all: true,
    takesLast: true,
    file: `${slug}.${kind}`,
    node: { ...node, headOnly: request.method === 'HEAD' },
    headersOf: () => ({ ...headers, link }),
  });
}

/** What the address gives, and what stands in for presets that the data do not hold. */
async function variablesOf(
  { snapshots, askOf, presets }: ExampleSource,
  { example, given, node: { client, signal } }: AskedExample,
): Promise<Record<string, unknown>> {
  const { snapshot, release } = snapshots.hold();
  try {
    const ask = askOf(snapshot, { client, signal });
    return { ...(await presets(ask, snapshot.version, example)), ...given };
  } finally {
    release();
  }
}

async function describe(source: ExampleSource, asked: AskedExample): Promise<object> {
  const { schema, snapshots, askOf } = source;
  const {
    url,
    example,
    slug,
    node: { client, signal },
  } = asked;
  const { snapshot, release } = snapshots.hold();
  try {
    const ask = askOf(snapshot, { client, signal });
    const list = url.searchParams.get('list') ?? undefined;
    const params = { query: example.query, variables: await variablesOf(source, asked) };
    const table = await tableOf({ schema, ask, params, list, all: true, takesLast: true });
    const { columns, rows, cuts } = table;
    await rows.return(undefined);
    const title = example.description;
    return await describeTable({ ask, params, file: `${slug}.csv`, title, columns, cuts });
  } finally {
    release();
  }
}

function notFound(slugs: readonly string[]): Response {
  const addresses = slugs.flatMap((slug) =>
    ['csv', 'jsonl', 'graphql', 'metadata.json'].map((kind) => `/examples/${slug}.${kind}`),
  );
  const message = 'There is no such example; there are these.';
  const errors = [{ message, extensions: { code: 'NOT_FOUND' } }];
  return Response.json({ errors, known: addresses }, { status: 404 });
}
