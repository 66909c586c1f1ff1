import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper, Table } from 'drizzle-orm';
import { indexKinds, markExpression } from '../../text/search/full-text.ts';
import type { Asked, IndexKind, Scope, Where } from '../../text/search/full-text.ts';
import { everyPattern, patternsBeyondPieces, wordsQuery } from '../../text/search/words-query.ts';
import type { SearchType } from '../../vocabulary.ts';
import { columnOf } from '../column-of.ts';
import { derived, literal, onlyPostgres, unindexed, unlessPostgres } from '../dialect.ts';
import { asFound, asWithin, isSingleValue } from '../found-sets.ts';
import { jsonArray, jsonGroup } from '../json.ts';
import { relations } from '../relations.ts';
import type { TableName } from '../relations.ts';
import { acts, searchable, proof } from './searchable.ts';
import type { SearchableText } from './searchable.ts';
import { evidences } from '../tables/report.ts';
import { measureActs, measures } from '../tables/measure.ts';
import { outcomes } from '../tables/outcome.ts';
import { problemFigures, targets } from '../tables/plan.ts';
import { searchEntries } from '../tables/search.ts';
import { indicators } from '../tables/unit.ts';
import { placeAncestors } from '../tables/vocabulary.ts';

/** A full-text index as a table; drizzle has no name for virtual ones. */
export const indexCalled = (kind: IndexKind) => sql.identifier(`search_${kind}`);

/** What is searched for, each as a parameter: the words typed, and the scope as JSON. */
export type Search = { typed: SQLWrapper; scope: SQLWrapper };

/** The number of an entry in the indexes, in the conditions of {@link hitsOf}. */
export const entryNumber = unlessPostgres(sql`rowid`, () => sql`id`);

const always = sql`true`;

/**
 * The numbers of the entries in the scope that hold all the words typed, as a query for `entry` that an order
 * and a limit may follow. What both indexes must have comes first, as SQL takes one operator after the other; each index
 * is read in the order of its numbers, and no further than is asked for.
 * @param range between which numbers the indexes are read, a condition on {@link entryNumber}
 * @param condition what else must hold of a number; asked of what both indexes must have in but one of them
 */
function matches(search: Search, where: Where, range = always, condition = always): SQL {
  const { typed, scope } = search;
  const found = (asked: Asked, place: Where, more: SQL) => {
    const index = indexCalled(asked.endsWith('pairs') ? 'pairs' : 'characters');
    return sql`select rowid as entry from ${index} where ${index} match match_expression(${sql.raw(`'${asked}'`)}, ${typed}, ${sql.raw(`'${place}'`)}, ${scope}) and ${range} and ${more}`;
  };
  const both = (pairs: Where, characters: Where) =>
    sql`${found('mixed pairs', pairs, condition)} intersect ${found('mixed characters', characters, always)}`;
  const mixed =
    where === 'elsewhere'
      ? // Not all characters stand in the title though the longer words do, or not all of these.
        sql`${both('title', 'elsewhere')} union all ${both('elsewhere', 'anywhere')}`
      : both(where, where);
  const alone = indexKinds.map((kind) => found(kind, where, condition));
  return unlessPostgres(
    sql.join([mixed, ...alone], sql` union all `),
    () =>
      sql`select id as entry from search_index where ${matchInPostgres(search, where)} and ${range} and ${condition}`,
  );
}

/** The entries with all pieces of what was typed are found by their words; that it stands there as it was typed is seen in the texts. */
function matchInPostgres({ typed, scope }: Search, where: Where): SQL {
  const query = derived(
    (text: string, limits: string) => wordsQuery(text, where, limits),
    typed,
    scope,
  );
  const found = sql`words @@ (${query})::tsquery`;
  const lacks = (body: SQL, patterns: (text: string) => string) =>
    sql`lacks_pattern(title, ${body}, (${derived(patterns, typed)})::text[])`;
  const [title, whole] = [sql`null`, sql`body`];
  if (where === 'title') return sql`(${found} and not ${lacks(title, patternsBeyondPieces)})`;
  const anywhere = sql`(${found} and not ${lacks(whole, patternsBeyondPieces)})`;
  if (where === 'anywhere') return anywhere;
  return sql`(${anywhere} and ${lacks(title, everyPattern)})`;
}

/** The numbers of the entries in the scope (JSON of {@link Scope}) that hold all the words typed. */
export function matching(typed: SQLWrapper, scope: SQLWrapper): SQL {
  const found = (range?: SQL) => matches({ typed, scope }, 'anywhere', range);
  return asFound(
    sql`(${found()})`,
    (number) => sql`exists (${found(sql`${entryNumber} = ${number}`)})`,
  );
}

const isOfNone = (table: typeof outcomes | typeof targets | typeof problemFigures) =>
  sql`not exists (select 1 from ${table} where ${table.indicatorId} = ${indicators.id})`;

/** The numbers of indicators that no report tells of: lists leave them out, and so do searches. */
const unreported = sql`(select ${indicators.searchId} from ${indicators} where ${sql.join(
  [outcomes, targets, problemFigures].map(isOfNone),
  sql` and `,
)})`;

/**
 * What a search of everything finds: what holds the words, and is told by any report, as a query for `entry` that an
 * order and a limit may follow.
 * @param range between which numbers it lies, a condition on {@link entryNumber}
 */
export const hitsOf = (search: Search, where: Where, range?: SQL): SQL =>
  matches(search, where, range, sql`${entryNumber} not in ${unreported}`);

