import { Command, InvalidArgumentError, Option } from 'commander';
import { namesOf, reportKinds } from '../../vocabulary.ts';
import type { DraftOptions } from '../drafting.ts';
import { ownSeed, settings } from '../settings.ts';

export const draftCommand = new Command('draft')
  .description(
    'draft facts by rules from files as governments publish them: .html, .docx, .pdf, .txt, .md',
  )
  .argument('<file...>', 'the files, each one report')
  .addOption(new Option('--out <folder>', 'the seed that takes the reports').default(ownSeed))
  .option('--place <place>', 'the place that they are about: a code of GB/T 2260, or a name')
  .addOption(new Option('--year <year>', 'the year that they report on').argParser(readYear))
  .addOption(
    new Option('--kind <kind>', 'what kind of text they are').choices(namesOf(reportKinds)),
  )
  .option('--json', 'print what was found, one object a file, and write nothing')
  .addOption(settings.jobs())
  .action(async (files: string[], options: DraftOptions) => {
    // Loads the rules only here: the other commands start faster without them and their words.
    const { draftInto } = await import('../drafting.ts');
    await draftInto(files, options);
  });

function readYear(text: string): number {
  if (!/^(?:19|20)\d\d$/.test(text)) throw new InvalidArgumentError('a year, such as 2023');
  return Number(text);
}
