import { nearestOf, sketchOf } from '../../text/search/nearest.ts';
import { readExamples, slugOf } from '../../examples/read-examples.ts';
import type { Ask } from '../../table/fetch-pages.ts';
import { askOne, readQuery } from '../ask-all.ts';
import { address, languageArgument } from '../language/language.ts';
import { comparePath } from '../compare/path.ts';
import { reportPath } from '../reading/view.ts';
import type { Site } from '../site.ts';

/** A place of this site that somebody may have meant. */
export type NearPlace = { href: string; label: string };

/** The codes of a kind that are spelt most like one that is not there, the most alike first. */
export type NearestCodes = (
  kind: 'reports' | 'indicators',
  code: string,
  most: number,
) => readonly string[];

const query = readQuery('near');

/** How many of a kind are told, and how many pieces of an address are looked at. */
const most = 3;
const piecesTried = 3;

/** What stands at addresses of their own, whatever the data. */
const fixed = ['/graphql', '/schema.graphql', '/health', '/ready', '/metrics'].map(sketchOf);

const examples = readExamples();
const slugs = examples.map((example) => sketchOf(slugOf(example)));

/** The places whose address is spelt most like one at which nothing stands. */
export async function placesNear(
  { path, language }: Site,
  { nearestCodes, ask }: { nearestCodes: NearestCodes; ask: Ask },
): Promise<readonly NearPlace[]> {
  const [room = '', ...rest] = path.split('/').filter(Boolean).map(read);
  const pieces = [...rest, room].slice(0, piecesTried);
  const near = (kind: 'reports' | 'indicators') => [
    ...new Set(pieces.flatMap((code) => nearestCodes(kind, code, most))),
  ];
  const reports = room === 'compare' ? [] : near('reports').slice(0, most);
  const indicators = room === 'reports' ? [] : near('indicators').slice(0, most);
  const pages = nearestOf(path, fixed, 1).map((href) => ({ href, label: href }));
  return [
    ...pages,
    ...(room === 'examples' ? nearExamples(rest.at(-1) ?? '') : []),
    ...(await named({ reports, indicators }, ask, language)),
  ];
}

async function named(
  { reports, indicators }: { reports: readonly string[]; indicators: readonly string[] },
  ask: Ask,
  language: Site['language'],
): Promise<readonly NearPlace[]> {
  if (reports.length + indicators.length === 0) return [];
  const codes = { reports: [...reports], indicators: [...indicators] };
  const variables = { ...codes, language: languageArgument[language] };
  const answer = await askOne(ask, query, variables);
  const titles = new Map(answer.reports.nodes.map(({ code, title }) => [code, title]));
  const names = new Map(answer.indicators.nodes.map(({ code, name }) => [code, name]));
  const place = (path: string, label: string) => ({ href: address(path, language), label });
  return [
    ...reports.map((code) => place(reportPath(code), titles.get(code) ?? code)),
    ...indicators.map((code) => place(comparePath(code), names.get(code) ?? code)),
  ];
}

function nearExamples(file: string): readonly NearPlace[] {
  const [slug = ''] = file.split('.', 1);
  return nearestOf(slug, slugs, most).map((exampleSlug) => {
    const href = `/examples/${exampleSlug}.csv`;
    return { href, label: href };
  });
}

/** A piece of an address as it is meant; one that is not well-formed as it stands. */
function read(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
