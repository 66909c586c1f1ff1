import { sql } from 'drizzle-orm';
import { asc } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { addToIndex, marksOf, textsOf } from '../db/search.ts';
import { searchEntries } from '../db/tables/search.ts';
import { markOf, tokensOf } from '../text/full-text.ts';

type Text = [source: string, text: string | null, offset: number | null];
type Marks = { report: string; year: number | null; places: string[] };

const entriesAtOnce = 500;

/** Writes the full-text index from the rows as they are stored, in the order of their numbers. */
export function writeSearchIndex(db: Pick<Database, 'select' | 'run'>): void {
  for (let after = 0; ;) {
    const entries = db
      .select({
        id: searchEntries.id,
        type: searchEntries.type,
        texts: sql<string>`${textsOf(searchEntries)}`,
        marks: sql<string | null>`${marksOf(searchEntries)}`,
      })
      .from(searchEntries)
      .where(sql`${searchEntries.id} > ${after}`)
      .orderBy(asc(searchEntries.id))
      .limit(entriesAtOnce)
      .all();
    for (const { id, type, texts, marks } of entries) {
      const parts = JSON.parse(texts) as Text[];
      const isTitle = ([source]: Text) => source.startsWith('TITLE');
      const tokens = (some: Text[]) => some.map(([, text]) => tokensOf(text ?? '')).join(' ');
      db.run(
        addToIndex({
          id,
          title: tokens(parts.filter(isTitle)),
          body: tokens(parts.filter((part) => !isTitle(part))),
          scope: [markOf('type', type), ...scopeOf(marks)].join(' '),
        }),
      );
    }
    const last = entries.at(-1);
    if (!last) return;
    after = last.id;
  }
}

function scopeOf(marks: string | null): string[] {
  if (marks === null) return [];
  const { report, year, places } = JSON.parse(marks) as Marks;
  return [
    markOf('report', report),
    ...(year === null ? [] : [markOf('year', String(year))]),
    ...places.map((place) => markOf('place', place)),
  ];
}
