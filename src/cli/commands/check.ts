import { Command } from 'commander';
import { retirable } from '../../db/codes/retired-codes.ts';
import { checkSeed } from '../../importer/check.ts';
import { SeedError } from '../../importer/read/problem.ts';
import type { Summary } from '../../importer/convert/summary.ts';
import { followProgress } from '../progress.ts';
import { settings } from '../settings.ts';
import { say } from '../terminal.ts';

export const checkCommand = new Command('check')
  .description('read the seed files, or one report’s folder, and tell all that is wrong in them')
  .argument('[folder]', 'a seed folder, or the folder of one report in it')
  .addOption(settings.seed())
  .addOption(settings.jobs())
  .action(async (folder: string | undefined, options: { seed: string; jobs?: number }) => {
    const path = folder ?? options.seed;
    const progress = followProgress();
    const { problems, summary } = await checkSeed(path, {
      ...options,
      onStep: progress.tell,
    }).finally(progress.close);
    if (problems.length > 0) throw new SeedError(problems);
    say(`no problem in ${path}`);
    for (const line of describeSummary(summary)) say(`  ${line}`);
  });

/** What a seed holds, how much of its text is accounted for, and what its figures say. */
function describeSummary(summary: Summary): string[] {
  const { claimed, waived, verdicts, findings, partsPresent, itemsServed, figureWaivers } = summary;
  const count = (name: string) => summary.counts[name] ?? 0;
  const facts = ['reports', ...retirable.map(({ table }) => table), 'links', 'evidences'];
  const wanting = count('checks') - (verdicts['HOLDS'] ?? 0);
  return [
    listOf(
      'facts',
      facts.map((name) => [name, count(name)]),
    ),
    listOf('numerals', byFrequency(summary.numerals)),
    ...describePlans(summary),
    listOf('quantities', [
      ['claimed', claimed],
      ['waived', waived],
    ]),
    ...figureWaivers.map(({ code, text, reason }) => `waived figure ${code}: ${text} — ${reason}`),
    ...more(waived - figureWaivers.length, 'waived figures'),
    ...describeReviews(summary),
    listOf('checks', byFrequency(verdicts)),
    `checks possible: ${summary.possibleChecks}, of which ${summary.madeChecks} were made; reports are held against each other, and targets against what came of them, at import`,
    listOf('links', byFrequency(summary.bases)),
    ...describeWords(summary),
    `required parts: ${partsPresent} of ${count('reportParts')} present`,
    `framework items: ${itemsServed} of ${count('reportFrameworkItems')} served by a measure`,
    ...findings.map(({ code, verdict, explanation }) => `${verdict} ${code}: ${explanation}`),
    ...summary.notices.map(({ code, message }) => `warning ${code}: ${message}`),
    ...more(summary.noticeCount - summary.notices.length, 'such warnings'),
    ...more(wanting - findings.length, 'such checks'),
  ];
}

/** What rules said and nobody has looked at yet: it is no problem, and there is to be none of it in the end. */
function describeReviews({ unreviewed, unreviewedCount }: Summary): string[] {
  if (unreviewedCount === 0) return [];
  return [
    `to review: ${unreviewedCount} facts; delete the review line of each that is right`,
    ...unreviewed.map(
      ({ kind, code, rule, reason }) => `to review ${kind} ${code} (${rule}): ${reason}`,
    ),
    ...more(unreviewedCount - unreviewed.length, 'to review'),
  ];
}

/** What is planned and what falls short, where a report tells of either. */
function describePlans({ counts, planned, unanswered, claims }: Summary): string[] {
  const { targets = 0, problems = 0 } = counts;
  if (planned + targets + problems === 0) return [];
  return [
    `plans: ${planned} planned measures, ${targets} targets; ${problems} problems, ${unanswered} of them without an answer`,
    listOf(
      'claims',
      byFrequency(claims).map(([kind, count]) => [`of ${kind.toLowerCase()}s`, count]),
    ),
  ];
}

/** How much of the words facts rest on, and the clauses that none does and nobody waives. */
function describeWords({ words, uncovered, waivers }: Summary): string[] {
  const { clauses, covered, headings, waived, characters, coveredCharacters } = words;
  const share = (part: number, whole: number) =>
    (whole === 0 ? 0 : (part / whole) * 100).toFixed(1);
  const left = clauses - covered - headings - waived;
  return [
    `clauses: ${covered} of ${clauses} in a fact (${share(covered, clauses)} %), ${headings} headings, ${waived} waived, ${left} left`,
    `characters: ${coveredCharacters} of ${characters} in a fact or a heading (${share(coveredCharacters, characters)} %)`,
    ...waivers.map(({ code, text, reason }) => `waived clause ${code}: ${text} — ${reason}`),
    ...more(waived - waivers.length, 'waived clauses'),
    ...uncovered.map(
      ({ code, text, hasVerb }) =>
        `${hasVerb ? 'in no fact, with a verb of doing' : 'in no fact'} ${code}: ${text}`,
    ),
    ...more(left - uncovered.length, 'such clauses'),
  ];
}

/** That a list goes on, where it does. */
const more = (left: number, what: string) => (left > 0 ? [`… and ${left} more ${what}`] : []);

const listOf = (name: string, counts: readonly (readonly [string, unknown])[]) =>
  `${name}: ${counts.map(([kind, count]) => `${String(count)} ${kind}`).join(', ')}`;

const byFrequency = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).toSorted(([, a], [, b]) => b - a);
