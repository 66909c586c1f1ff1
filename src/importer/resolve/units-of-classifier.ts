import type { UnitWords } from './unit-words.ts';

/** By vocabulary: the units that a classifier may be of. */
const ofClassifier = new WeakMap<
  ReadonlyMap<string, UnitWords>,
  Map<string, ReadonlyMap<string, UnitWords>>
>();

/** The units of a vocabulary with a classifier, or with one that begins with it (个 of 个部门). */
export function unitsOfClassifier(
  units: ReadonlyMap<string, UnitWords>,
  classifier: string,
): ReadonlyMap<string, UnitWords> {
  const known = ofClassifier.get(units) ?? new Map<string, ReadonlyMap<string, UnitWords>>();
  ofClassifier.set(units, known);
  const present = known.get(classifier);
  if (present) return present;
  const isOf = (word: string) =>
    word === classifier || (classifier !== '' && word.startsWith(classifier));
  const found = new Map([...units].filter(([, { classifiers }]) => classifiers.some(isOf)));
  if (found.size > 0) known.set(classifier, found);
  return found;
}
