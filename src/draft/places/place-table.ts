import { readFileSync } from 'node:fs';
import type { PlaceLevel } from '../../vocabulary.ts';
import { ethnicNames } from './ethnic-names.ts';

/** A place of GB/T 2260, with the editions that hold it under this name. */
export type TablePlace = {
  readonly code: string;
  readonly name: string;
  readonly level: PlaceLevel;
  /** Code of the place right above it; null for a province. */
  readonly parent: string | null;
  /** The last edition that holds it, `YYYYMM`; null where it is in force. */
  readonly until: string | null;
};

export type PlaceTable = {
  /** By what texts call them, in full and short: the places of that name. */
  readonly byName: ReadonlyMap<string, readonly TablePlace[]>;
  /** The place of a code as it is called now or, of one that is gone, as it was called last. */
  readonly byCode: (code: string) => TablePlace | null;
  /** The places that one lies in, itself first. */
  readonly chainOf: (place: TablePlace) => readonly TablePlace[];
  /** Length of the longest name, in UTF-16 units. */
  readonly longest: number;
};

let known: PlaceTable | null = null;

/** The table, read from the program's own file when it is first needed. */
export const placeTable = (): PlaceTable => (known ??= readTable());

function readTable(): PlaceTable {
  const lines = readFileSync(new URL('gb2260.tsv', import.meta.url), 'utf8').split('\n');
  const rows = lines.flatMap((line) => {
    const [code = '', name = '', , until = ''] = line.split('\t');
    return /^\d{6}$/.test(code) ? [{ code, name, until: until === '' ? null : until }] : [];
  });
  const codes = new Set(rows.map(({ code }) => code));
  const places = rows.map((row) => ({
    ...row,
    level: levelOf(row.code),
    parent: parentOf(row.code, codes),
  }));
  const byName = new Map<string, TablePlace[]>();
  for (const place of places) {
    for (const name of namesOf(place)) byName.set(name, [...(byName.get(name) ?? []), place]);
  }
  const latest = new Map<string, TablePlace>();
  for (const place of places) {
    const before = latest.get(place.code);
    const isLater = before?.until != null && (place.until === null || place.until > before.until);
    if (!before || isLater) latest.set(place.code, place);
  }
  const byCode = (code: string) => latest.get(code) ?? null;
  const chainOf = (place: TablePlace): TablePlace[] => {
    const above = place.parent === null ? null : byCode(place.parent);
    return above ? [place, ...chainOf(above)] : [place];
  };
  return {
    byName,
    byCode,
    chainOf,
    longest: Math.max(...[...byName.keys()].map(({ length }) => length)),
  };
}

function levelOf(code: string): PlaceLevel {
  if (code.endsWith('0000')) return 'PROVINCE';
  return code.endsWith('00') ? 'PREFECTURE' : 'COUNTY';
}

/** The prefecture of a county where there is one, else the province: 仙桃市 lies in 湖北省 itself. */
function parentOf(code: string, codes: ReadonlySet<string>): string | null {
  if (code.endsWith('0000')) return null;
  const prefecture = `${code.slice(0, 4)}00`;
  return !code.endsWith('00') && codes.has(prefecture) ? prefecture : `${code.slice(0, 2)}0000`;
}

const ethnicGroups = `(?:${ethnicNames.join('|')})+(?:各族)?`;
const ofProvince = /(?:(?:维吾尔|壮族|回族)?自治区|特别行政区|省|市)$/u;
const ofPrefecture = new RegExp(`(?:${ethnicGroups}自治州|自治州|地区|市|盟)$`, 'u');

/**
 * What a province or a prefecture is called where the name of a place within it follows at once: 南京鼓楼区,
 * 广西兴安县, 海南州共和县. By itself such a word is no name: 吉林 is two places, and 大理 a stone.
 */
export function shortNamesOf({ name, level }: Pick<TablePlace, 'name' | 'level'>): string[] {
  const short = name.replace(level === 'PROVINCE' ? ofProvince : ofPrefecture, '');
  const all = name.endsWith('自治州') ? [name, `${short}州`, short] : [name, short];
  return [...new Set(all)].filter((each) => each.length > 1);
}

const ethnic = new RegExp(`${ethnicGroups}自治([州县旗])$`, 'u');

/** What a place is called: in full, and as texts shorten the names of autonomous places. */
function namesOf({ name, level }: { name: string; level: PlaceLevel }): string[] {
  const short = name.replace(ethnic, '$1');
  const bare = level === 'PROVINCE' ? name.replace(/(?:维吾尔|壮族|回族)?自治区$/u, '') : name;
  return [...new Set([name, short.length > 2 ? short : name, bare.length > 1 ? bare : name])];
}
