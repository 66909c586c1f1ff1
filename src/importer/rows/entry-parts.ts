import { searchable } from '../../db/search/searchable.ts';
import type { RequiredPart } from '../../vocabulary.ts';
import type { Rows } from './rows.ts';

/** What a row that searches find may say of where it stands. */
type Placed = { searchId: number; sectionId?: number; evidenceId?: number | null };

/** Says of every entry of a report in which part of the statutory annual report it stands, if in one. */
export function placeEntries(rows: Rows): void {
  const partOf = partsOfSections(rows);
  const sectionOf = new Map(rows.evidences.map(({ id, sectionId }) => [id, sectionId]));
  const parts = new Map<number, RequiredPart>();
  for (const { table } of Object.values(searchable)) {
    for (const row of rows[table] as readonly (Placed & { id: number })[]) {
      const proved = row.evidenceId == null ? undefined : sectionOf.get(row.evidenceId);
      const section = table === 'sections' ? row.id : (row.sectionId ?? proved);
      const part = section === undefined ? undefined : partOf.get(section);
      if (part !== undefined) parts.set(row.searchId, part);
    }
  }
  for (const entry of rows.searchEntries) entry.part = parts.get(entry.id ?? 0) ?? null;
}

/**
 * The part that each section is or lies in: the words that show a part stand in its section. A section in
 * which the words of several parts stand is none of them, and what lies in it neither.
 */
function partsOfSections({ sections, evidences, reportParts }: Rows): Map<number, RequiredPart> {
  const sectionOf = new Map(evidences.map(({ id, sectionId }) => [id, sectionId]));
  const shown = new Map<number, RequiredPart | null>();
  for (const { part, evidenceId } of reportParts) {
    const section = evidenceId == null ? undefined : sectionOf.get(evidenceId);
    if (section !== undefined) shown.set(section, shown.has(section) ? null : part);
  }
  const parts = new Map<number, RequiredPart>();
  // A section stands behind the one that it lies in.
  for (const { id = 0, parentId } of sections) {
    const own = shown.get(id);
    const part = own === undefined && parentId != null ? parts.get(parentId) : own;
    if (part) parts.set(id, part);
  }
  return parts;
}
