import { sql } from 'drizzle-orm';
import type { Writing } from '../../db/database.ts';
import { groupChanges } from '../../db/groups/change-groups.ts';
import { changeFacets } from '../../db/statistics/facet-counts.ts';
import { changeCounts } from '../../db/statistics/gather-counts.ts';

/**
 * Keeps what is stored of all rows together true while the reports of some places change: these are taken
 * out of it before anything of them does, and put in as they stand in the end.
 */
export function placeCounter(writing: Writing) {
  const places = new Set<number>();
  const groups = groupChanges(writing);
  const reportsIn = (placeIds: readonly number[]) =>
    writing.db
      .all<{ id: number }>(
        sql`select id from reports where place_id in (select value from json_each(${JSON.stringify(placeIds)})) order by id`,
      )
      .map(({ id }) => id);
  return {
    /** @param added reports that stand there already and were never counted */
    takeOut(placeId: number, added: readonly { id: number }[]) {
      if (places.has(placeId)) return;
      places.add(placeId);
      const isNew = new Set(added.map(({ id }) => id));
      const ids = reportsIn([placeId]).filter((id) => !isNew.has(id));
      changeCounts(writing, ids, -1);
      changeFacets(writing, ids, -1);
      groups.note(ids, -1);
    },
    putIn() {
      const ids = reportsIn([...places]);
      changeCounts(writing, ids, 1);
      changeFacets(writing, ids, 1);
      groups.note(ids, 1);
      groups.regroup();
    },
  };
}
