import { findClauses } from '../../text/clause.ts';
import type { ConformanceReport } from './case.ts';

type Given = Readonly<Record<string, unknown>>;

const bilingual = (zh: string, en: string) => ({ zh, en });

/** What is said of every small report that says nothing else of itself. */
const report: Given = {
  kind: 'OTHER',
  title: bilingual('小报告', 'A small report'),
  place: '150924',
};

const result: Given = { label: bilingual('结果', 'A result'), level: 'OUTPUT' };
const outcome: Given = { ...result, link: { basis: 'SAME_POINT' } };
/** A part has the link of its whole. */
const part: Given = { ...result, dimension: bilingual('部分', 'A part') };

/**
 * The facts of a case, filled up with what every small report needs and no rule is about: a report, one
 * section over the whole text, one measure whose act is the text's first clause, of outcomes their labels,
 * levels, links and dimensions, and the labels and titles of targets and problems. A null in the case leaves out what would be filled in.
 */
export function factsOf({ text, facts, measures, outcomes }: ConformanceReport): Given | string {
  if (typeof facts === 'string') return facts;
  const opening = findClauses(text)[0]?.text ?? text;
  const told = measures ?? [{ outcomes: outcomes ?? [] }];
  const section = {
    code: 'all',
    title: bilingual('全文', 'The whole'),
    starts: opening,
    measures: told,
  };
  const { sections = [section] } = facts;
  return {
    ...facts,
    report: fill(report, facts['report'] ?? {}),
    sections: mapRecords(sections, (each) => ({
      ...fill({ title: section.title }, each),
      measures: mapRecords(each['measures'] ?? [], (measure) => measureOf(measure, opening)),
      targets: mapRecords(each['targets'] ?? [], targetOf),
      problems: mapRecords(each['problems'] ?? [], problemOf),
    })),
  };
}

const measureOf = (measure: Given, opening: string): Given => ({
  ...fill({ code: 'work', title: bilingual('工作', 'Work'), quote: opening }, measure),
  outcomes: mapRecords(measure['outcomes'] ?? [], (each) => outcomeOf(each, outcome)),
  targets: mapRecords(measure['targets'] ?? [], targetOf),
});

const targetOf = (given: Given): Given => fill({ label: bilingual('目标', 'A target') }, given);

const problemOf = (given: Given): Given => ({
  ...fill({ title: bilingual('问题', 'A problem') }, given),
  figures: mapRecords(given['figures'] ?? [], (figure) =>
    fill({ label: bilingual('数量', 'A figure') }, figure),
  ),
});

function outcomeOf(given: Given, frame: Given): Given {
  const { parts, ...rest } = fill(frame, given);
  if (parts === undefined) return rest;
  return { ...rest, parts: mapRecords(parts, (each) => outcomeOf(each, part)) };
}

/** What is given, upon what stands in the frame; null takes away. */
function fill(frame: Given, given: unknown): Given {
  const filled = { ...frame, ...(isRecord(given) && given) };
  return Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== null));
}

/** Every record of a list made anew; what is none is left as it is, for the rules to find. */
const mapRecords = (list: unknown, make: (each: Given) => Given): unknown =>
  Array.isArray(list) ? list.map((each: unknown) => (isRecord(each) ? make(each) : each)) : list;

const isRecord = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
