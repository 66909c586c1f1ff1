import { codeIn, pagePath } from '../../http/addresses.ts';
import type { PagedKind } from '../../http/addresses.ts';
import { nearestOf, sketchOf } from '../../text/search/nearest.ts';
import type { Ask } from '../../table/fetch-pages.ts';
import { askOne, readQuery } from '../ask-all.ts';
import { examplePath, knownExamples } from '../examples/known-examples.ts';
import { address, languageArgument } from '../language/language.ts';
import type { Site } from '../site.ts';

/** A place of this site that somebody may have meant. */
export type NearPlace = { href: string; label: string };

/** The kinds that have pages, by the first piece of their addresses. */
const kindsByRoom = {
  reports: 'report',
  indicators: 'indicator',
  measures: 'measure',
  outcomes: 'outcome',
  targets: 'target',
  problems: 'problem',
  documents: 'document',
  organizations: 'organization',
  places: 'place',
} as const satisfies Record<string, PagedKind>;

type Room = keyof typeof kindsByRoom;
const rooms = Object.keys(kindsByRoom) as Room[];

/** The codes of a kind that are spelt most like one that is not there, the most alike first. */
export type NearestCodes = (kind: Room, code: string, most: number) => Promise<readonly string[]>;

const query = readQuery('near');

/** How many of a kind are told, and how many pieces of an address are looked at. */
const most = 3;
const piecesTried = 3;

/** What stands at addresses of their own, whatever the data. */
const fixed = ['/graphql', '/schema.graphql', '/health', '/ready', '/metrics'].map(sketchOf);

const slugs = knownExamples.map(({ slug }) => sketchOf(slug));

/** The places whose address is spelt most like one at which nothing stands. */
export async function placesNear(
  { path, language }: Site,
  { nearestCodes, ask }: { nearestCodes: NearestCodes; ask: Ask },
): Promise<readonly NearPlace[]> {
  const [room = '', ...rest] = path.split('/').filter(Boolean).map(read);
  const pages = nearestOf(path, fixed, 1).map((href) => ({ href, label: href }));
  return [
    ...pages,
    ...(room === 'examples' ? nearExamples(rest.at(-1) ?? '') : []),
    ...(await named(await codesNear(room, rest, nearestCodes), ask, language)),
  ];
}

type CodesOf = Readonly<Record<Room, string[]>>;

/** Codes of the kind that an address begins with; and of reports and indicators, whatever it begins with. */
async function codesNear(
  room: string,
  rest: readonly string[],
  nearestCodes: NearestCodes,
): Promise<CodesOf> {
  const pieces = [...rest, room].slice(0, piecesTried);
  const tried: Readonly<Partial<Record<Room, readonly string[]>>> = {
    reports: room === 'indicators' ? [] : pieces,
    indicators: room === 'reports' ? [] : pieces,
    // Theirs are long: of a report and of a thing in it.
    ...(isThings(room) && { [room]: [rest.join('/')] }),
  };
  const near = async (kind: Room) => {
    const found = await Promise.all(
      (tried[kind] ?? []).map((code) => nearestCodes(kind, code, most)),
    );
    return [kind, [...new Set(found.flat())].slice(0, most)];
  };
  return Object.fromEntries(await Promise.all(rooms.map(near))) as CodesOf;
}

const isThings = (room: string): room is Room =>
  room in kindsByRoom && room !== 'reports' && room !== 'indicators';

/** Those of the kind that was meant before the others. */
async function named(
  codes: CodesOf,
  ask: Ask,
  language: Site['language'],
): Promise<readonly NearPlace[]> {
  if (rooms.every((kind) => codes[kind].length === 0)) return [];
  const answer = await askOne(ask, query, { ...codes, language: languageArgument[language] });
  return rooms
    .toSorted((a, b) => Number(isThings(b)) - Number(isThings(a)))
    .flatMap((kind) => {
      const labels = new Map(answer[kind].nodes.map(({ code, label }) => [code, label]));
      return codes[kind].map((code) => {
        const href = address(pagePath(kindsByRoom[kind], code), language);
        return { href, label: labels.get(code) ?? code };
      });
    });
}

function nearExamples(file: string): readonly NearPlace[] {
  const [slug = '', ending] = file.split('.', 2);
  return nearestOf(slug, slugs, most).map((exampleSlug) => {
    const href = `${examplePath(exampleSlug)}${ending === undefined ? '' : '.csv'}`;
    return { href, label: href };
  });
}

/** A piece of an address as it is meant; one that is not well-formed as it stands. */
const read = (piece: string): string => codeIn(piece) ?? piece;
