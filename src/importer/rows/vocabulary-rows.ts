import { codesOf } from '../resolve/codes.ts';
import type { Codes } from '../resolve/codes.ts';
import { addEntry, orderEntries } from './entries.ts';
import { addFrameworks } from './frameworks/framework-rows.ts';
import { frameworksKnown } from './frameworks/known-norms.ts';
import type { Vocabulary } from '../read/read-seed.ts';
import type { Rows } from './rows.ts';
import type { KnownCodes, Observed } from './vocabulary-index.ts';
import type { ReportProblem } from '../read/source-file.ts';
import type { UnitWords } from '../resolve/unit-words.ts';

/** Adds the vocabulary's rows, and tells what reports may refer to. */
export function addVocabulary(vocabulary: Vocabulary, rows: Rows): KnownCodes {
  const { units, unitWords } = addUnits(vocabulary.units, rows);
  const places = addPlaces(vocabulary.places, rows);
  const { indicators, observed } = addIndicators(vocabulary.indicators, rows, units);
  const organizations = addOrganizations(vocabulary.organizations, rows, places);
  const items = addFrameworks(vocabulary.frameworks, rows, { places, units, indicators });
  orderEntries(rows);
  return {
    places: places.rows,
    units: units.rows,
    indicators: indicators.rows,
    organizations: organizations.rows,
    items: items.rows,
    ...frameworksKnown(rows, unitWords),
    unitWords,
    observed,
    ancestors: ancestorsOf(rows),
    overlapping: { units: overlappingOf(rows.units), indicators: overlappingOf(rows.indicators) },
    damaged: vocabulary.damaged,
  };
}

const overlappingOf = (some: readonly Pick<Rows['units'][number], 'id' | 'additivity'>[]) =>
  new Set(some.flatMap(({ id = 0, additivity }) => (additivity === 'OVERLAPPING' ? [id] : [])));

function addUnits({ value, report }: Vocabulary['units'], rows: Rows) {
  const units = codesOf('unit');
  const unitWords = new Map<string, UnitWords>();
  value.forEach(({ code, name, classifiers, nouns, additivity }, index) => {
    units.take(code, index + 1, [index, 'code'], report);
    const longestFirst = classifiers.toSorted((a, b) => b.length - a.length);
    unitWords.set(code, { classifiers: longestFirst, nouns });
    rows.units.push({ id: index + 1, code, nameZh: name.zh, nameEn: name.en, additivity });
  });
  return { units, unitWords };
}

function addPlaces({ value, report }: Vocabulary['places'], rows: Rows): Codes {
  const places = codesOf('place');
  value.forEach(({ code }, index) => {
    places.take(code, index + 1, [index, 'code'], report);
  });
  value.forEach(({ code, name, level, parent }, index) => {
    const parentId = parent === undefined ? null : places.rowOf(parent, [index, 'parent'], report);
    rows.places.push({
      id: index + 1,
      code,
      nameZh: name.zh,
      nameEn: name.en,
      level,
      parentId,
      searchId: addEntry(rows, 'PLACE', { code, title: name.zh }),
    });
  });
  addAncestors(report, rows);
  return places;
}

function addIndicators({ value, report }: Vocabulary['indicators'], rows: Rows, units: Codes) {
  const indicators = codesOf('indicator');
  const observed = new Map<string, Observed>();
  value.forEach((indicator, index) => {
    const { code, name, unit, direction, kind, level } = indicator;
    indicators.take(code, index + 1, [index, 'code'], report);
    const unitId = units.rowOf(unit, [index, 'unit'], report);
    if (unitId === null) return;
    observed.set(code, { unit, direction, kind, level });
    const additivity =
      indicator.additivity ?? rows.units.find(({ id }) => id === unitId)?.additivity ?? 'ADDITIVE';
    rows.indicators.push({
      id: index + 1,
      code,
      nameZh: name.zh,
      nameEn: name.en,
      unitId,
      direction,
      kind,
      group: indicator.group ?? null,
      definitionZh: indicator.definition?.zh ?? null,
      definitionEn: indicator.definition?.en ?? null,
      phrases: indicator.phrases.length === 0 ? null : indicator.phrases.join('、'),
      additivity,
      searchId: addEntry(rows, 'INDICATOR', { code, title: name.zh }),
    });
  });
  return { indicators, observed };
}

function addOrganizations(
  { value, report }: Vocabulary['organizations'],
  rows: Rows,
  places: Codes,
): Codes {
  const organizations = codesOf('organization');
  value.forEach(({ code, name, place }, index) => {
    organizations.take(code, index + 1, [index, 'code'], report);
    const placeId = place === undefined ? null : places.rowOf(place, [index, 'place'], report);
    rows.organizations.push({
      id: index + 1,
      code,
      nameZh: name.zh,
      nameEn: name.en,
      placeId,
      searchId: addEntry(rows, 'ORGANIZATION', { code, title: name.zh }),
    });
  });
  return organizations;
}

/** Joins every place to each that it lies in, and to itself; tells of places that lie in a circle. */
function addAncestors(report: ReportProblem, rows: Rows): void {
  const parents = new Map(rows.places.map(({ id, parentId }) => [id, parentId]));
  rows.places.forEach(({ id: placeId = 0 }, index) => {
    const seen = new Set<number>();
    let ancestor: number | null | undefined = placeId;
    while (ancestor != null && !seen.has(ancestor)) {
      seen.add(ancestor);
      rows.placeAncestors.push({ placeId, ancestorId: ancestor });
      ancestor = parents.get(ancestor);
    }
    if (ancestor == null) return;
    report(
      [index, 'parent'],
      'place-in-a-circle',
      'By its parents, the place lies in itself.',
      'Give the code of the place that it lies in.',
    );
  });
}

/** By a place's row: the codes of the places that it lies in, itself first. */
export function ancestorsOf({
  places,
  placeAncestors,
}: Rows): ReadonlyMap<number, readonly string[]> {
  const codes = new Map(places.map(({ id, code }) => [id, code]));
  const ancestors = new Map<number, string[]>();
  for (const { placeId, ancestorId } of placeAncestors) {
    const list = ancestors.get(placeId) ?? [];
    list.push(codes.get(ancestorId) ?? '');
    ancestors.set(placeId, list);
  }
  return ancestors;
}
