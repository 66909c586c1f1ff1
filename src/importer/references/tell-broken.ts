import { basename } from 'node:path';
import { factPlaces } from '../read/fact-places.ts';
import type { Path } from '../read/parse-source.ts';
import type { Problem } from '../read/problem.ts';
import { readReport } from '../read/read-seed.ts';
import { referenceKinds, reportOf } from './reference.ts';
import type { BrokenReference } from './reference.ts';

/** So many reports with broken references are read again, to point at them. */
const reportsTold = 1000;

/**
 * Tells every broken reference at its place in the facts of its report, which are read again for that.
 * @param folders of the reports
 */
export function tellBroken(
  broken: readonly BrokenReference[],
  folders: readonly string[],
  problems: Problem[],
): void {
  const byReport = Map.groupBy(broken, ({ by }) => reportOf(by));
  for (const [code, own] of [...byReport].slice(0, reportsTold)) {
    const folder = folders.find((each) => basename(each) === code);
    const found: Problem[] = [];
    const source = folder === undefined ? null : readReport(folder, found);
    if (!source) continue;
    // What else is wrong with it has been told before.
    found.length = 0;
    const places = new Map(factPlaces(source));
    for (const reference of own) {
      const { typename } = referenceKinds[reference.kind];
      const fact = places.get(`${typename}:${reference.by}`) ?? [];
      const { rule, message, help } = wordsOf(reference);
      source.report([...fact, ...fieldOf(reference)], rule, message, help);
    }
    problems.push(...found);
  }
}

/** Where a fact says what it refers to. */
const fieldOf = ({ kind }: BrokenReference): Path =>
  kind === 'continues' ? ['continues', 'measure'] : ['revises'];

function wordsOf({ kind, to, fault }: BrokenReference): Pick<Problem, 'rule' | 'message' | 'help'> {
  const { noun } = referenceKinds[kind];
  const [code, report] = [JSON.stringify(to), JSON.stringify(reportOf(to))];
  switch (fault) {
    case 'UNKNOWN':
      return {
        rule: `unknown-${noun}`,
        message: `The report ${report} has no ${noun} ${code}.`,
        help: `Take the code from that report’s facts; only of a report that is not there may a ${noun} be named that nobody knows.`,
      };
    case 'OTHER_PLACE':
      return {
        rule: 'other-place',
        message: `The ${noun} ${code} is of another place.`,
        help: `Name a ${noun} of an earlier report of the same place.`,
      };
    case 'NOT_EARLIER':
      return {
        rule: 'not-earlier',
        message: `The report ${report} is not about an earlier year.`,
        help: `Name a ${noun} of an earlier report of the same place.`,
      };
  }
}
