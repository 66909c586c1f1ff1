import { sql } from 'drizzle-orm';
import type { CheckKind } from '../../vocabulary.ts';

/** The kinds of check that look over several reports: they are settled, and never a report's own. */
export const settledKinds = ['RESTATED', 'TARGET'] as const satisfies readonly CheckKind[];

/** Holds for a row whose kind of check is one of them. */
export const isSettled = sql.raw(`kind in (${settledKinds.map((kind) => `'${kind}'`).join(', ')})`);
