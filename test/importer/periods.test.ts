import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../support/random/properties.ts';
import { boundsOf } from '../../src/importer/resolve/edtf-bounds.ts';
import { importSeed } from '../../src/importer/import.ts';
import { SeedError } from '../../src/importer/read/problem.ts';
import { copySeed, factsFile } from '../support/copied.ts';
import { startOver } from '../support/random/seeded.ts';

/** First day, last day, and the year in which it ends. */
const told: Record<string, [string | null, string | null, number | null]> = {
  '2023': ['2023-01-01', '2023-12-31', 2023],
  '2024-02': ['2024-02-01', '2024-02-29', 2024],
  '1900-02': ['1900-02-01', '1900-02-28', 1900],
  '2023-10-07': ['2023-10-07', '2023-10-07', 2023],
  '0044': ['0044-01-01', '0044-12-31', 44],
  '0000': ['0000-01-01', '0000-12-31', 0],
  '2023?': ['2023-01-01', '2023-12-31', 2023],
  '2023~': ['2023-01-01', '2023-12-31', 2023],
  '2023-05%': ['2023-05-01', '2023-05-31', 2023],
  '?2023-05~-10': ['2023-05-10', '2023-05-10', 2023],
  // The day as it is written, whatever the hour is elsewhere.
  '2023-01-01T00:30:00+08:00': ['2023-01-01', '2023-01-01', 2023],
  '2023-12-31T23:30:00-05:00': ['2023-12-31', '2023-12-31', 2023],
  '2023-12-31T24:00:00Z': ['2023-12-31', '2023-12-31', 2023],
  // What is not told.
  '202X': [null, null, null],
  '20XX': [null, null, null],
  XXXX: [null, null, null],
  '-202X': [null, null, null],
  '202X-05': [null, null, null],
  '156X-12-25': [null, null, null],
  '2023-XX': [null, null, 2023],
  '2023-1X': [null, null, 2023],
  '2023-XX-XX': [null, null, 2023],
  '2023-12-XX': [null, null, 2023],
  '2023-12-3X': [null, null, 2023],
  'XXXX-12-XX': [null, null, null],
  // Seasons.
  '2024-21': [null, null, 2024],
  '2024-22': [null, null, 2024],
  '2024-23': [null, null, 2024],
  '2024-24': [null, null, null],
  '2024-25': [null, null, 2024],
  '2024-26': [null, null, 2024],
  '2024-27': [null, null, 2024],
  '2024-28': [null, null, null],
  '2024-29': [null, null, 2024],
  '2024-30': [null, null, null],
  '2024-31': [null, null, 2024],
  '2024-32': [null, null, 2024],
  '2024-33': ['2024-01-01', '2024-03-31', 2024],
  '2024-34': ['2024-04-01', '2024-06-30', 2024],
  '2024-35': ['2024-07-01', '2024-09-30', 2024],
  '2024-36': ['2024-10-01', '2024-12-31', 2024],
  '2024-37': ['2024-01-01', '2024-04-30', 2024],
  '2024-38': ['2024-05-01', '2024-08-31', 2024],
  '2024-39': ['2024-09-01', '2024-12-31', 2024],
  '2024-40': ['2024-01-01', '2024-06-30', 2024],
  '2024-41': ['2024-07-01', '2024-12-31', 2024],
  // Years that are long, rounded or before the year 0.
  '-0044': [null, null, -44],
  '-0044/2023': [null, '2023-12-31', 2023],
  '-0044-03-15': [null, null, -44],
  Y17E7: [null, null, null],
  'Y-17E7': [null, null, null],
  Y170000002: [null, null, null],
  Y3388E2S3: [null, null, null],
  '1950S2': [null, null, null],
  // Decades and centuries.
  '202': ['2020-01-01', '2029-12-31', 2029],
  '20': ['2000-01-01', '2099-12-31', 2099],
  '19?': ['1900-01-01', '1999-12-31', 1999],
  '-01': [null, null, null],
  // Intervals.
  '2023-01/2023-06': ['2023-01-01', '2023-06-30', 2023],
  '2023/2023': ['2023-01-01', '2023-12-31', 2023],
  '2023-01/2023': ['2023-01-01', '2023-12-31', 2023],
  '2023/': ['2023-01-01', null, null],
  '2023/..': ['2023-01-01', null, null],
  '/2023': [null, '2023-12-31', 2023],
  '../2023-06': [null, '2023-06-30', 2023],
  '../..': [null, null, null],
  '2022-XX/2023-02': [null, '2023-02-28', 2023],
  '2022/202X': ['2022-01-01', null, null],
  '2022/2023-XX': ['2022-01-01', null, 2023],
  '2022~/2023?': ['2022-01-01', '2023-12-31', 2023],
  // Several: all of them, or one of them.
  '{2021,2023}': ['2021-01-01', '2023-12-31', 2023],
  '{2023,2021}': ['2021-01-01', '2023-12-31', 2023],
  '{2021..2023}': ['2021-01-01', '2023-12-31', 2023],
  '{..2023}': [null, '2023-12-31', 2023],
  '{2021..}': ['2021-01-01', null, null],
  '{2021,202X}': [null, null, null],
  '[2023]': ['2023-01-01', '2023-12-31', 2023],
  '[2022,2023]': [null, null, null],
  '[2023-01,2023-05]': [null, null, 2023],
  '[2023-01,2023]': ['2023-01-01', null, 2023],
  '[2021..2023]': [null, null, null],
  '[..2023]': [null, null, null],
  '[2021..]': [null, null, null],
};

