import type { Ask } from '../../table/fetch-pages.ts';
import { askOne, readQuery } from '../ask-all.ts';
import { languageArgument } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import { leftOut, reasons } from './left-out.ts';
import type { LeftOut } from './left-out.ts';
import type { CodesOf, Parts, ReadAddress, ValuesOf } from './parts.ts';

const queries = { known: readQuery('find/known'), called: readQuery('find/called') };

/** So many codes of an address are looked up, as many as a page of a list holds. */
const mostCodes = 100;

type Named = { name: string; of: CodesOf; codes: readonly string[] };

/**
 * An address with those of its codes left out of which there is nothing; a place may be named by its name
 * instead. Nothing is asked where it names no codes.
 * @throws Unanswered with the API's errors
 */
export async function withKnownCodes<Of extends Parts>(
  ask: Ask,
  read: ReadAddress<Of>,
  { parts, language }: { parts: Of; language: Language },
): Promise<ReadAddress<Of>> {
  const named = namedIn(read.values, parts);
  if (named.length === 0) return read;
  const isThere = await askKnown(ask, named);
  const checked = await Promise.all(
    named.map(async ({ name, of, codes }) => {
      const found = await Promise.all(
        codes.map(async (code) =>
          isThere(of, code) ? { code, left: null } : instead(ask, { name, of, code, language }),
        ),
      );
      return { name, found };
    }),
  );
  const values: Record<string, string | undefined> = { ...read.values };
  for (const { name, found } of checked) {
    const codes = found.flatMap(({ code }) => code ?? []);
    if (codes.length > 0) values[name] = codes.join(',');
    else delete values[name];
  }
  const left = checked.flatMap(({ found }) => found.flatMap((one) => one.left ?? []));
  return { values: values as ValuesOf<Of>, leftOut: [...read.leftOut, ...left] };
}

const namedIn = (values: Readonly<Record<string, string | undefined>>, parts: Parts): Named[] =>
  Object.entries(parts).flatMap(([name, { codesOf, isList }]): Named[] => {
    const value = values[name];
    if (codesOf === undefined || value === undefined) return [];
    return [{ name, of: codesOf, codes: isList ? value.split(',') : [value] }];
  });

async function askKnown(
  ask: Ask,
  named: readonly Named[],
): Promise<(of: CodesOf, code: string) => boolean> {
  const codes = (kind: CodesOf) =>
    named.flatMap(({ of, codes: all }) => (of === kind ? all : [])).slice(0, mostCodes);
  const asked = {
    places: codes('places'),
    reports: codes('reports'),
    indicators: codes('indicators'),
    outcomes: codes('outcomes'),
  };
  const answer = await askOne(ask, queries.known, asked);
  const there = (kind: CodesOf) => new Set(answer[kind].nodes.map(({ code }) => code));
  const known = {
    places: there('places'),
    reports: there('reports'),
    indicators: there('indicators'),
    outcomes: there('outcomes'),
  };
  return (of, code) => known[of].has(code) || !asked[of].includes(code);
}

type Missing = { name: string; of: CodesOf; code: string; language: Language };
type Found = { code: string | null; left: LeftOut | null };

/** What stands for a code of which there is nothing: the one place that is called so, else nothing. */
async function instead(ask: Ask, { name, of, code, language }: Missing): Promise<Found> {
  const missing = { code: null, left: leftOut(name, code, reasons.noSuchCode) };
  if (of !== 'places' || /^\d*$/.test(code)) return missing;
  const { places } = await askOne(ask, queries.called, {
    text: code,
    language: languageArgument[language],
  });
  const { nodes, totalCount } = places;
  const same = nodes.filter((place) => place.name.toLowerCase() === code.toLowerCase());
  const [only] = same.length === 1 ? same : totalCount === 1 ? nodes : [];
  if (only) return { code: only.code, left: null };
  if (nodes.length === 0) return missing;
  const near = nodes.map((place) => `${place.name} ${place.code}`);
  return { code: null, left: leftOut(name, code, reasons.severalPlaces, near) };
}