/** Between which numbers hits are told, neither of them included, from which end, and how many at most. */
type Stretch = { low: SQL; high: SQL; way: SQL; limit: SQL };

/** The first hits in the order of their numbers, as a query for `entry`; see `postgres/search-stretches.ts`. */
export function firstHits(search: Search, where: Where, { low, high, way, limit }: Stretch): SQL {
  const between = sql`${entryNumber} > ${low} and ${entryNumber} < ${high}`;
  const hits = (range: SQL, number: SQL) =>
    sql`${hitsOf(search, where, range)} order by ${number} ${way} limit ${limit}`;
  return unlessPostgres(hits(between, sql`entry`), () => {
    // By the number itself it would walk all entries in their order for a word that many hold.
    const ofStretch = hits(sql`words @@ s.mark::tsquery and ${between}`, sql`id + 0`);
    return sql`select h.entry from search_stretches s, lateral (${ofStretch}) h where s.last > ${low} and s.first < ${high} order by s.first ${way}, h.entry ${way} limit ${limit}`;
  });
}

/** How many entries hold the words typed, those that searches leave out among them. */
export const countAll = (search: Search): SQL =>
  sql`select count(*) from (${matches(search, 'anywhere')})${onlyPostgres(() => sql` h`)}`;

/** How many entries hold the words typed that searches leave out. */
export const countLeftOut = (search: Search): SQL =>
  sql`select count(*) from (${matches({ ...search, scope: onlyType('INDICATOR') }, 'anywhere', always, sql`${unindexed(entryNumber)} in ${unreported}`)})${onlyPostgres(() => sql` h`)}`;

/** The scope of one type, or of several. */
export const onlyType = (...types: readonly SearchType[]) =>
  literal(JSON.stringify({ type: types }));

/** The texts by which a row of a type is found, of the row whose `search_id` stands after it. */
function selectTexts({ table: name, texts, starts }: Searchable): SQL {
  const table: Table = relations[name].table;
  const own = texts.filter(([, field]) => field !== acts);
  const parts = own.map(([source, field]) => {
    const [text, offset] =
      field === proof
        ? [sql`e."exact"`, sql`e."start"`]
        : [
            columnOf(table, field),
            starts && source === 'TEXT' ? columnOf(table, starts) : sql`null`,
          ];
    return jsonArray([sql.raw(`'${source}'`), text, offset]);
  });
  const isProved = texts.some(([, field]) => field === proof);
  const proved = isProved
    ? sql` join ${evidences} e on e."id" = ${columnOf(table, 'evidenceId')}`
    : sql.empty();
  const list = jsonArray(parts);
  const all = own.length === texts.length ? list : withActs(list);
  return sql`select ${all} from ${table}${proved} where ${columnOf(table, 'searchId')} = `;
}

/** The texts of a measure, with the words of each of its acts after them. */
const withActs = (texts: SQL) =>
  unlessPostgres(
    sql`(select json_group_array(json(x)) from (select value as x from json_each(${texts}) union all select * from (select ${wordsOfAct} ${actsInOrder} order by ${measureActs.ordinal})))`,
    () =>
      sql`((${texts})::jsonb || (select ${jsonGroup(wordsOfAct, sql`${measureActs.ordinal}`)} ${actsInOrder})::jsonb)::json`,
  );

const wordsOfAct = jsonArray([sql`'TEXT'`, sql`e."exact"`, sql`e."start"`]);
const actsInOrder = sql`from ${measureActs} join ${evidences} e on e."id" = ${measureActs.evidenceId} where ${measureActs.measureId} = ${measures.id}`;

type Searchable = {
  table: TableName;
  texts: readonly SearchableText[];
  starts?: string;
};

/** All texts by which an entry is found, as JSON: `[[source, text, offset], …]`. */
export function textsOf(entry: { id: SQLWrapper; type: SQLWrapper }): SQL {
  const cases = Object.entries(searchable).map(
    ([type, found]) => sql` when ${sql.raw(`'${type}'`)} then (${selectTexts(found)}${entry.id})`,
  );
  return sql`case ${entry.type}${sql.join(cases)} end`;
}

/** How many entries bear a mark, a row for each index, as `indexed`. */
const countMarked = (kind: keyof Scope, value: string): SQL =>
  sql.join(
    indexKinds
      .map(indexCalled)
      .map(
        (index) =>
          sql`select count(*) as indexed from ${index} where ${index} match ${markExpression(kind, value)}`,
      ),
    sql` union all `,
  );

/** How many entries of a type each index holds. */
export const countIndexed = (type: SearchType) => countMarked('type', type);

/** How many entries of a report each index holds. */
export const countIndexedOf = (report: string) => countMarked('report', report);

/** The numbers of the places and of every place that lies in them; `ids` can stand after `in`. */
export function within(ids: SQL): SQL {
  const places = sql`(select ${placeAncestors.placeId} from ${placeAncestors} where ${placeAncestors.ancestorId} in ${ids})`;
  return isSingleValue(ids) ? asWithin(places, ids) : places;
}

/** The numbers of the reports whose title, or one of whose sections, holds all the words typed. */
export function reportsFound(typed: SQLWrapper): SQL {
  const entries = matching(typed, onlyType('REPORT', 'SECTION'));
  return asFound(
    sql`(select ${searchEntries.reportId} from ${searchEntries} where ${searchEntries.id} in ${entries})`,
  );
}
