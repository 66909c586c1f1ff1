import { checkLine } from '../reading/cards/check-line.ts';
import type { Check } from '../reading/report-data.ts';
import type { Site } from '../site.ts';
import { thingWord } from '../language/thing-words.ts';
import { listOf } from './listed.ts';
import type { ThingList } from './thing.ts';

/** The checks that a figure takes part in, each with its working. */
export const checkList = (
  site: Site,
  { nodes, totalCount }: { nodes: readonly Check[]; totalCount: number },
): readonly ThingList[] =>
  listOf(
    thingWord('checks', site.language),
    nodes.map((check) => checkLine(check, site)),
    { count: totalCount },
  );
