import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { SQLiteDialect } from 'drizzle-orm/sqlite-core';
import type { Client } from '../../../../src/db/client.ts';
import { codeOfEntry } from '../../../../src/db/search/entry-code.ts';
import { textsOf } from '../../../../src/db/search/matching.ts';
import { searchEntries } from '../../../../src/db/tables/search.ts';
import { tokensOf } from '../../../../src/text/search/full-text.ts';
import type { Cluster } from './cluster.ts';

const written = (query: SQL) => new SQLiteDialect().sqlToQuery(query).sql;

/** Of a hit as of an entry of Juzheng: read from the row that it stands for. */
const codeOfHit = written(codeOfEntry({ id: sql`e.id`, type: sql`e.type` }));

/**
 * Search as PostgreSQL can have it: the words of the titles and of all texts of each entry, cut as
 * Juzheng cuts them, under an index of the kind that PostgreSQL has for that. A word of two characters
 * is one such token, so that positions are not needed. Hits stand in the same order: those in titles first.
 * One walk through the index for both was ten times as fast as one for each, as Juzheng does it.
 */
const functions = `
  create function token_of(words text) returns tsquery language sql immutable as $$
    select ('''' || replace(replace(words, '\\', '\\\\'), '''', '''''') || '''')::tsquery
  $$;
  create function search_count(words text) returns bigint language sql stable as $$
    select count(*) from search_words w where w.anywhere @@ token_of(words)
  $$;
  create type search_hit as (type text, code text);
  create function search_hits(words text) returns setof search_hit language sql stable rows 20 as $$
    select e.type, ${codeOfHit} from (
      select w.id, not w.title @@ token_of(words) as elsewhere from search_words w
      where w.anywhere @@ token_of(words) order by elsewhere, w.id limit 20
    ) hits join search_entries e on e.id = hits.id order by hits.elsewhere, hits.id
  $$;`;

/** Makes the words and what finds them. */
export async function addSearch({ run }: Cluster, client: Client): Promise<void> {
  await run(`create table search_words (id bigint not null, title tsvector not null, anywhere tsvector not null);
    comment on table search_words is '@behavior -*';`);
  await run('copy search_words from stdin', linesOf(client));
  await run(`alter table search_words add primary key (id);
    create index search_words_anywhere on search_words using gin (anywhere);
    ${functions}
    vacuum (analyze) search_words;`);
}

const selectEntries = written(
  sql`select ${searchEntries.id}, ${searchEntries.type}, ${textsOf(searchEntries)} from ${searchEntries}
    where ${searchEntries.type} <> 'INDICATOR' or exists (select 1 from outcomes o join indicators i on i.id = o.indicator_id where i.search_id = ${searchEntries.id})
      or exists (select 1 from targets o join indicators i on i.id = o.indicator_id where i.search_id = ${searchEntries.id})
      or exists (select 1 from problem_figures o join indicators i on i.id = o.indicator_id where i.search_id = ${searchEntries.id})`,
);

type Entry = [id: number, type: string, texts: string];

async function* linesOf(client: Client): AsyncGenerator<string> {
  let piece = '';
  for (const [id, , json] of client.prepare(selectEntries).raw().iterate() as Iterable<Entry>) {
    const texts = JSON.parse(json) as [source: string, text: string | null][];
    const isTitle = ([source]: (typeof texts)[number]) => source.startsWith('TITLE');
    piece += `${id}\t${vectorOf(texts.filter(isTitle))}\t${vectorOf(texts)}\n`;
    if (piece.length < 1_000_000) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** A tsvector as COPY reads it: in quotes, backslashes escaped once for each of both. */
function vectorOf(texts: readonly (readonly [string, string | null])[]): string {
  const tokens = new Set(texts.flatMap(([, text]) => tokensOf(text ?? '')));
  return [...tokens]
    .map((token) => `'${token.replaceAll("'", "''").replaceAll('\\', '\\\\\\\\')}'`)
    .join(' ');
}
