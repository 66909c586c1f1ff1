import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openServable } from '../db/snapshot/pointer.ts';

/**
 * Whether a data folder was made of another seed: it holds reports, and of none of them there is
 * anything in this one. To import this seed would take all of them away.
 */
export function isOfOtherSeed({ seed, data }: { seed: string; data: string }): boolean {
  const servable = openServable(data);
  if (!servable.ok) return false;
  const { snapshot } = servable;
  try {
    const reports = snapshot.db.query.reports.findMany({ columns: { code: true } }).sync();
    const isHere = ({ code }: { code: string }) => existsSync(join(seed, 'reports', code));
    return reports.length > 0 && !reports.some(isHere);
  } finally {
    snapshot.close();
  }
}
