import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { quoteName } from '../../db/postgres/create-tables.ts';
import { publishedTables } from '../../db/postgres/publication.ts';
import type { Publication } from '../../db/postgres/publication.ts';
import { readReadable, servedTables } from '../../db/postgres/readable.ts';
import { sources } from '../../db/tables/source.ts';
import { findChanges } from './find-changes.ts';
import type { ReportChanges } from './find-changes.ts';
import type { VerifiedSnapshot } from './open-verified.ts';
import { marksTable, readMarks, readPublishedMarks } from './report-marks.ts';
import type { ReportMark } from './report-marks.ts';
import { askPostgres, askSnapshot } from './statements.ts';
import type { Ask } from './statements.ts';

/** What has to be done so that PostgreSQL holds a snapshot. */
export type PublicationPlan = { marks: readonly ReportMark[] } & (
  | { way: 'NOTHING' }
  /** Why all is published anew, in words. */
  | { way: 'WHOLE'; why: string }
  | { way: 'CHANGE'; changes: ReportChanges }
);

/** All tables that a publication makes. */
const publishedNames = [...servedTables, marksTable.name];

/** Where one report in so many goes or comes, to publish all anew takes no longer, and leaves nothing to clear away. */
const changedShare = 4;

/** Holds what is published against a snapshot. */
export async function planPublication(
  client: pg.Client,
  snapshot: VerifiedSnapshot,
  before: Publication | null,
  { isWhole = false }: { isWhole?: boolean },
): Promise<PublicationPlan> {
  const asked = askSnapshot(snapshot.client);
  const marks = await readMarks(asked);
  const whole = (why: string): PublicationPlan => ({ way: 'WHOLE', why, marks });
  if (!before) return whole('nothing was published here before');
  if (isWhole) return whole('as was asked for');
  if (before.tables !== publishedTables) return whole('the tables are of another version');
  const { missing } = await readReadable(client, before.schema, publishedNames);
  if (missing.length > 0) return whole(`what had stood in ${before.schema} is not there any more`);
  if (before.version === snapshot.version) return { way: 'NOTHING', marks };
  await client.query(`set search_path = ${quoteName(before.schema)}`);
  const found = askPostgres(client);
  if ((await digestsOfAll(found)) !== (await digestsOfAll(asked)))
    return whole('the vocabulary or the rules of the importer have changed');
  const changes = findChanges(await readPublishedMarks(found), marks);
  const touched = Math.max(changes.gone.length, changes.come.length);
  if (touched * changedShare > marks.length && touched > 1)
    return whole(`${touched} of ${marks.length} reports have changed, or stand elsewhere`);
  return { way: 'CHANGE', changes, marks };
}

/** The digests of what all reports rest on. */
async function digestsOfAll(ask: Ask): Promise<string> {
  const { kind, code, sha256, rowsSha256 } = sources;
  const rows = await ask(
    sql`select ${kind} as kind, ${code} as code, ${sha256} as digest, ${rowsSha256} as rows from ${sources} where ${kind} <> 'REPORT' order by 1, 2`,
  );
  return JSON.stringify(rows);
}
