import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parse, parseDocument, isSeq } from 'yaml';
import { placeTable } from '../places/place-table.ts';

/** By file: the codes that it is known to hold, so that it is read once for each and not for every draft. */
const known = new Map<string, Set<string>>();

/**
 * Adds the places that drafts name, with those they lie in, to a vocabulary's places where it lacks them; an
 * import takes no others. The file keeps its comments and its order.
 * @returns the codes that were added
 */
export function addPlaces(file: string, codes: readonly string[]): string[] {
  const settled = known.get(file) ?? new Set<string>();
  known.set(file, settled);
  const open = codes.filter((code) => !settled.has(code));
  for (const code of open) settled.add(code);
  if (open.length === 0) return [];
  const { byCode, chainOf } = placeTable();
  const chains = open.flatMap((code) => {
    const place = byCode(code);
    return place ? chainOf(place).toReversed() : [];
  });
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const listed = (parse(text) ?? []) as { code: string }[];
  const present = new Set(listed.map(({ code }) => code));
  const missing = [...new Map(chains.map((place) => [place.code, place])).values()].filter(
    ({ code }) => !present.has(code),
  );
  if (missing.length === 0) return [];
  const document = parseDocument(text === '' ? '[]' : text);
  const list = document.contents;
  if (!isSeq(list)) throw new Error(`${file} is no list of places; mend it`);
  for (const { code, name, level, parent } of missing) {
    const entry = { code, level, ...(parent !== null && { parent }), name: { zh: name } };
    document.add(document.createNode(entry, { flow: true }));
  }
  list.flow = false;
  const partial = `${file}.${process.pid}.partial`;
  writeFileSync(
    partial,
    document.toString({ lineWidth: 0, flowCollectionPadding: true, singleQuote: true }),
  );
  renameSync(partial, file);
  return missing.map(({ code }) => code);
}
