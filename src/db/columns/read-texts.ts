import { aliasedTable, getColumns, getTableAsAliasSQL, sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { surroundings } from '../../text/quote.ts';
import { partOf } from '../dialect.ts';
import { joinParts } from '../json.ts';
import { relations } from '../relations.ts';
import type { TableName } from '../relations.ts';
import { sections } from '../tables/report.ts';

type Columns<Name extends string> = Readonly<Record<Name, SQLWrapper>>;

/** The sections that a stretch lies in where it is not in one alone. */
const near = aliasedTable(sections, 'near');

const most = sql.raw(String(surroundings));

/**
 * Up to so many characters beside the words of evidence, as a rule all in the section of the words: it is
 * short, while from the whole text they would be counted off character by character.
 * @param left how many characters the section has on that side of the words
 * @param first where in the text of the report they begin if it has that many
 * @param from where they begin and end otherwise; what lies beyond the ends of the text is left out
 */
function besideOf(
  { sectionId }: Columns<'sectionId'>,
  { left, first, from, to }: Record<'left' | 'first' | 'from' | 'to', SQLWrapper>,
): SQL<string> {
  const own = partOf(sections.text, sql`${first} - ${sections.start} + 1`, most);
  const joined = partOf(
    joinParts(near.text, near.ordinal),
    sql`${from} - min(${near.start}) + 1`,
    sql`${to} - ${from}`,
  );
  const across = sql`select ${joined} from ${getTableAsAliasSQL(near)} where ${near.reportId} = ${sections.reportId} and ${near.start} < ${to} and ${near.end} > ${from}`;
  const found = sql`case when ${left} >= ${most} then ${own} else coalesce((${across}), '') end`;
  // Nested, so that drizzle keeps the names of the tables before those of the columns.
  return sql<string>`${sql`(select ${found} from ${sections} where ${sections.id} = ${sectionId})`}`;
}

/** What stands immediately before the words. */
const prefixOf = (evidence: Columns<'sectionId' | 'start'>): SQL<string> => {
  const { start } = evidence;
  const first = sql`${start} - ${most}`;
  const from = sql`(case when ${start} < ${most} then 0 else ${first} end)`;
  return besideOf(evidence, { left: sql`${start} - ${sections.start}`, first, from, to: start });
};

/** What stands immediately after them. */
const suffixOf = (evidence: Columns<'sectionId' | 'end'>): SQL<string> => {
  const { end } = evidence;
  const to = sql`(${end} + ${most})`;
  return besideOf(evidence, { left: sql`${sections.end} - ${end}`, first: end, from: end, to });
};

/** The whole text of a report, of which its sections hold each character once. */
const textOf = ({ id }: Columns<'id'>): SQL<string> => {
  const whole = sql`select ${joinParts(sections.text, sections.ordinal)} from ${sections} where ${sections.reportId} = ${id}`;
  return sql<string>`coalesce(${sql`(${whole})`}, '')`;
};

/**
 * Texts of a row that the texts of sections hold already: no column keeps them, and whoever asks for one
 * reads it by the expression that stands here, over the row’s other columns. None is ever null.
 */
export const readTexts = {
  reports: { text: textOf },
  evidences: { prefix: prefixOf, suffix: suffixOf },
} as const;

/** The same of the table with a name: each with its expression over the table’s rows. */
export function readTextsOf(name: TableName): [field: string, text: SQL][] {
  const ofTable: Readonly<Record<string, (row: never) => SQL>> =
    name in readTexts ? readTexts[name as keyof typeof readTexts] : {};
  const columns = getColumns(relations[name].table) as never;
  return Object.entries(ofTable).map(([field, read]) => [field, read(columns)]);
}