for (const [text, [start, end, year]] of Object.entries(told)) {
  test(`the bounds of ${text}`, () => {
    const { isOpen: _, ...bounds } = boundsOf(text)!;
    assert.deepEqual(bounds, { start, end, year });
  });
}

test('what is no EDTF, no day or ends before it begins has none', () => {
  for (const text of [
    '',
    'x',
    '2023年',
    '2023-13',
    '2023-02-30',
    '2023-02-29',
    '1900-02-29/1900-03',
    '2023-04-31',
    '{2023-02-29}',
    '[2023-02-29,2023-03]',
    '2024-42',
    '2024-20',
    '2005/2004',
    '2023-06/2023-01',
    '2023-XX/2022',
    '{2023..2021}',
    '202X/2019',
    '2030/202X',
    '2023-06-1X/2023-05-01',
    '2023-06-1X/2023-06-09',
    '2024-12-XX/2024-05',
    '2024-1X/2024-09-30',
    '2024-05/2024-04-XX',
    '2024-XX/2023-12',
    '{2024-12-XX..2024-05}',
    '20230101',
    '1672531200000',
    '2023-1',
    '2023/2024/2025',
  ]) {
    assert.equal(boundsOf(text), null, text);
  }
});

test('an interval with a vague end is one as long as any reading of it runs forward', () => {
  for (const text of [
    '202X/2020',
    '202X/2025',
    '2029/202X',
    '2023-06-1X/2023-06-10',
    '2023-06-19/2023-06-1X',
    '2024-12-XX/2024-12-01',
    '2024-1X/2024-10-01',
    '2024-XX/2024-01',
    '2024-XX-XX/2024-01-01',
    '2024-12-31/2024-XX-XX',
    'XXXX/0000',
    '9999/XXXX',
  ]) {
    assert.ok(boundsOf(text), text);
  }
});

/** A date to whichever precision, and the days that it may be, counted one by one. */
const digits = fc.integer({ min: 0, max: 9999 });
const pad = (value: number, width: number) => String(value).padStart(width, '0');

