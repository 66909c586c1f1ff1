import { codesOf } from '../resolve/codes.ts';
import { addEntry, orderEntries } from './entries.ts';
import type { Vocabulary } from '../read/read-seed.ts';
import type { Rows } from './rows.ts';
import type { KnownCodes, Observed } from './vocabulary-index.ts';

/** Adds the vocabulary's rows, and tells what reports may refer to. */
export function addVocabulary(vocabulary: Vocabulary, rows: Rows): KnownCodes {
  const places = codesOf('place');
  const units = codesOf('unit');
  const indicators = codesOf('indicator');
  const organizations = codesOf('organization');
  const items = codesOf('framework-item');
  const classifiers = new Map<string, readonly string[]>();
  const observed = new Map<string, Observed>();

  vocabulary.units.value.forEach((unit, index) => {
    const { code, name, classifiers: words, additivity } = unit;
    const { report } = vocabulary.units;
    units.take(code, index + 1, [index, 'code'], report);
    classifiers.set(
      code,
      words.toSorted((a, b) => b.length - a.length),
    );
    rows.units.push({ id: index + 1, code, nameZh: name.zh, nameEn: name.en, additivity });
  });

  vocabulary.places.value.forEach(({ code }, index) => {
    places.take(code, index + 1, [index, 'code'], vocabulary.places.report);
  });
  vocabulary.places.value.forEach(({ code, name, level, parent }, index) => {
    const { report } = vocabulary.places;
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
  addAncestors(vocabulary, rows);

  vocabulary.indicators.value.forEach((indicator, index) => {
    const { code, name, unit, direction, kind } = indicator;
    const { report } = vocabulary.indicators;
    indicators.take(code, index + 1, [index, 'code'], report);
    const unitId = units.rowOf(unit, [index, 'unit'], report);
    if (unitId === null) return;
    observed.set(code, { unit, direction, kind });
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
      additivity,
      searchId: addEntry(rows, 'INDICATOR', { code, title: name.zh }),
    });
  });

  vocabulary.organizations.value.forEach(({ code, name, place }, index) => {
    const { report } = vocabulary.organizations;
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

  vocabulary.frameworks.value.forEach((framework, index) => {
    const { code, name, edition } = framework;
    const frameworkId = index + 1;
    rows.frameworks.push({
      id: frameworkId,
      code,
      nameZh: name.zh,
      nameEn: name.en,
      edition,
    });
    framework.items.forEach(({ code: item, title }, place) => {
      const id = rows.frameworkItems.length + 1;
      items.take(item, id, [index, 'items', place, 'code'], vocabulary.frameworks.report);
      rows.frameworkItems.push({
        id,
        code: item,
        frameworkId,
        ordinal: place + 1,
        titleZh: title.zh,
        titleEn: title.en,
      });
    });
  });

  orderEntries(rows);
  return {
    places: places.rows,
    units: units.rows,
    indicators: indicators.rows,
    organizations: organizations.rows,
    items: items.rows,
    classifiers,
    observed,
    ancestors: ancestorsOf(rows),
    damaged: vocabulary.damaged,
  };
}

/** Joins every place to each that it lies in, and to itself; tells of places that lie in a circle. */
function addAncestors({ places }: Vocabulary, rows: Rows): void {
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
    places.report(
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
