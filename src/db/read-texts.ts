import { aliasedTable, getColumns, getTableAsAliasSQL, sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { surroundings } from '../text/quote.ts';
import { relations } from './relations.ts';
import type { TableName } from './relations.ts';
import { sections } from './tables/report.ts';

type Columns<Name extends string> = Readonly<Record<Name, SQLWrapper>>;

/** The sections in which a stretch lies that begins or ends in a section beside its own. */
const near = aliasedTable(sections, 'near');

/** So many characters before and after. */
const around = sql.raw(String(surroundings));

/**
 * A stretch of the report’s text by offsets in it, whether or not it lies in one section; what would lie
 * beyond the ends of the text is left out. Nearly always it lies in the section of the evidence, which is
 * short: from a whole text it would be counted off character by character.
 */
function stretchOf({ sectionId }: Columns<'sectionId'>, from: SQLWrapper, to: SQLWrapper) {
  const cut = (text: SQLWrapper, start: SQLWrapper) =>
    sql`substr(${text}, ${from} - ${start} + 1, ${to} - ${from})`;
  const joined = cut(
    sql`group_concat(${near.text}, '' order by ${near.ordinal})`,
    sql`min(${near.start})`,
  );
  const beside = sql`select ${joined} from ${getTableAsAliasSQL(near)} where ${near.reportId} = ${sections.reportId} and ${near.start} < ${to} and ${near.end} > ${from}`;
  const own = sql`${sections.start} <= ${from} and ${to} <= ${sections.end}`;
  const found = sql`select case when ${own} then ${cut(sections.text, sections.start)} else (${beside}) end from ${sections} where ${sections.id} = ${sectionId}`;
  // Nested, so that drizzle keeps the names of the tables before those of the columns.
  return sql<string>`coalesce(${sql`(${found})`}, '')`;
}

/** Up to 16 characters immediately before the words. */
const prefixOf = (evidence: Columns<'sectionId' | 'start'>): SQL<string> => {
  const { start } = evidence;
  const from = sql`case when ${start} < ${around} then 0 else ${start} - ${around} end`;
  return stretchOf(evidence, sql`(${from})`, start);
};

/** Up to 16 characters immediately after the words. */
const suffixOf = (evidence: Columns<'sectionId' | 'end'>): SQL<string> =>
  stretchOf(evidence, evidence.end, sql`(${evidence.end} + ${around})`);

/** The whole text of a report, of which its sections hold each character once. */
const textOf = ({ id }: Columns<'id'>): SQL<string> => {
  const whole = sql`select group_concat(${sections.text}, '' order by ${sections.ordinal}) from ${sections} where ${sections.reportId} = ${id}`;
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
