import type { Stretch } from '../reading/clauses.ts';

/** What a figure counts, with where the words stand. */
export type FigureLabel = {
  /** In the text's own words; empty where none were found. */
  readonly text: string;
  /** The noun that is counted, for what goes on counting it. */
  readonly noun: string | null;
  /** Where the first of the words stands, that of an earlier clause included. */
  readonly start: number;
  /** Where the last one ends; that of the figure or behind it. */
  readonly end: number;
  readonly rule: string;
  readonly review: string | null;
  /** Of a short rate: its name with all of what it is told of (行政复议申请调解率), where the label has less of it. */
  readonly inFull?: string;
  /** Of a change: the level that it is one of, as the place among the figures. */
  readonly changeOf?: number;
};

const timeInside =
  /(?:截至|截止|在|于|自|从|到|[比较与])?\ue000+(?:年?[底末初]|同期|以来|期间|之?前|[中内里的])*/g;

/** The words of stretches, one after another, without times, spaces and quotation marks, which one report sets and the next does not. */
export function wordsOf(masked: string, ...stretches: readonly Stretch[]): string {
  return stretches
    .map(({ start, end }) => masked.slice(start, end))
    .join('')
    .replace(timeInside, '')
    .replaceAll(/[\s\ue000\ue001“”‘’「」『』"]/g, '')
    .replace(/(?<=.{2})(?:共计?|累计|总计|已)(?=[收受办审结开召举建新查处清完组印发制化调覆])/, '')
    .replace(/(?<=[^已只仅没]{2})(?:共有|现有|拥有|设有)(?=.{2})/, '')
    .replace(/(?<=.{2})(?:[当其之]?中)?(?:仅|只)(?:有|为|剩)?$/, '')
    .replace(/^[,、:的了]+|[,、:的了每]+$/g, '');
}

export const isEmpty = ({ start, end }: Stretch): boolean => end <= start;

export const lengthOf = ({ start, end }: Stretch): number => Math.max(0, end - start);
