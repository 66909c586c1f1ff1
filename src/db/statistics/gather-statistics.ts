import { Column, Many, getColumns, is, sql } from 'drizzle-orm';
import type { AnyRelation, SQL, SQLWrapper, Table } from 'drizzle-orm';
import type { Writing } from '../database.ts';
import { readTextsOf } from '../columns/read-texts.ts';
import { unindexed } from '../dialect.ts';
import { isOfReports, isShared, ofReports } from '../layout.ts';
import type { TableName } from '../relations.ts';
import { relations } from '../relations.ts';
import { checkOperands } from '../tables/fidelity.ts';
import { statistics } from '../tables/statistic.ts';
import { valueCounts } from './value-counts.ts';
import { countedColumns, countsOf } from './counted-columns.ts';

/** Under which name the sizes of a column's texts are kept. */
export const bytesOf = (table: string, column: string) => `bytes ${table}.${column}`;
/** Under which name it is kept how many rows a relation leads to from one row. */
export const rowsOf = (table: string, relation: string) => `rows ${table}.${relation}`;
/** Under which name it is kept from how many rows a relation leads to one row. */
export const sharedOf = (table: string, relation: string) => `shared ${table}.${relation}`;

const tableNames = Object.keys(relations) as TableName[];

/** Beyond so many reports added, all is measured anew: their single statements would take longer. */
const mostSingly = 200;

/**
 * Notes how large everything is in a database that has just been written: of all of it or, where
 * single reports were added to what had been noted, of these. What was taken out stays noted, so that
 * the sizes are never too small.
 * @param added numbers of the reports; null for all that there is
 */
export function gatherStatistics(
  { db }: Pick<Writing, 'db'>,
  added: readonly number[] | null,
): void {
  if (added && added.length > mostSingly) {
    db.run(sql`delete from ${statistics}`);
    gatherStatistics({ db }, null);
    return;
  }
  const ofRelations = togetherBySizes(fanOuts(added));
  for (const { names, isWhole } of ofRelations)
    if (isWhole) db.run(sql`delete from ${statistics} where ${statistics.name} in ${names}`);
  const ofAll = ofRelations.filter(({ isWhole }) => isWhole);
  const ofSome = ofRelations.filter(({ isWhole }) => !isWhole);
  const measured = added === null ? [...ofTexts(), ...ofAll] : ofAll;
  const atOnce = measuredAtOnce[added === null ? 'ofAll' : 'ofSome'];
  for (let at = 0; at < measured.length; at += atOnce)
    addMeasured({ db }, measured.slice(at, at + atOnce));
  if (added) addSizes({ db }, [...readTextSizes({ db }, added), ...readSizes({ db }, ofSome)]);
}

/** A query for sizes, and the names under which these are noted. */
type Measured = { names: readonly string[]; sizes: SQL };

/**
 * So many are measured by one statement: SQLite holds what it has sorted for each until the last one is done, which is
 * much of all reports, and next to nothing of what they share.
 */
const measuredAtOnce = { ofAll: 2, ofSome: 50 };

function addMeasured({ db }: Pick<Writing, 'db'>, measured: readonly Measured[]): void {
  const all = measured.map(
    ({ names, sizes }) =>
      sql`select names.value as name, size, many from (select size, count(*) as many from (${sizes}) group by size) cross join json_each(${JSON.stringify(names)}) names`,
  );
  noteSizes({ db }, sql.join(all, sql` union all `));
}

/** Sizes, and the names under which these are noted. */
type Sizes = { names: readonly string[]; sizes: readonly number[] };

/** Adds sizes that were read: to have SQLite put hundreds of queries together takes longer than what one report has. */
function addSizes({ db }: Pick<Writing, 'db'>, read: readonly Sizes[]): void {
  const all = read.flatMap(({ names, sizes }) =>
    names.flatMap((name) => sizes.map((size) => [name, size])),
  );
  noteSizes(
    { db },
    sql`select value ->> 0 as name, value ->> 1 as size, 1 as many from json_each(${JSON.stringify(all)})`,
  );
}

/** @param sizes a query for `name`, `size`, and of how many (`many`) it is the size */
function noteSizes({ db }: Pick<Writing, 'db'>, sizes: SQL): void {
  db.run(
    sql`insert into ${statistics} select name, cast(log2(size) * 2 as integer) as bucket, sum(many), sum(size * many), max(size) from (${sizes}) where size > 0 group by 1, 2 on conflict do update set "count" = "count" + excluded."count", "sum" = "sum" + excluded."sum", "largest" = max("largest", excluded."largest")`,
  );
}

const ofTexts = (): Measured[] =>
  tableNames.flatMap((name) =>
    textsOf(name).map(([field, text]) => ({
      names: [bytesOf(name, field)],
      sizes: sql`select ${jsonSize(text)} as size from ${relations[name].table}`,
    })),
  );

/** The sizes of all texts of some reports, a table at once. */
const readTextSizes = ({ db }: Pick<Writing, 'db'>, added: readonly number[]): Sizes[] =>
  tableNames.flatMap((name) => {
    const texts = textsOf(name);
    if (texts.length === 0) return [];
    const columns = sql.join(
      texts.map(([, text]) => jsonSize(text)),
      sql`, `,
    );
    const rows = ofReports(name, added).flatMap((scope) =>
      db.values<(number | null)[]>(
        sql`select ${columns} from ${relations[name].table} where ${scope}`,
      ),
    );
    return texts.map(([field], at) => ({
      names: [bytesOf(name, field)],
      sizes: rows.flatMap((row) => row[at] ?? []),
    }));
  });

