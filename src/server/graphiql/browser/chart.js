import { types } from './asking.js';
import { withUnits } from './ask-more.js';
import { choiceOf, draw, make } from './make.js';
import { tell } from './panel.js';
import { readQuery } from './read-query.js';
import { listChoice } from './table.js';
import { tableOf } from './table-rows.js';
import { say, words } from './words.js';

const mostBars = 40;
const mostLines = 12;

/** Numbers that count or measure nothing of the thing that a row is. */
const noMeasure = /(?:^|\.)(?:year|ordinal|start|end|code|depth|batch)$/;
const bestNumbers = [/quantity\.value$/, /change\.absolute$/, /(?:^|\.)count$/, /Count$/, /sum$/];
const bestLabels = [
  /label$/,
  /title$/,
  /(?<!place\.|unit\.)name$/,
  /place\.name$/,
  /value$/,
  /code$/,
];

/** What is measured in a unit; whatever else is counted has none. */
const measured = /(?:^|\.)(?:value|absolute|sum|sumLow|sumHigh|mean|minimum|maximum)$/;

/** A chart of an answer's table: bars with their numbers, or lines over the years. */
export async function showChart(element, answer, { list, number, label } = {}) {
  if (!answer) return tell(element, words.nothingAsked);
  tell(element, words.asking);
  const table = await tableWithUnits(answer, list);
  if (table.message !== undefined) return tell(element, table.message || words.failed);
  const columns = columnsOf(table.rows);
  const choice = listChoice(table, (to) => showChart(element, answer, { list: to }));
  if (columns.numbers.length === 0 || columns.labels.length === 0) {
    tell(element, words.noChart);
    if (choice) element.prepend(choice);
    return;
  }
  const of = number ?? columns.numbers[0];
  const by = label ?? columns.labels[0];
  const again = (changed) =>
    showChart(element, answer, { list, number: of, label: by, ...changed });
  element.replaceChildren(
    choice,
    choiceOf(words.chartOf, columns.numbers, of, (to) => again({ number: to })),
    choiceOf(words.chartBy, columns.labels, by, (to) => again({ label: to })),
    ...drawnByUnit(table.rows, answer, { of, by }),
  );
}

const asked = new WeakMap();

/** The table of an answer with the unit of each figure; where that cannot be asked, as it is. */
async function tableWithUnits(answer, list) {
  const { params } = answer;
  if (!asked.has(answer)) {
    const query = withUnits(params.query, await types);
    asked.set(answer, query === params.query ? answer : { params: { ...params, query } });
  }
  const table = await tableOf(asked.get(answer), list);
  return table.message === undefined ? table : tableOf(answer, list);
}

/** A picture for each unit, as figures of different units have no scale in common. */
function drawnByUnit(rows, { params }, { of, by }) {
  const parent = of.replace(/[^.]*$/, '');
  const [first] = readQuery(params.query).operations[0]?.set?.fields ?? [];
  const names = [`${parent}unit.name`, `${parent}unit.code`, first?.name === 'units' ? 'name' : ''];
  const unit = measured.test(of) ? names.find((name) => name in rows[0]) : undefined;
  const isDrawn = (row) => typeof row[of] === 'number';
  const groups = [...Map.groupBy(rows.filter(isDrawn), (row) => row[unit] ?? '')];
  const draws = isYear(by) ? linesOf : barsOf;
  return groups.map(([name, own]) =>
    make('figure', {}, name !== '' && make('figcaption', {}, name), ...draws(own, of, by)),
  );
}

const isYear = (name) => /(?:^|\.)year$/.test(name);

/** The columns that can be drawn, those first that tell most. */
function columnsOf(rows) {
  const names = rows.length > 0 ? Object.keys(rows[0]) : [];
  const valuesOf = (name) => rows.map((row) => row[name]).filter((value) => value !== null);
  const isNumber = (name) => valuesOf(name).some((value) => typeof value === 'number');
  const isRepeated = (name) => rows.length > 1 && !differs(rows, name);
  const numbers = names.filter(
    (name) => isNumber(name) && !noMeasure.test(name) && !isRepeated(name),
  );
  const texts = names.filter(
    (name) =>
      valuesOf(name).some((value) => typeof value === 'string') && !/exact$|url$/.test(name),
  );
  const years = names.filter((name) => isYear(name) && differs(rows, name));
  return {
    numbers: ranked(numbers, bestNumbers),
    labels: [...ranked(texts, bestLabels), ...years],
  };
}

