import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { mediaTypes, writeTable } from '../../table/format.ts';
import type { Format } from '../../table/format.ts';
import type { Ask, AskParams, AskingClient, Cuts } from '../../table/fetch-pages.ts';
import { namedLanguageOf } from '../../table/in-language.ts';
import { tableOf } from '../../table/table.ts';
import type { ClientTurns } from '../guard/turns.ts';
import { breakingOff } from '../http/break-off.ts';
import type { Snapshots } from '../snapshots/snapshots.ts';

/** What tables are made from. */
export type TableSource = {
  schema: GraphQLSchema;
  snapshots: Snapshots;
  log: Logger;
  /** Asks the API, always of one snapshot. */
  askOf: (snapshot: ReturnType<Snapshots['current']>, asker: AskingClient) => Ask;
  /** In which order clients have what takes time in this process. */
  turns: Pick<ClientTurns, 'run'>;
};

/** What a request that came over HTTP brings along. */
export type FromNode = AskingClient & {
  res?: ServerResponse;
  /** Whether nobody reads the rows; Node would throw them away as fast as they are made. */
  headOnly?: boolean;
};

type TableRequest = {
  format: Format;
  params: AskParams;
  url: URL;
  /** Whether lists are followed to their end whatever `first` says. */
  all: boolean;
  /** What the table is called where it is saved; without it, as its query calls the operation. */
  file?: string;
  node: FromNode;
  /** Whether of several lists, none of which is chosen, the last is taken. */
  takesLast?: boolean;
  /** What is told of a table that is made from a version of the data. */
  headersOf?: (version: string) => Readonly<Record<string, string>>;
};

/**
 * The table of a query, page by page of one snapshot, which is held until the last row is sent.
 * @throws NotATable with what the API says against it
 */
export async function sendTable(source: TableSource, wanted: TableRequest): Promise<Response> {
  const { schema, snapshots, log, askOf, turns } = source;
  const { format, params, url, all, file, takesLast = false } = wanted;
  const { headersOf = () => ({ vary: 'accept' }) } = wanted;
  const language = namedLanguageOf(url);
  const { headOnly = false, res, client, signal } = wanted.node;
  const { snapshot, release } = snapshots.hold();
  try {
    const { columns, rows, cuts, operationName } = await tableOf({
      schema,
      ask: askOf(snapshot, { client, signal }),
      params,
      list: url.searchParams.get('list') ?? undefined,
      all,
      takesLast,
      language,
      inTurn: (work) => turns.run(client ?? '', work),
    });
    const stream = writeTable(format, columns, rows, language);
    stream.once('close', release);
    stream.once('end', () => logCuts(log, cuts));
    stream.on('error', (error) => log.error(error, 'a table broke off'));
    if (headOnly) stream.destroy();
    const body = headOnly ? null : Readable.toWeb(res ? breakingOff(stream, res) : stream);
    return new Response(body as ReadableStream | null, {
      headers: {
        ...headersOf(snapshot.version),
        'content-type': mediaTypes[format],
        'content-disposition': `inline; filename="${file ?? fileOf(operationName, format)}"`,
        'juzheng-data-version': snapshot.version,
        ...cutHeader(cuts),
      },
    });
  } catch (error) {
    release();
    throw error;
  }
}

/** More of the name of an operation some systems do not take for a file's. */
const mostOfName = 100;

/** A name in GraphQL has letters, digits and underscores only. */
const fileOf = (operationName: string | null, format: Format) =>
  `${operationName?.slice(0, mostOfName) ?? 'answer'}.${format}`;

/** `Juzheng-Cut: outcomes, indicators.outcomes;maybe`: which lists lack items that are there, or may. */
function cutHeader({ certain, possible }: Cuts): Record<string, string> {
  const lists = [...certain, ...[...possible].map((list) => `${list};maybe`)];
  return lists.length === 0 ? {} : { 'juzheng-cut': lists.join(', ') };
}

function logCuts(log: Logger, { certain, possible }: Cuts): void {
  if (certain.size + possible.size === 0) return;
  log.info({ cut: [...certain], maybe: [...possible] }, 'lists of a table were cut');
}
