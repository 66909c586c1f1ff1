import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { ConformanceReport } from './case.ts';
import { factsOf } from './frame.ts';

/** Writes the report that a case is: its text, its facts and what else it has, in a folder that is made. */
export function writeReport(folder: string, each: ConformanceReport): void {
  mkdirSync(folder, { recursive: true });
  const facts = factsOf(each);
  const files: ConformanceReport['files'] = {
    'report.txt': each.text,
    'facts.yaml': typeof facts === 'string' ? facts : stringify(facts),
    ...each.files,
  };
  for (const [name, content] of Object.entries(files)) {
    if (content === null) continue;
    const bytes = typeof content === 'string' ? content : Buffer.from(content.base64, 'base64');
    writeFileSync(join(folder, name), bytes);
  }
}
