import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getColumns } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { relations } from '../../src/db/relations.ts';
import { isNumberedByText } from '../../src/db/text-number.ts';
import { emptyRows } from '../../src/importer/rows/rows.ts';
import type { Rows } from '../../src/importer/rows/rows.ts';
import {
  distinguishPlaces,
  numberByText,
  numberedByText,
  textOrderOf,
} from '../../src/importer/rows/text-order.ts';
import { corpusRows, randomOf } from '../support/corpus-rows.ts';

type Placed = Pick<Rows['outcomes'][number], 'code' | 'textPlace'>;

const byText = (rows: readonly Placed[]) =>
  rows.toSorted((one, other) => (one.textPlace < other.textPlace ? -1 : 1)).map(({ code }) => code);

const byPlaceAndCode = (rows: readonly Placed[]) =>
  rows
    .toSorted((one, other) => {
      if (one.textPlace !== other.textPlace) return one.textPlace < other.textPlace ? -1 : 1;
      return one.code < other.code ? -1 : 1;
    })
    .map(({ code }) => code);

test('rows that begin at one place are told apart, and follow each other by place and code', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const { below } = randomOf(seed);
    const outcomes = Array.from({ length: 40 }, (_, nth): Placed => {
      const place = String(below(12)).padStart(7, '0');
      return { code: `r-2023/c${below(1e6)}-${nth}`, textPlace: place };
    });
    const before = byPlaceAndCode(outcomes);
    const places = new Set(outcomes.map(({ textPlace }) => textPlace));
    distinguishPlaces({ ...emptyRows(), outcomes: outcomes as Rows['outcomes'] });
    assert.equal(new Set(outcomes.map(({ textPlace }) => textPlace)).size, outcomes.length);
    assert.deepEqual(byText(outcomes), before);
    const bare = outcomes.filter(({ textPlace }) => places.has(textPlace));
    assert.equal(bare.length, places.size, 'one at each place keeps it bare');
  }
});

test('the order of the text is unique in each table that has it, or that of its numbers', () => {
  const placed = Object.values(relations).filter(({ table }) => 'textOrder' in getColumns(table));
  assert.ok(placed.length >= 11);
  for (const { table } of placed) {
    const unique = getTableConfig(table).indexes.filter(({ config }) => config.unique);
    const names = unique.map(({ config }) =>
      config.columns.map((column) => ('name' in column ? column.name : '')).join(),
    );
    assert.ok(names.includes('text_order') || isNumberedByText(table), getTableConfig(table).name);
  }
});

test('rows are numbered in the order of the text, and what refers to them follows', () => {
  const rows = corpusRows(60, 5);
  const sections = rows.sections.map(({ code }) => ({ code }));
  const before = new Map(sections.map(({ code }, index) => [code, index + 1]));
  const wasOf = ({ code, wholeId }: Rows['outcomes'][number]) =>
    [code, codeOf(rows, wholeId)] as const;
  const wholes = new Map(rows.outcomes.map(wasOf));
  rows.sections.reverse();
  rows.outcomes.sort((one, other) => (one.labelZh < other.labelZh ? -1 : 1));
  const shuffled = new Map(rows.outcomes.map(({ id }, index) => [id, 10_000 + index]));
  for (const row of rows.outcomes) {
    row.id = shuffled.get(row.id)!;
    row.wholeId = row.wholeId == null ? null : shuffled.get(row.wholeId)!;
  }
  numberByText(rows);
  for (const name of numberedByText) {
    const list = rows[name] as { id: number; code: string }[];
    assert.deepEqual(
      list.map(({ id }) => id),
      list.map((_, index) => index + 1),
      name,
    );
    const orders = list.map((row) => textOrderOf(row));
    assert.deepEqual(orders, orders.toSorted(), name);
  }
  assert.deepEqual(new Map(rows.sections.map(({ id, code }) => [code, id])), before);
  assert.deepEqual(new Map(rows.outcomes.map(wasOf)), wholes);
});

const codeOf = ({ outcomes }: Rows, id: number | null | undefined) =>
  outcomes.find((row) => row.id === id)?.code;
