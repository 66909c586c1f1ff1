import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importedSeed, send, serveOnFreePort } from '../support/served.ts';

test('metrics count what was answered, how, from which plan and from which data', async (t) => {
  const { data, remove } = await importedSeed();
  t.after(remove);
  const serving = await serveOnFreePort(data);
  t.after(() => serving.close());
  const get = (path: string) => send(serving.url, { path });
  for (const query of ['{links{totalCount}}', '{links{totalCount}}', '{nope}'])
    await get(`/graphql?query=${encodeURIComponent(query)}`);
  await get('/graphql?query={__schema{queryType{name}}}');
  await get('/graphql?query={links{totalCount}}&x=1');
  await get('/nothing/of/the/kind');
  const { status, headers, body } = await get('/metrics');
  assert.equal(status, 200);
  assert.equal(headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8');
  assert.equal(headers['cache-control'], 'no-store');
  const text = body.toString();
  const valueOf = (key: string) => {
    const line = text.split('\n').find((each) => each.startsWith(`${key} `));
    return line && Number(line.slice(key.length + 1));
  };
  assert.equal(valueOf('juzheng_requests_total{path="graphql",status="2xx"}'), 5);
  assert.equal(valueOf('juzheng_requests_total{path="other",status="4xx"}'), 1);
  assert.equal(valueOf('juzheng_request_seconds_bucket{path="graphql",le="+Inf"}'), 5);
  assert.equal(valueOf('juzheng_request_seconds_count{path="graphql"}'), 5);
  assert.equal(valueOf('juzheng_short_answers_total'), 2);
  assert.equal(valueOf('juzheng_plans_total{result="compiled"}'), 1);
  assert.equal(valueOf('juzheng_plans_total{result="known"}'), 2);
  assert.equal(valueOf('juzheng_plans_total{result="left"}'), 1);
  assert.equal(valueOf('juzheng_questions_total{route="here"}'), 4);
  assert.equal(valueOf('juzheng_questions_total{route="long"}'), 0);
  assert.equal(valueOf('juzheng_not_compiled_total{reason="introspection"}'), 1);
  assert.equal(valueOf('juzheng_not_compiled_total{reason="not_declared"}'), 0);
  assert.equal(valueOf('juzheng_errors_total{code="GRAPHQL_VALIDATION_FAILED"}'), 1);
  assert.ok(Number.isInteger(valueOf('juzheng_reckoned_rows_total')));
  // Three times it is read how many links there are, and written: `{"data":{"links":{"totalCount":74}}}`.
  assert.ok(Number(valueOf('juzheng_reckoned_rows_total')) >= 3);
  assert.equal(valueOf('juzheng_answer_bytes_total'), 3 * 36);
  assert.ok(Number(valueOf('juzheng_reckoned_bytes_total')) >= 3 * 36);
  assert.equal(valueOf('juzheng_statements_without_value_total'), 0);
  assert.equal(valueOf('juzheng_question_stops_total{reason="timeout"}'), 0);
  assert.equal(valueOf('juzheng_question_refusals_total{reason="waited"}'), 0);
  assert.equal(valueOf('juzheng_query_processes'), 0);
  const version = JSON.parse((await get('/health')).body.toString()).dataVersion;
  assert.equal(valueOf(`juzheng_serving{data_version="${version}"}`), 1);
  assert.ok(Number(valueOf('process_resident_memory_bytes{worker="1"}')) > 1e7);
  assert.doesNotMatch(text, /nothing|totalCount/, 'no label takes its value from a request');
  for (const line of text.trim().split('\n')) {
    assert.match(line, /^# (?:HELP|TYPE) [a-z_0-9]+ .+$|^[a-z_0-9]+(?:\{[^{}]+\})? [\d.e+-]+$/);
  }
});
