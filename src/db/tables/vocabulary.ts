import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { placeLevels } from '../../vocabulary.ts';
import type { PlaceLevel } from '../../vocabulary.ts';
import { code, isOneOf, name, rowId, searchId } from '../columns.ts';

export const places = sqliteTable(
  'places',
  {
    id: rowId(),
    code: code(),
    ...name(),
    level: text('level').$type<PlaceLevel>().notNull(),
    parentId: integer('parent_id').references((): AnySQLiteColumn => places.id),
    searchId: searchId(),
  },
  (t) => [
    index('places_parent').on(t.parentId),
    index('places_level').on(t.level, t.code),
    index('places_name_zh').on(t.nameZh, t.code),
    check('places_level', isOneOf(t.level, placeLevels)),
    check('places_parent_is_another', sql`${t.parentId} <> ${t.id}`),
  ],
);

export const organizations = sqliteTable(
  'organizations',
  {
    id: rowId(),
    code: code(),
    ...name(),
    placeId: integer('place_id').references(() => places.id),
    searchId: searchId(),
  },
  (t) => [
    index('organizations_place').on(t.placeId),
    index('organizations_name_zh').on(t.nameZh, t.code),
  ],
);

/** Every place with each place that it lies in, and with itself. */
export const placeAncestors = sqliteTable(
  'place_ancestors',
  {
    placeId: integer('place_id')
      .notNull()
      .references(() => places.id),
    ancestorId: integer('ancestor_id')
      .notNull()
      .references(() => places.id),
  },
  (t) => [
    primaryKey({ columns: [t.placeId, t.ancestorId] }),
    index('place_ancestors_ancestor').on(t.ancestorId, t.placeId),
  ],
);
