import { getTableName, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Writing } from '../database.ts';
import { placeAncestors } from '../tables/vocabulary.ts';
import { list } from './group.ts';
import { factsOfGroups, groupedRows, toldByFacts } from './facts.ts';
import { byColumn, keyOfRow, keys, storedOrderOf, withChain } from './group-keys.ts';
import { numberOfGrouping, storedGroupings } from './groupings.ts';
import { placesWithOthers } from './stored-groups.ts';
import { keptColumns, keptOfGroup } from './stored-row.ts';
import { outcomeGroups, unused } from './table.ts';
import type { StoredDimension } from './groupings.ts';

type Db = Pick<Writing, 'db'>;

/** Makes the table of places and those that they lie in; `which` of these, if not all. */
export function chainPlaces({ db }: Db, which = sql`true`): void {
  db.run(
    sql`create temp table chain as select ${placeAncestors.placeId} as place, ${placeAncestors.ancestorId} as ancestor from ${placeAncestors} where ${placeAncestors.ancestorId} in (${placesWithOthers}) and ${which}`,
  );
  db.run(sql`create index temp.chain_place on chain (place, ancestor)`);
  db.run(sql`create index temp.chain_ancestor on chain (ancestor, place)`);
}

/** Makes the table of the outcomes that are grouped; `which` of these, if not all. */
export function collectRows({ db }: Db, which = sql`true`): void {
  db.run(sql`create temp table grouped as ${groupedRows(which)}`);
  db.run(sql`create unique index temp.grouped_id on grouped (id)`);
}

/** Stores the groups of all outcomes in a database that has just been written. */
export function gatherGroups({ db }: Db): void {
  const indexes = db.all<{ name: string; sql: string }>(
    sql`select name, sql from sqlite_schema where tbl_name = ${getTableName(outcomeGroups)} and type = 'index' and sql is not null`,
  );
  // Made at the end, an index lies in its order in the file and takes two thirds of the pages.
  for (const { name } of indexes) db.run(sql`drop index ${sql.identifier(name)}`);
  chainPlaces({ db });
  collectRows({ db });
  for (const dimensions of storedGroupings) storeGroups({ db }, dimensions, sql`true`);
  for (const index of indexes) db.run(sql.raw(index.sql));
  for (const name of ['chain', 'grouped']) db.run(sql`drop table temp.${sql.identifier(name)}`);
}

/** Stores the groups by some dimensions of the outcomes that were collected; `which` by their `key`. */
export function storeGroups({ db }: Db, dimensions: readonly StoredDimension[], which: SQL): void {
  const shared = sql.join(dimensions.map((name) => sql`, ${keys[name]} as ${byColumn(name)}`));
  const sharedBy = sql.join(
    dimensions.map((name) => sql`, min(t.${byColumn(name)}) as ${byColumn(name)}`),
  );
  const rows = sql`a as not materialized (select ${keyOfRow(dimensions)} as key, t.*${shared} from temp.grouped t${withChain(dimensions)} where ${which}),
f as not materialized (select * from a where value is not null)`;
  const slots = [0, 1, 2].map((at) => {
    const name = dimensions[at];
    return name ? storedOrderOf(name, sql`h.${byColumn(name)}`) : unused;
  });
  db.run(
    sql`insert into ${outcomeGroups} (dimensions, first, second, third, ${sql.raw(keptColumns.join(', '))}) with ${rows},
${factsOfGroups(sharedBy)},
${toldByFacts}
select ${numberOfGrouping(dimensions)}, ${list(slots)}, ${keptOfGroup} from h order by 2, 3, 4`,
  );
}