const readSizes = ({ db }: Pick<Writing, 'db'>, measured: readonly Measured[]): Sizes[] =>
  measured.map(({ names, sizes }) => ({
    names,
    sizes: db.values<[number]>(sizes).map(([size]) => size),
  }));

/** The columns that hold texts, and what is read as one. */
const textsOf = (name: TableName): [string, SQLWrapper][] => [
  ...Object.entries<Column>(getColumns(relations[name].table)).filter(([, { dataType }]) =>
    dataType.startsWith('string'),
  ),
  ...readTextsOf(name),
];

/** The bytes of a text as it stands in an answer; null where there is none. What is read is never without. */
const jsonSize = (text: SQLWrapper): SQL =>
  is(text, Column)
    ? sql`case when ${text} is not null then octet_length(json_quote(${text})) end`
    : sql`octet_length(json_quote(${text}))`;

/** Columns that lead from the rows of one report to those of another as well. */
const acrossReports: ReadonlySet<Column> = new Set([checkOperands.outcomeId]);

/** Rows that lead to those of a report, whichever report they are of themselves. */
const leadingTo = ({ column, of }: StatisticsEnd, reportIds: readonly number[]): SQL[] =>
  ofReports(of, reportIds).map(
    (own) => sql`${column} in (select id from ${relations[of].table} where ${own})`,
  );

/**
 * Whether all rows of a table are of single reports, so that none of them leads to another's. Search
 * entries are the vocabulary's as well, and each leads to one row.
 */
const isOfOneReport = (name: TableName) =>
  isOfReports(name) && (name === 'searchEntries' || !isShared(name));

type FanOut = { name: string; of: string; sizes: SQL; isWhole: boolean };

/** Those that are counted alike, to be counted once. */
function togetherBySizes(counted: Iterable<FanOut>): (Measured & { isWhole: boolean })[] {
  const alike = Map.groupBy(counted, ({ of }) => of);
  return Array.from(alike.values(), (each) => {
    const [first] = each as [FanOut];
    return { ...first, names: each.map(({ name }) => name) };
  });
}

/** How the rows at the ends of each relation are counted, and of what; whole where they are of no single report. */
function* fanOuts(added: readonly number[] | null): Generator<FanOut> {
  for (const name of tableNames) {
    const own: Record<string, AnyRelation> = relations[name].relations;
    for (const [field, relation] of Object.entries(own)) {
      for (const [label, end] of endsOf(relation)) {
        const at = label === 'rows' ? rowsOf(name, field) : sharedOf(name, field);
        const { table, column, of } = end;
        const counted = `${table}.${column.name}`;
        if (added === null || !isOfOneReport(of) || !isOfOneReport(table)) {
          const stored = added === null ? null : storedSizes(end);
          yield { name: at, of: counted, sizes: stored ?? groupSizes(end), isWhole: true };
          continue;
        }
        const isAcross = acrossReports.has(column);
        const scopes = isAcross ? leadingTo(end, added) : ofReports(table, added);
        for (const [place, scope] of scopes.entries())
          yield {
            name: at,
            of: `${counted} ${isAcross ? of : ''} ${place}`,
            sizes: groupSizes(end, scope),
            isWhole: false,
          };
      }
    }
  }
}

/** A column by which rows are counted, and the table of the rows at its other end. */
type StatisticsEnd = { table: TableName; column: Column; of: TableName };

const nameOf = (table: Table) =>
  tableNames.find((name) => relations[name].table === table) as TableName;

/** From one row to several, and from several to one. */
function endsOf(relation: AnyRelation): ['rows' | 'shared', StatisticsEnd][] {
  const source = nameOf(relation.sourceTable as Table);
  const target = relation.targetTableName as TableName;
  if (relation.throughTable) {
    const table = nameOf(relation.throughTable as Table);
    const [near] = relation.through?.source ?? [];
    const [far] = relation.through?.target ?? [];
    if (!near || !far) return [];
    return [
      ['rows', { table, column: near._.column as Column, of: source }],
      ['shared', { table, column: far._.column as Column, of: target }],
    ];
  }
  const [near] = relation.sourceColumns as readonly Column[];
  const [far] = relation.targetColumns as readonly Column[];
  if (!near || !far) return [];
  // The other way round each row leads to one, which needs no counting.
  return relation instanceof Many
    ? [['rows', { table: target, column: far, of: source }]]
    : [['shared', { table: source, column: near, of: target }]];
}

/** Of some rows, which are found by their scope and not by an index that has their values in order; of all if not said. */
function groupSizes({ table, column }: StatisticsEnd, scope?: SQL): SQL {
  const value = scope ? unindexed(column) : column;
  return sql`select count(*) as size from ${relations[table].table} where ${value} is not null and ${scope ?? sql`true`} group by ${value}`;
}

/** The same of all rows, as it was counted already; null for a column of which it is not. */
function storedSizes({ table, column }: StatisticsEnd): SQL | null {
  const all: Record<string, Column> = getColumns(relations[table].table);
  const field = countedColumns[table]?.find((name) => all[name] === column);
  if (field === undefined) return null;
  return sql`select ${valueCounts.count} as size from ${valueCounts} where ${valueCounts.name} = ${countsOf(table, field)}`;
}
