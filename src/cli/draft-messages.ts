import { describePlace, placeOfWords } from '../draft/places/find-place.ts';
import type { WrittenDraft } from '../draft/files/write-draft.ts';
import { countOf, warn } from './terminal.ts';

/** How many files were drafted, wait for their place to be named, could not be drafted, and were not tried any more. */
export type Fates = { done: number; asked: number; failed: number; left: number };

/**
 * Refuses a place that nothing is called, before any file is read.
 * @throws with what may be meant
 */
export function refuseUnknownPlace(place: string): void {
  const found = placeOfWords(place);
  if (found.found === 'ONE') return;
  if (found.found === 'SEVERAL') {
    const listed = found.places.map((each) => `  ${describePlace(each)}`);
    throw new Error(
      [
        `--place ${place}: ${found.places.length} places have this name; give its code:`,
        ...listed,
      ].join('\n'),
    );
  }
  const what = /^\d+$/.test(place)
    ? 'no place of GB/T 2260 has this code; it has six digits, such as 150924'
    : 'no province, prefecture or county of GB/T 2260 is called so; give its full name or its code, such as 兴和县 or 150924';
  throw new Error(`--place ${place}: ${what}`);
}

/** Asks for the place of a file, with those that it may be. */
export function askForPlace(file: string, candidates: readonly string[]): string {
  const hint = 'Name it: --place with its code or its full name.';
  if (candidates.length === 0) return `${file}: nothing in it names its place. ${hint}`;
  const listed = candidates.slice(0, 20).map((candidate) => `  ${candidate}`);
  return [`${file}: its place may be one of ${candidates.length}. ${hint}`, ...listed].join('\n');
}

/** Tells what a person and a draft say differently, and that two reports may be one. */
export function tellConflicts({ code, conflicts, twin }: WrittenDraft): void {
  for (const { at, why } of conflicts) warn(`${code}: ${at}: ${why}`);
  if (twin !== null) {
    warn(
      `${code}: much of its text stands in ${twin} too: where both are one report, take one of the two folders away`,
    );
  }
}

/** What is not done has its exit code, once all files have been tried. */
export function conclude({ done, asked, failed, left }: Fates): void {
  const all = done + asked + failed + left;
  if (failed > 0) {
    const others = done === 0 ? '' : `; ${done === 1 ? '1 is' : `${done} are`} drafted`;
    const why = failed === 1 ? 'the reason stands above' : 'the reasons stand above';
    warn(`${failed} of ${countOf(all, 'file')} could not be drafted: ${why}${others}`);
  }
  if (left > 0) {
    warn(
      `${left} of ${countOf(all, 'file')} not tried, as no more can be written: mend that and give the same command again, which leaves what is drafted as it is`,
    );
  }
  if (asked > 0) {
    warn(`${asked} of ${countOf(all, 'file')} left out: its place is to be named, with --place`);
  }
  if (failed + asked > 0) process.exitCode = failed > 0 ? 1 : 3;
}
