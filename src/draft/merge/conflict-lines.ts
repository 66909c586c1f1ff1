import type { MergeConflict } from './merge-facts.ts';

/**
 * Conflicts stand as lines of comment at the end of the facts, so that each draft can tell them again until
 * a person has settled them and deleted their lines.
 */
const head =
  '# What you and a later draft say differently. Settle each and delete its line: until then every draft tells it again.';
const line = /^# conflict: (?<at>\S+): (?<why>.*)$/gmu;

/** The conflicts that nobody has settled. */
export const conflictsIn = (facts: string): MergeConflict[] =>
  [...facts.matchAll(line)].map(({ groups: { at = '', why = '' } = {} }) => ({ at, why }));

const inOneLine = (words: string) => words.replaceAll(/[\p{C}\s]+/gu, ' ').trim();

/** The facts with lines for those conflicts that have none yet. */
export function addConflicts(facts: string, conflicts: readonly MergeConflict[]): string {
  const told = new Set(facts.split('\n'));
  const added = conflicts
    .map(({ at, why }) => `# conflict: ${at.replaceAll(/\s+/gu, '_')}: ${inOneLine(why)}`)
    .filter((each, nth, all) => !told.has(each) && all.indexOf(each) === nth);
  if (added.length === 0) return facts;
  const heading = told.has(head) ? [] : ['', head];
  return `${[facts.trimEnd(), ...heading, ...added].join('\n')}\n`;
}
