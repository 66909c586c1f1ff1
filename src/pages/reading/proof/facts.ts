import { createHash } from 'node:crypto';
import { jsonWithin } from '../../html.ts';
import type { Html } from '../../html.ts';
import type { ReportData } from '../report-data.ts';

/** The text and all facts of a report as JSON that can stand inside a page, and its digest as it stands there. */
export function factsOf(data: ReportData): { json: Html; sha256: string } {
  const { meta, report, measures, outcomes, links, targets, problems, checks } = data;
  const { text, ...about } = report;
  const facts = {
    ...meta,
    text,
    report: about,
    measures,
    outcomes,
    links,
    targets,
    problems,
    checks,
  };
  const json = jsonWithin(facts);
  return { json, sha256: createHash('sha256').update(json.toString()).digest('hex') };
}
