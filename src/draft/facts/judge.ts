import { facts as shape } from '../../importer/read/shapes/facts.ts';
import type { Path } from '../../importer/read/parse-source.ts';
import { rowsOfReport } from '../../importer/rows/report-rows.ts';
import type { Rows } from '../../importer/rows/rows.ts';
import { indexVocabulary } from '../../importer/rows/vocabulary-index.ts';
import type { KnownCodes, VocabularyIndex } from '../../importer/rows/vocabulary-index.ts';
import type { WrittenFacts } from './written.ts';

/** What the importer does not take of facts: where, by which rule, and its words. */
export type Refusal = { readonly at: Path; readonly rule: string; readonly message: string };

/** What the importer makes of facts before anything is written. */
export type Judged = { readonly refusals: readonly Refusal[]; readonly rows: Rows | null };

/** Judges facts of a text; figures that nothing claims are refused only where `isWhole` is said. */
export type Judge = (text: string, facts: WrittenFacts, isWhole?: boolean) => Judged;

/** Figures that nothing claims are waived once all else stands. */
export const leftForWaivers: ReadonlySet<string> = new Set(['unclaimed-figure', 'unread-figure']);

/** Makes ready to judge facts under a vocabulary; a place that it lacks is judged as any that it has. */
export function createJudge(known: KnownCodes): Judge {
  const terms: VocabularyIndex = indexVocabulary(known);
  const [anyPlace = ''] = known.places.keys();
  const placed = (code: string) => (known.places.has(code) ? code : anyPlace);
  // A publisher that comes into the vocabulary with the draft stands in none yet.
  const published = ({ publisher, ...report }: WrittenFacts['report']) => {
    const code = typeof publisher === 'object' ? publisher.code : publisher;
    return code === undefined || !known.organizations.has(code) ? report : { ...report, publisher };
  };
  return (text, facts, isWhole = false) => {
    const refusals: Refusal[] = [];
    const seen = {
      ...facts,
      report: { ...published(facts.report), place: placed(facts.report.place) },
      ...(facts.honours && {
        honours: facts.honours.map((honour) => ({ ...honour, place: placed(honour.place) })),
      }),
    };
    const parsed = shape.safeParse(seen);
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) {
        refusals.push({ at: path, rule: 'shape', message });
      }
      return { refusals, rows: null };
    }
    const rows = rowsOfReport(
      {
        code: 'draft',
        text,
        facts: parsed.data,
        doubts: [],
        report: (at, rule, message) => {
          if (isWhole || !leftForWaivers.has(rule)) refusals.push({ at, rule, message });
        },
      },
      terms,
    );
    return { refusals, rows };
  };
}
