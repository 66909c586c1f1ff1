import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Document, visit } from 'yaml';
import { parametersOf } from '../../src/examples/parameters.ts';
import { readExamples, slugOf } from '../../src/examples/read-examples.ts';
import { startWorked } from './started-worked.ts';
import { madeUpProvince, workedReports } from './worked-seed.ts';

/**
 * The answers of all examples over the seed and the worked example are committed in `answers/`, and were held
 * against the texts by eye. Where one changes, write them anew and read the difference:
 * `node --test --test-update-snapshots test/worked/answers.test.ts`
 */

let worked: Awaited<ReturnType<typeof startWorked>>;
before(async () => {
  worked = await startWorked();
});
after(() => worked.close());

/** Of what an example about one thing is asked here, by the name of its variable. */
const things: Readonly<Record<string, unknown>> = {
  indicator: ['suits-lost-rate', 'online-items-rate'],
  outcome: 'made-up-zixu-2024/suits-lost-rate',
};

/** Examples whose answer is of few rows over everything, so that the seed's report may be in it. */
const isOfEverything = new Set([
  'SumsByUnit',
  'HowManyOfEach',
  'BelowAPlace',
  'WhatDoesNotAddUp',
  'Honours',
]);

/** With which variables an example is asked. */
function asked({ name, query }: { name: string; query: string }): Record<string, unknown>[] {
  const parameters = parametersOf(query);
  const report = parameters.find((parameter) => parameter.name === 'report');
  const presets = parameters.filter(({ preset }) => preset !== undefined);
  const thing = presets.flatMap((each) =>
    each.name in things ? [[each.name, things[each.name]] as const] : [],
  );
  const isOfReports = report && (report.preset !== undefined || parameters.length === 1);
  if (isOfReports) return workedReports.map((code) => ({ report: report.isList ? [code] : code }));
  const isOfPlaces = parameters.some((parameter) => parameter.name === 'places');
  if (isOfPlaces) {
    const ofProvince = { ...Object.fromEntries(thing), places: [madeUpProvince] };
    return isOfEverything.has(name) ? [ofProvince, {}] : [ofProvince];
  }
  return [Object.fromEntries(thing)];
}

/** What fits into a line stands in one. */
const lineWidth = 100;

/** The version of the data changes with each word of the seed's vocabulary. */
const withoutVersion = (key: string, value: unknown) =>
  key === 'dataVersion' ? '(a digest)' : value;

function readable(answers: unknown): string {
  const document = new Document(JSON.parse(JSON.stringify(answers, withoutVersion)));
  visit(document, {
    Collection(_, node) {
      node.flow = JSON.stringify(node.toJS(document)).length < lineWidth;
      return undefined;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

for (const example of readExamples()) {
  test(`${example.name} answers as its file says, compiled or not`, async (t) => {
    const answers: unknown[] = [];
    for (const variables of asked(example)) {
      const { body } = await worked.seeded.ask(example.query, variables);
      assert.equal(body.errors, undefined, JSON.stringify(body.errors));
      const executed = await worked.executed.ask(example.query, variables);
      assert.deepEqual(executed.body, body);
      answers.push({ variables, data: body.data });
    }
    const file = join(import.meta.dirname, 'answers', `${slugOf(example)}.yaml`);
    t.assert.fileSnapshot(answers, file, { serializers: [readable] });
  });
}
