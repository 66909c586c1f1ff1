import { Command, Option } from 'commander';
import { compareCodings } from '../../importer/coding/compare-codings.ts';
import type { Comparison } from '../../importer/coding/compare-codings.ts';
import { readCodings } from '../../importer/coding/read-codings.ts';
import { SeedError } from '../../importer/read/problem.ts';
import type { Problem } from '../../importer/read/problem.ts';
import { alignColumns, say } from '../terminal.ts';

export const agreementCommand = new Command('agreement')
  .description(
    'tell how far the coders of one report agree, pair by pair, and with what was agreed on',
  )
  .argument(
    '<folder>',
    'a report’s folder with facts.yaml and facts.coder-a.yaml, facts.coder-b.yaml, …',
  )
  .addOption(
    new Option('--format <format>', 'how to write it').choices(['table', 'json']).default('table'),
  )
  .action((folder: string, { format }: { format: 'table' | 'json' }) => {
    const problems: Problem[] = [];
    const codings = readCodings(folder, problems);
    if (problems.length > 0) throw new SeedError(problems);
    if (codings.length < 2) {
      throw new Error(`${folder} holds no coding; write facts.coder-b.yaml by seed/CODEBOOK.md`);
    }
    const comparisons = codings.flatMap((one, at) =>
      codings.slice(at + 1).map((other) => compareCodings(one, other)),
    );
    if (format === 'json') say(JSON.stringify(comparisons, null, 2));
    else for (const comparison of comparisons) say(describe(comparison));
  });

function describe(comparison: Comparison): string {
  const { one, other, items, fields, quotes, loose, disagreements } = comparison;
  const percent = (value: number | null) => (value === null ? '—' : `${value.toFixed(1)} %`);
  const counts = alignColumns([
    ['items, by overlap', 'both', `only ${one}`, `only ${other}`, 'per cent (Dice)'],
    ...items.map(({ name, both, onlyOne, onlyOther, percent: share }) => [
      name,
      both,
      onlyOne,
      onlyOther,
      percent(share),
    ]),
  ]);
  const judged = alignColumns([
    ['fields of what both found', 'of', 'agreed', 'per cent', 'alpha'],
    ...fields.map(({ name, count, agreed, percent: share, alpha }) => [
      name,
      count,
      agreed,
      percent(share),
      alpha === null ? '—' : alpha.toFixed(3),
    ]),
  ]);
  return [
    `${one} and ${other}`,
    ...[...counts, '', ...judged, ''].map((line) => `  ${line}`.trimEnd()),
    `  quotes: ${percent(quotes.identical)} identical, ${percent(quotes.shared)} of their words shared`,
    '  per cent (Dice): twice the items of both, of all that either found; per cent of fields: agreed of those joined',
    ...(loose.length > 0 ? ['', '  measures of both, in other words'] : []),
    ...loose.map(
      ({ one: mine, other: theirs, shared }) =>
        `  ${percent(shared)} shared: ${one} “${mine}”, ${other} “${theirs}”`,
    ),
    ...(disagreements.length > 0 ? ['', '  disagreements'] : []),
    ...disagreements.map(
      ({ on, words, one: mine, other: theirs }) =>
        `  ${on}: ${one} ${mine || 'none'}, ${other} ${theirs || 'none'} — ${words}`,
    ),
    '',
  ].join('\n');
}
