import { basename } from 'node:path';
import { reportsInStatistics } from '../../db/bulk.ts';
import type { Database } from '../../db/database.ts';
import { sources } from '../../db/tables/source.ts';
import type { SourceKind } from '../../db/tables/source.ts';
import { findRoom, inTextOrder } from './stretches.ts';
import type { Room } from './stretches.ts';
import type { OnStep } from './progress.ts';
import type { SeedFolders } from '../read/read-seed.ts';
import { knownDigests } from './known-digests.ts';
import type { KnownDigests, SignBounds } from './known-digests.ts';
import { digestRules, digestVocabulary } from '../read/source-digests.ts';

/** What has to be done so that a snapshot holds a seed. */
export type ImportPlan = {
  /** `CHANGE` where most of the current snapshot can be carried on. */
  way: 'NOTHING' | 'CHANGE' | 'BUILD';
  /** Digests of what there is once. */
  rules: string;
  vocabulary: string;
  /** How many reports there are in all. */
  reports: number;
  /** The folders that have to be read, in the order of the text: all of them for `BUILD`. */
  folders: string[];
  /** The codes of the reports whose rows have to go. */
  removed: string[];
  /** By code: room for each report that has to be read. */
  rooms: Map<string, Room>;
  /** Takes the digests of reports as they are read. */
  digests: KnownDigests;
};

/**
 * Carrying on is worth while until one report in so many has changed; and statistics go out of date,
 * so at twice or half the reports all is built anew.
 */
const changedShare = 8;

/** Holds a seed against what the current snapshot was made of. */
export function planImport(
  folders: SeedFolders,
  current: Database | null,
  { data, signs, tell }: { data: string; signs?: SignBounds | undefined; tell: OnStep },
): ImportPlan {
  const rules = digestRules();
  const vocabulary = digestVocabulary(folders.vocabulary);
  const reports = folders.reports.toSorted((a, b) => inTextOrder(basename(a), basename(b)));
  const codes = reports.map((folder) => basename(folder));
  const digests = knownDigests({ data, rules }, reports, signs);
  const build: ImportPlan = {
    way: 'BUILD',
    rules,
    vocabulary,
    reports: reports.length,
    folders: reports,
    removed: [],
    rooms: findRoom(codes, new Map()) ?? new Map(),
    digests,
  };
  if (!current) return build;
  const known = current.select().from(sources).all();
  const digestOf = (kind: SourceKind) => known.find((each) => each.kind === kind)?.sha256;
  if (digestOf('RULES') !== rules || digestOf('VOCABULARY') !== vocabulary) return build;
  const before = new Map(
    known.flatMap((source) => (source.kind === 'REPORT' ? [[source.code, source] as const] : [])),
  );
  const total = reports.length;
  const changed = reports.filter((folder, done) => {
    tell({ phase: 'digest', done, total });
    return before.get(basename(folder))?.sha256 !== digests.digest(folder);
  });
  digests.keep();
  const there = new Set(codes);
  const gone = [...before.keys()].filter((code) => !there.has(code));
  if (changed.length + gone.length === 0) return { ...build, way: 'NOTHING', folders: [] };
  const isChanged = new Set(changed.map((folder) => basename(folder)));
  const staying = new Map([...before].filter(([code]) => !isChanged.has(code)));
  const rooms = findRoom(codes, staying);
  const isFew = (changed.length + gone.length) * changedShare <= before.size;
  const growth = total / reportsInStatistics(current);
  const isLikeBefore = growth < 2 && growth > 0.5;
  if (!rooms || !isFew || !isLikeBefore) return build;
  const replaced = changed.map((folder) => basename(folder)).filter((code) => before.has(code));
  return { ...build, way: 'CHANGE', folders: changed, removed: [...gone, ...replaced], rooms };
}
