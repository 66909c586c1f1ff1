import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { placeLevels } from '../../vocabulary.ts';
import type { PlaceLevel } from '../../vocabulary.ts';
import { code, isOneOf, name, rowId } from '../columns.ts';

export const units = sqliteTable('units', { id: rowId(), code: code(), ...name() });

export const indicators = sqliteTable(
  'indicators',
  {
    id: rowId(),
    code: code(),
    ...name(),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    /** Whether more is better; null where neither is. */
    ascending: integer('ascending', { mode: 'boolean' }),
  },
  (t) => [index('indicators_unit').on(t.unitId)],
);

export const places = sqliteTable(
  'places',
  {
    id: rowId(),
    code: code(),
    ...name(),
    level: text('level').$type<PlaceLevel>().notNull(),
    parentId: integer('parent_id').references((): AnySQLiteColumn => places.id),
  },
  (t) => [
    index('places_parent').on(t.parentId),
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
  },
  (t) => [index('organizations_place').on(t.placeId)],
);
