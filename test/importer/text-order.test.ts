import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getColumns } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { relations } from '../../src/db/relations.ts';
import { emptyRows } from '../../src/importer/rows/rows.ts';
import type { Rows } from '../../src/importer/rows/rows.ts';
import { distinguishPlaces } from '../../src/importer/rows/text-order.ts';
import { randomOf } from '../support/corpus-rows.ts';

type Placed = Pick<Rows['outcomes'][number], 'code' | 'textOrder'>;

const byText = (rows: readonly Placed[]) =>
  rows.toSorted((one, other) => (one.textOrder < other.textOrder ? -1 : 1)).map(({ code }) => code);

const byPlaceAndCode = (rows: readonly Placed[]) =>
  rows
    .toSorted((one, other) => {
      if (one.textOrder !== other.textOrder) return one.textOrder < other.textOrder ? -1 : 1;
      return one.code < other.code ? -1 : 1;
    })
    .map(({ code }) => code);

test('rows that begin at one place are told apart, and follow each other by place and code', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const { below } = randomOf(seed);
    const outcomes = Array.from({ length: 40 }, (_, nth): Placed => {
      const place = String(below(12)).padStart(7, '0');
      return { code: `r-2023/c${below(1e6)}-${nth}`, textOrder: `r-2023/${place}` };
    });
    const before = byPlaceAndCode(outcomes);
    const places = new Set(outcomes.map(({ textOrder }) => textOrder));
    distinguishPlaces({ ...emptyRows(), outcomes: outcomes as Rows['outcomes'] });
    assert.equal(new Set(outcomes.map(({ textOrder }) => textOrder)).size, outcomes.length);
    assert.deepEqual(byText(outcomes), before);
    const bare = outcomes.filter(({ textOrder }) => places.has(textOrder));
    assert.equal(bare.length, places.size, 'one at each place keeps it bare');
  }
});

test('the order of the text is unique in each table that has it', () => {
  const placed = Object.values(relations).filter(({ table }) => 'textOrder' in getColumns(table));
  assert.ok(placed.length >= 11);
  for (const { table } of placed) {
    const unique = getTableConfig(table).indexes.filter(({ config }) => config.unique);
    const names = unique.map(({ config }) =>
      config.columns.map((column) => ('name' in column ? column.name : '')).join(),
    );
    assert.ok(names.includes('text_order'), getTableConfig(table).name);
  }
});
