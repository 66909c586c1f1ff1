import { readNumber } from '../numbers/number-reader.ts';

/** What words name as a place in a ranking: 2 for 第2位, at most 10 for 前10名. */
export type RankValue = {
  value: number;
  minimum: number | null;
  maximum: number | null;
  qualifier: 'EXACT' | 'AT_MOST';
};

const rank = /^(第|前)?([\d０-９一二三四五六七八九十百]+)(?:位|名)?$/u;

/** The place that an ordinal names; null for one that is no place in a ranking: 第三批, 二等奖, 后5名. */
export function rankOf(ordinal: string): RankValue | null {
  const [, lead, digits] = rank.exec(ordinal.normalize('NFKC').replaceAll(/\s/g, '')) ?? [];
  if (digits === undefined) return null;
  const { value, malformed, end } = readNumber(digits, 0);
  if (malformed || end !== digits.length || !Number.isInteger(value) || value < 1) return null;
  return lead === '前'
    ? { value, minimum: 1, maximum: value, qualifier: 'AT_MOST' }
    : { value, minimum: null, maximum: null, qualifier: 'EXACT' };
}
