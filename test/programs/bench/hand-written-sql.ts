import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { SQLiteDialect } from 'drizzle-orm/sqlite-core';
import { searchEntries } from '../../../src/db/tables/search.ts';
import { codeOfEntry } from '../../../src/db/search/entry-code.ts';
import { snippetsOf } from '../../../src/db/search/search-page.ts';
import type { QuestionName } from './questions.ts';

/** Indicators that no report tells of, which searches leave out. */
const unreported = `(select search_id from indicators i where not exists (select 1 from outcomes where indicator_id = i.id)
  and not exists (select 1 from targets where indicator_id = i.id) and not exists (select 1 from problem_figures where indicator_id = i.id))`;

/** What is said of an entry `h` of a search is one function of the text engine, and one look-up: both sides read it so. */
const ofEntry = (expression: SQL) =>
  new SQLiteDialect().sqlToQuery(expression).sql.replaceAll('"search_entries"', 'h');
const snippets = ofEntry(snippetsOf(sql.raw(':text'), searchEntries));
const code = ofEntry(codeOfEntry(searchEntries));

const figure = (...more: string[]) =>
  `iif(o.value is null, null, json_object('value', o.value, ${more.join(', ')}, 'unit', json_object('code', u.code)))`;

const span = (evidence: string) =>
  `json_object('exact', ${evidence}.exact, 'start', ${evidence}.start, 'end', ${evidence}."end")`;

const measureOutcomes = (fields: string) => `(
  select json_group_array(json_object(${fields}))
  from (
    select o.code, o.label_zh, o.level, o.value, o.qualifier, o.quantity_text, o.unit_id, o.evidence_id
    from links l join outcomes o on o.id = l.outcome_id
    where l.measure_id = m.id order by o.id limit 20
  ) o
  left join units u on u.id = o.unit_id
  join evidences oe on oe.id = o.evidence_id
)`;

/** One statement for each question: what an endpoint made for just this question would run. */
export const statements: Record<QuestionName, string> = {
  measure: `
    select json_object('data', json_object('measure', (
      select json_object(
        'id', 'Measure:' || m.code, 'code', m.code, 'title', m.title_zh, 'ordinal', m.ordinal,
        'evidence', ${span('e')},
        'outcomes', json_object(
          'totalCount', (select count(*) from links l where l.measure_id = m.id),
          'nodes', json(${measureOutcomes(`
            'code', o.code, 'label', o.label_zh, 'level', o.level,
            'quantity', ${figure("'qualifier', o.qualifier", "'text', o.quantity_text")},
            'evidence', json_object('exact', oe.exact)`)})
        )
      )
      from measures m join evidences e on e.id = m.evidence_id where m.code = :code
    ) -> '$'))`,

  report: `
    select json_object('data', json_object('report', (
      select json_object(
        'code', r.code, 'title', r.title_zh, 'year', r.year,
        'place', json_object('code', p.code, 'name', p.name_zh),
        'sections', json((
          select json_group_array(json_object('ordinal', s.ordinal, 'title', s.title_zh,
            'measures', json_object('nodes', json((
              select json_group_array(json_object(
                'code', m.code, 'title', m.title_zh, 'evidence', ${span('e')},
                'outcomes', json_object('nodes', json(${measureOutcomes(`
                  'code', o.code, 'label', o.label_zh, 'level', o.level,
                  'quantity', ${figure("'text', o.quantity_text")}, 'evidence', ${span('oe')}`)}))
              ))
              from (
                select id, code, title_zh, evidence_id from measures where section_id = s.id
                order by id limit 20
              ) m join evidences e on e.id = m.evidence_id
            )))
          ))
          from (
            select id, ordinal, title_zh from sections where report_id = r.id order by ordinal
          ) s
        ))
      )
      from reports r join places p on p.id = r.place_id where r.code = :code
    ) -> '$'))`,

  page: `
    with page as materialized (
      select id, row_number() over () as n from (
        select id from outcomes indexed by outcomes_value_descending
        where level in (select value from json_each(:levels)) and value_descending >= :from
        order by value_descending desc, code_order desc limit 21
      )
    )
    select json_object('data', json_object('outcomes', json_object(
      'pageInfo', json_object('hasNextPage', json(iif((select count(*) from page) > 20, 'true', 'false'))),
      'nodes', json((
        select json_group_array(json_object(
          'code', o.code, 'label', o.label_zh, 'quantity', json_object('value', o.value, 'unit', json_object('code', u.code)),
          'report', json_object('title', r.title_zh),
          'measures', json_object('nodes', json((
            select json_group_array(json_object('title', m.title_zh)) from (
              select m.title_zh from links l join measures m on m.id = l.measure_id
              where l.outcome_id = o.id order by m.id limit 20
            ) m
          )))
        ) order by page.n)
        from page cross join outcomes o on o.id = page.id
        cross join units u on u.id = o.unit_id cross join reports r on r.id = o.report_id
        where page.n <= 20
      ))
    )))`,

  search: `
    with hits as materialized (
      select id, rank from (
        select * from (
          select rowid as id, 0 as rank from search_pairs
          where search_pairs match match_expression('pairs', :text, 'title', '{}') and rowid not in ${unreported} order by rowid limit 20
        ) union all select * from (
          select rowid as id, 1 as rank from search_pairs
          where search_pairs match match_expression('pairs', :text, 'elsewhere', '{}') and rowid not in ${unreported} order by rowid limit 20
        )
      ) order by rank, id limit 20
    )
    select json_object('data', json_object('search', json_object(
      'totalCount', (select count(*) from search_pairs where search_pairs match match_expression('pairs', :text, 'anywhere', '{}') and rowid not in ${unreported}),
      'nodes', json((
        select json_group_array(json_object(
          'type', h.type, 'node', json_object('id', ${code}),
          'snippets', json((
            select json_group_array(json_object('source', value ->> 'source', 'text', value ->> 'text', 'start', value ->> 'start'))
            from json_each(${snippets})
          ))
        ) order by hits.rank, hits.id)
        from hits cross join search_entries h on h.id = hits.id
      ))
    )))`,
};
