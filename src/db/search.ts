import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { markOf } from '../text/full-text.ts';
import type { Where } from '../text/full-text.ts';
import type { SearchType } from '../vocabulary.ts';
import { evidences, documents, reports, sections } from './tables/report.ts';
import { measures } from './tables/measure.ts';
import { outcomes } from './tables/outcome.ts';
import { searchEntries } from './tables/search.ts';
import { indicators, organizations, placeAncestors, places } from './tables/vocabulary.ts';

/** The full-text index; drizzle has no name for virtual tables. */
const index = sql.identifier('search_index');

export const match = (typed: SQLWrapper, where: Where, scope: SQLWrapper) =>
  sql`${index} match match_expression(${typed}, ${sql.raw(`'${where}'`)}, ${scope})`;

/** The numbers of the entries in the scope (JSON of {@link Scope}) that hold all the words typed. */
export function matching(typed: SQLWrapper, scope: SQLWrapper): SQL {
  return sql`(select rowid from ${index} where ${match(typed, 'anywhere', scope)})`;
}

/** The scope of one type, or of several. */
export const onlyType = (...types: readonly SearchType[]) =>
  sql.raw(`'${JSON.stringify({ type: types })}'`);

/** `["TITLE_ZH", text, offset in the report or null]`, one for each text by which a row is found. */
const texts = (...parts: readonly [source: string, text: SQLWrapper, offset?: SQLWrapper][]) =>
  sql.join(
    parts.map(
      ([source, text, offset]) =>
        sql`json_array(${sql.raw(`'${source}'`)}, ${text}, ${offset ?? sql`null`})`,
    ),
    sql`, `,
  );

const proof = { exact: sql`e."exact"`, start: sql`e."start"` };
const proved = (table: { evidenceId: SQLWrapper }) =>
  sql`join ${evidences} e on e."id" = ${table.evidenceId}`;

/** By which texts the rows of each type are found. */
const found: Record<SearchType, SQL> = {
  REPORT: sql`select json_array(${texts(['TITLE_ZH', reports.titleZh], ['TITLE_EN', reports.titleEn])}) from ${reports} where ${reports.searchId} = `,
  SECTION: sql`select json_array(${texts(['TITLE_ZH', sections.titleZh], ['TITLE_EN', sections.titleEn], ['TEXT', sections.text, sections.start])}) from ${sections} where ${sections.searchId} = `,
  MEASURE: sql`select json_array(${texts(['TITLE_ZH', measures.titleZh], ['TITLE_EN', measures.titleEn], ['TEXT', proof.exact, proof.start])}) from ${measures} ${proved(measures)} where ${measures.searchId} = `,
  OUTCOME: sql`select json_array(${texts(
    ['TITLE_ZH', outcomes.labelZh],
    ['TITLE_EN', outcomes.labelEn],
    ['TEXT', proof.exact, proof.start],
    ['DIMENSION_ZH', outcomes.dimensionZh],
    ['DIMENSION_EN', outcomes.dimensionEn],
    ['NOTE_ZH', outcomes.noteZh],
    ['NOTE_EN', outcomes.noteEn],
  )}) from ${outcomes} ${proved(outcomes)} where ${outcomes.searchId} = `,
  DOCUMENT: sql`select json_array(${texts(['TITLE_ZH', documents.titleZh], ['TITLE_EN', documents.titleEn], ['TEXT', proof.exact, proof.start])}) from ${documents} ${proved(documents)} where ${documents.searchId} = `,
  INDICATOR: sql`select json_array(${texts(['TITLE_ZH', indicators.nameZh], ['TITLE_EN', indicators.nameEn])}) from ${indicators} where ${indicators.searchId} = `,
  ORGANIZATION: sql`select json_array(${texts(['TITLE_ZH', organizations.nameZh], ['TITLE_EN', organizations.nameEn])}) from ${organizations} where ${organizations.searchId} = `,
  PLACE: sql`select json_array(${texts(['TITLE_ZH', places.nameZh], ['TITLE_EN', places.nameEn], ['CODE', places.code])}) from ${places} where ${places.searchId} = `,
};

/** All texts by which an entry is found, as JSON: `[[source, text, offset], …]`. */
export function textsOf(entry: { id: SQLWrapper; type: SQLWrapper }): SQL {
  const cases = Object.entries(found).map(
    ([type, select]) => sql` when ${sql.raw(`'${type}'`)} then (${select}${entry.id})`,
  );
  return sql`case ${entry.type}${sql.join(cases)} end`;
}

/** The marks of an entry: its type and, where it is of a report, that report, its places and year. */
export function marksOf(entry: typeof searchEntries): SQL {
  return sql`(select json_object('report', r."code", 'year', r."year", 'places', json((select json_group_array(p."code") from place_ancestors a join places p on p."id" = a."ancestor_id" where a."place_id" = r."place_id"))) from ${reports} r where r."id" = ${entry.reportId})`;
}

/** Adds an entry to the full-text index; its texts are tokens already. */
export const addToIndex = (entry: { id: number; title: string; body: string; scope: string }) =>
  sql`insert into ${index} (rowid, title, body, scope) values (${entry.id}, ${entry.title}, ${entry.body}, ${entry.scope})`;

/** Merges the index into one piece, which is read fastest. */
export const settleIndex = () => sql`insert into ${index} (${index}) values ('optimize')`;

/** How many entries of a type the index holds, as `indexed`. */
export const countIndexed = (type: SearchType) =>
  sql`select count(*) as indexed from ${index} where ${index} match ${`scope : "${markOf('type', type)}"`}`;

/** The numbers of the places and of every place that lies in them; `ids` can stand after `in`. */
export function within(ids: SQLWrapper): SQL {
  return sql`(select ${placeAncestors.placeId} from ${placeAncestors} where ${placeAncestors.ancestorId} in ${ids})`;
}

/** The numbers of the reports whose title, or one of whose sections, holds all the words typed. */
export function reportsFound(typed: SQLWrapper): SQL {
  const entries = matching(typed, onlyType('REPORT', 'SECTION'));
  return sql`(select ${searchEntries.reportId} from ${searchEntries} where ${searchEntries.id} in ${entries})`;
}
