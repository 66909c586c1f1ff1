import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySeed } from '../support/copied.ts';
import type { Copied } from '../support/copied.ts';

/** The two reports of the made-up county, the earlier one first. */
export const workedReports = ['made-up-zixu-2023', 'made-up-zixu-2024'] as const;

/** The province that the made-up county lies in. */
export const madeUpProvince = '900000';

/** The facts of a worked report, as a path in the seed. */
export const factsOf = (report: (typeof workedReports)[number]) => `reports/${report}/facts.yaml`;

/** The text of a worked report, to the letter. */
export const textOf = (report: string) =>
  readFileSync(join(import.meta.dirname, 'reports', report, 'report.txt'), 'utf8');

/** A copy of the seed with the worked example in it, which a test may spoil. */
export function copyWorkedSeed(): Copied {
  const copied = copySeed();
  for (const name of ['places.yaml', 'organizations.yaml']) {
    const own = readFileSync(join(import.meta.dirname, 'vocabulary', name), 'utf8');
    appendFileSync(join(copied.seed, 'vocabulary', name), own);
  }
  cpSync(join(import.meta.dirname, 'reports'), join(copied.seed, 'reports'), { recursive: true });
  return copied;
}
