import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { Where } from '../../text/search/full-text.ts';
import { flag, onlyPostgres, typed } from '../dialect.ts';
import { firstNumber, numbersOfAll } from '../entry-number.ts';
import { stretchFrom } from '../report-place.ts';
import { codeOfEntry, entryOfCode } from './entry-code.ts';
import { entryNumber, hitsOf } from './matching.ts';
import type { Search } from './matching.ts';
import { searchEntries } from '../tables/search.ts';

/** A place among hits, each part as a parameter; rank and class are null where only the entry knows them. */
export type SearchEdge = {
  /** 0 for an entry that holds all the words in its title, 1 for any other. */
  rank: SQLWrapper;
  /** The class of its title. */
  class: SQLWrapper;
  /** `Outcome:xinghe-2023/energy-review-time` */
  code: SQLWrapper;
  /** The code of its report; null for the vocabulary. */
  report: SQLWrapper;
};

const number = (value: number) => sql.raw(String(value));
const { id } = searchEntries;

/** The class of the title of an entry. */
export const classOf = (entry: SQLWrapper): SQL => sql`${entry} / ${number(numbersOfAll)}`;

/** Whether an entry is a hit; FTS5 takes a number that is null for any. */
const isHit = (search: Search, where: Where, entry: SQL): SQL =>
  sql`(${entry} is not null and exists (${hitsOf(search, where, sql`${entryNumber} = ${entry}`)}))`;

/**
 * The place of an edge as one row: its rank, the number `low` up to which entries are not beyond it,
 * and the number `high` from which on they are not before it. While the entry is there with such a
 * title, both are its own number. Where it has gone, it stood between two others of its report, which
 * are numbered by their codes; where its report has gone, before the next report.
 */
export function edgeRow(search: Search, edge: SearchEdge): SQL {
  const { rank, class: titleClass, code, report } = edge;
  const isOfNone = sql`${typed(report, 'text')} is null`;
  const own = sql`select ${typed(titleClass, 'bigint')} * ${number(numbersOfAll)} + case when ${isOfNone} then 0 else coalesce(r.place, ${number(numbersOfAll)}) end as start, case when ${isOfNone} then ${number(firstNumber)} else coalesce(${flag(sql`r.is_there`)}, 0) * coalesce(r.numbers, 0) end as length from (select 1)${onlyPostgres(() => sql` o`)} left join (${stretchFrom(report)}) r on true`;
  const next = sql`(select coalesce((select ${id} from ${searchEntries} where ${id} > b.start and ${id} <= b.start + b.length and ${codeOfEntry(searchEntries)} > ${code} order by ${id} limit 1), b.start + b.length + 1) from (${own}) b)`;
  const there = sql`(select n from (select ${entryOfCode(code)} as n)${onlyPostgres(() => sql` o`)} where ${typed(titleClass, 'bigint')} is null or ${classOf(sql`n`)} = ${titleClass})`;
  const isTitle = isHit(search, 'title', sql`e.there`);
  return sql`select coalesce(${rank}, ${flag(sql`not ${isTitle}`)}) as rank, coalesce(e.there, e.next - 1) as low, coalesce(e.there, e.next) as high from (select ${there} as there, ${next} as next) e`;
}

/** Whether an edge can be found: its rank is known, or its entry is a hit. */
export const isEdge = (search: Search, { rank, code }: SearchEdge): SQL =>
  sql`(${typed(rank, 'bigint')} is not null or exists (select 1 from (select ${entryOfCode(code)} as n)${onlyPostgres(() => sql` o`)} where ${isHit(search, 'anywhere', sql`n`)}))`;