function lastDayOf(year: number, month: number): number {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

test('the bounds of any date, month and year are those of the calendar', () => {
  const date = fc.record({
    year: digits,
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    parts: fc.integer({ min: 1, max: 3 }),
    mark: fc.constantFrom('', '?', '~', '%'),
  });
  fc.assert(
    fc.property(date, ({ year, month, day, parts, mark }) => {
      const most = lastDayOf(year, month);
      const text = [pad(year, 4), pad(month, 2), pad(day, 2)].slice(0, parts).join('-') + mark;
      const bounds = boundsOf(text);
      if (parts === 3 && day > most) return assert.equal(bounds, null, text);
      const first = [year, parts > 1 ? month : 1, parts > 2 ? day : 1];
      const to = parts > 1 ? month : 12;
      const last = [year, to, parts > 2 ? day : lastDayOf(year, to)];
      const write = ([y = 0, m = 0, d = 0]: number[]) => `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`;
      assert.deepEqual(bounds, { start: write(first), end: write(last), year, isOpen: false });
    }),
    { numRuns: 2000 },
  );
});

test('where a digit is X, a day or a year is told only if every reading has the same', () => {
  const masked = fc.record({
    year: digits,
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    parts: fc.integer({ min: 1, max: 3 }),
    mask: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  });
  fc.assert(
    fc.property(masked, ({ year, month, day, parts, mask }) => {
      const all = `${pad(year, 4)}${pad(month, 2)}${pad(day, 2)}`.slice(0, [4, 6, 8][parts - 1]);
      const hidden = Array.from(all, (digit, index) => (mask[index] ? 'X' : digit)).join('');
      const text = hidden.replace(/^(.{4})(..)?(..)?$/, (_, ...found: (string | undefined)[]) =>
        found.slice(0, 3).filter(Boolean).join('-'),
      );
      const bounds = boundsOf(text);
      if (!bounds || !text.includes('X')) return;
      assert.deepEqual([bounds.start, bounds.end], [null, null], text);
      assert.equal(bounds.year, text.slice(0, 4).includes('X') ? null : year, text);
    }),
    { numRuns: 2000 },
  );
});

test('of two vague days an interval is refused only if each reading runs backward', () => {
  const vague = fc.record({
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    mask: fc.constantFrom('....-..-..', '....-..-.X', '....-..-XX', '....-XX-XX', '...X-..-..'),
  });
  const readingsOf = ({ month, day, mask }: { month: number; day: number; mask: string }) => {
    const plain = `202${month % 3}-${pad(month, 2)}-${pad(day, 2)}`;
    const text = Array.from(plain, (known, at) => (mask[at] === 'X' ? 'X' : known)).join('');
    const pattern = new RegExp(`^${text.replaceAll('X', '.')}$`);
    return { text, days: days.filter((each) => pattern.test(each)) };
  };
  const days = Array.from({ length: 3653 }, (_, index) =>
    new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10),
  );
  fc.assert(
    fc.property(vague, vague, (a, b) => {
      const [from, to] = [readingsOf(a), readingsOf(b)];
      const canBe = from.days[0]! <= to.days.at(-1)!;
      assert.equal(boundsOf(`${from.text}/${to.text}`) !== null, canBe, `${from.text}/${to.text}`);
    }),
    { numRuns: 1000 },
  );
});

test('an interval begins with its first part and ends with its second', () => {
  const month = fc.tuple(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(month, month, ([y1, m1], [y2, m2]) => {
      const [from, to] = [`${pad(y1, 4)}-${pad(m1, 2)}`, `${pad(y2, 4)}-${pad(m2, 2)}`];
      const bounds = boundsOf(`${from}/${to}`);
      if (from > to) return assert.equal(bounds, null);
      const [start, end] = [boundsOf(from)!.start, boundsOf(to)!.end];
      assert.deepEqual(bounds, { start, end, year: y2, isOpen: false });
      assert.deepEqual(boundsOf(`{${to},${from}}`), bounds);
    }),
  );
});

test('the API answers what is known of a period, and null for what is not', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  copy.change(factsFile, /edtf: '2023\?'\n    basis: INFERRED/, 'edtf: 202X\n    basis: INFERRED');
  copy.change(
    factsFile,
    /period: { text: 全年, edtf: '2023\?' }/,
    'period: { text: 全年, edtf: 2023-21 }',
  );
  copy.change(
    factsFile,
    /period: { text: 上半年, edtf: 2023-01\?\/2023-06\? }/,
    'period: { text: 上半年, edtf: 201X }',
  );
  await importSeed(copy);
  const seeded = startOver(copy.data);
  t.after(() => seeded.close());
  const { body } = await seeded.ask(
    '{ reports { nodes { year period { edtf start end } } } outcomes(first: 100) { nodes { year period { edtf start end } } } }',
  );
  const period = (edtf: string) => ({ edtf, start: null, end: null });
  assert.deepEqual(body.data.reports.nodes, [{ year: null, period: period('202X') }]);
  type Told = { year: number | null; period: { edtf: string | null } | null };
  const of = (edtf: string) =>
    body.data.outcomes.nodes.find((node: Told) => node.period?.edtf === edtf);
  assert.deepEqual(of('2023-21'), { year: 2023, period: period('2023-21') });
  assert.deepEqual(of('201X'), { year: null, period: period('201X') });
});

test('a day that the calendar lacks is a problem of the import', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  copy.change(factsFile, "edtf: '2023?'\n", 'edtf: 2023-02-29\n');
  await assert.rejects(
    importSeed(copy),
    (error) =>
      error instanceof SeedError && error.problems.some(({ rule }) => rule === 'period-not-edtf'),
  );
});
