import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { runConformance } from '../../importer/conformance/conformance.ts';
import { countOf, say, warn } from '../terminal.ts';

/** The suite that comes along. */
const ownSuite =
  relative('', fileURLToPath(new URL('../../../test/conformance', import.meta.url))) || '.';

export const conformanceCommand = new Command('conformance')
  .description(
    'read small reports, right and wrong ones for each rule, and tell which come out otherwise',
  )
  .argument('[folder]', 'a suite of such reports', ownSuite)
  .action((folder: string) => {
    const rules = new Set<string>();
    let passed = 0;
    let failed = 0;
    for (const { file, rule, name, wrong } of runConformance(folder)) {
      rules.add(rule);
      if (wrong.length === 0) passed += 1;
      else failed += 1;
      for (const line of wrong) warn(`${file}: ${name}: ${line}`);
    }
    say(`${countOf(passed, 'report')} of ${rules.size} rules as expected, ${failed} otherwise`);
    if (failed > 0) process.exitCode = 1;
  });