const isPlace = (name) => name.endsWith('place.name');

function ranked(names, best) {
  const rank = (name) => {
    const at = best.findIndex((pattern) => pattern.test(name));
    return at < 0 ? best.length : at;
  };
  return names.toSorted((one, other) => rank(one) - rank(other));
}

/** One bar a row, with its number. */
function barsOf(rows, of, by) {
  const drawn = rows.slice(0, mostBars);
  const most = Math.max(0, ...drawn.map((row) => row[of]));
  const least = Math.min(0, ...drawn.map((row) => row[of]));
  const scale = 420 / (most - least || 1);
  const zero = -least * scale;
  const others = Object.keys(rows[0]).filter(
    (name) => name !== by && (isPlace(name) || isYear(name)) && differs(rows, name),
  );
  const called = (row) =>
    [shortened(row[by] ?? '—'), ...others.map((name) => row[name] ?? '')].join(' ');
  const bars = drawn.flatMap((row, index) => {
    const y = index * 40;
    const width = Math.max(1, Math.abs(row[of]) * scale);
    const x = row[of] < 0 ? zero - width : zero;
    return [
      draw('text', { x: 0, y: y + 13, class: 'label' }, called(row)),
      draw('rect', { x, y: y + 18, width, height: 12 }),
      draw('text', { x: x + width + 5, y: y + 28.5, class: 'number' }, row[of].toLocaleString()),
    ];
  });
  const title = `${of} / ${by}`;
  const height = drawn.length * 40;
  return [
    draw('svg', { viewBox: `0 0 500 ${height}`, role: 'img', 'aria-label': title }, ...bars),
    rows.length > mostBars && make('p', {}, say(words.bars, { count: mostBars })),
  ];
}

/** Whether a column tells rows apart. */
const differs = (rows, name) => new Set(rows.map((row) => row[name])).size > 1;

const shortened = (text) =>
  String(text).length > 32 ? `${String(text).slice(0, 31)}…` : String(text);

/** One line over the years for each place and each thing that is told of it. */
function linesOf(rows, of, by) {
  const names = Object.keys(rows[0]).filter(
    (name) => isPlace(name) || (name.endsWith('label') && differs(rows, name)),
  );
  const points = rows.filter((row) => typeof row[by] === 'number');
  const all = [...Map.groupBy(points, (row) => names.map((name) => row[name] ?? '').join(' '))];
  const series = all.slice(0, mostLines);
  const years = points.map((row) => row[by]);
  const values = points.map((row) => row[of]);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const [low, high] = [Math.min(0, ...values), Math.max(...values)];
  const x = (year) => 20 + ((year - from) / (to - from || 1)) * 330;
  const y = (value) => 250 - ((value - low) / (high - low || 1)) * 240;
  const marks = [...new Set(years)].map((year) =>
    draw('text', { x: x(year), y: 275, class: 'axis' }, year),
  );
  const ends = [];
  const lines = series.flatMap(([name, own], index) => {
    const sorted = own.toSorted((one, other) => one[by] - other[by]);
    const path = sorted.map((row) => `${x(row[by])},${y(row[of])}`).join(' ');
    const style = `--hue: ${(index * 137) % 360}`;
    const last = sorted.at(-1);
    ends.push({ name, value: last[of], y: y(last[of]), style });
    return [
      draw('polyline', { points: path, style }),
      ...sorted.map((row) => draw('circle', { cx: x(row[by]), cy: y(row[of]), r: 3, style })),
    ];
  });
  const drawing = { viewBox: '0 0 500 285', role: 'img', 'aria-label': `${of} / ${by}` };
  return [
    draw('svg', drawing, ...marks, ...lines, ...namesOf(ends)),
    all.length > mostLines && make('p', {}, say(words.bars, { count: mostLines })),
  ];
}

/** What each line is, beside its end as near as the others leave room, with its last number. */
function namesOf(ends) {
  const apart = 16;
  const sorted = ends.toSorted((one, other) => one.y - other.y);
  let free = 12;
  for (const end of sorted) {
    end.y = Math.max(end.y, free);
    free = end.y + apart;
  }
  const below = Math.max(0, free - apart - 262);
  return sorted.flatMap(({ name, value, y, style }) => [
    draw('circle', { cx: 372, cy: y - below, r: 4, style }),
    draw('text', { x: 380, y: y - below + 4, class: 'number' }, `${shortened(name)} ${value}`),
  ]);
}
