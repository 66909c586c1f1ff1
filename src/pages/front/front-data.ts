import type { CheckKind, ReportKind, Verdict } from '../../vocabulary.ts';
import type { Ask } from '../../table/fetch-pages.ts';
import { askOne, readQuery } from '../ask-all.ts';
import { languageArgument } from '../language/language.ts';
import type { Language } from '../language/language.ts';

export type FrontData = {
  meta: {
    counts: { kind: string; count: number }[];
    limits: { name: string; value: number; description: string }[];
  };
  reports: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: {
      code: string;
      title: string;
      kind: ReportKind;
      year: number | null;
      place: { name: string };
      measures: { totalCount: number };
      outcomes: { totalCount: number };
    }[];
  };
  checks: {
    totalCount: number;
    nodes: {
      code: string;
      kind: CheckKind;
      verdict: Verdict;
      explanation: string;
      report: { code: string; title: string };
      operands: { outcome: { code: string; label: string } }[];
    }[];
  };
  indicators: { nodes: { code: string; name: string }[] };
};

const query = readQuery('front');

/**
 * What the front page tells, asked of the API; its reports are those after a cursor, if one is given.
 * @throws Unanswered with the API's errors
 */
export const askFront = (ask: Ask, language: Language, after: string | null): Promise<FrontData> =>
  askOne(ask, query, { language: languageArgument[language], after });
