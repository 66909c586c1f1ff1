import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { writeCorpus } from '../../corpus/write-corpus.ts';
import { followProgress } from '../progress.ts';
import { existingFolder } from '../read-input.ts';
import { ownSeed } from '../settings.ts';
import { countOf, say } from '../terminal.ts';

type CorpusOptions = { reports: number; seed: number; out: string; vocabulary: string };

const ownVocabulary = join(ownSeed, 'vocabulary');

export const corpusCommand = new Command('corpus')
  .description('write synthetic reports with their facts, to measure with')
  .requiredOption('--reports <number>', 'how many', readCount)
  .option('--seed <number>', 'which ones: the same number gives the same', readNumber, 1)
  .requiredOption('--out <folder>', 'where to; a folder that is empty or not there yet')
  .option('--vocabulary <folder>', 'the units and indicators that they use', ownVocabulary)
  .action(({ reports, seed, out, vocabulary }: CorpusOptions) => {
    const progress = followProgress();
    writeCorpus({
      reports,
      seed,
      out,
      vocabulary: existingFolder(vocabulary),
      onReport: (done) => {
        progress.tell({ phase: 'write', done, total: reports });
      },
    });
    progress.close();
    say(`wrote ${countOf(reports, 'report')} to ${out}, every one of them synthetic`);
  });

function readCount(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('A whole number from 1.');
  return Number(text);
}

function readNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('A whole number from 0.');
  return Number(text);
}
