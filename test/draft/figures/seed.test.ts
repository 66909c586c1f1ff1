import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { findFigures } from '../../../src/draft/figures/find-figures.ts';
import { likeness } from './support/drafted.ts';

type Outcome = {
  label: { zh: string };
  quote?: string | { exact?: string; to?: string };
  value?: number;
  change?: number;
  parts?: Outcome[];
};
type Curated = { sections: { measures?: { outcomes?: Outcome[] }[] }[] };

const folder = new URL('../../../seed/reports/xinghe-2023/', import.meta.url);

/** Where the words stand that prove an outcome, up to their end. */
function endOf(text: string, { quote }: Outcome): { start: number; end: number } {
  const words = typeof quote === 'string' ? quote : (quote?.to ?? quote?.exact ?? '');
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

test('from its text alone the seed gives the figures that its curator claimed, mostly under like labels', (t) => {
  const text = readFileSync(new URL('report.txt', folder), 'utf8');
  const facts = parse(readFileSync(new URL('facts.yaml', folder), 'utf8')) as Curated;
  const context = { sections: [], measures: [], year: 2023, indicators: [] };
  const { figures } = findFigures(text, context);
  const outcomes = facts.sections
    .flatMap(({ measures = [] }) => measures.flatMap((measure) => measure.outcomes ?? []))
    .flatMap((outcome) => [outcome, ...(outcome.parts ?? [])])
    .filter(({ value, change }) => value !== undefined || change !== undefined);
  const claimed = outcomes.map((outcome) => {
    const { start, end } = endOf(text, outcome);
    const value = outcome.value ?? Math.abs(outcome.change ?? 0);
    return figures.find(
      (figure) => figure.start >= start && figure.end <= end && figure.value === value,
    );
  });
  assert.deepEqual(
    claimed.flatMap((figure, at) => (figure ? [] : [outcomes[at]?.label.zh])),
    [],
  );
  const left = figures.filter((figure) => !claimed.includes(figure));
  assert.deepEqual(
    left.map(({ kind }) => kind),
    ['BACKGROUND'],
  );
  assert.ok(claimed.every((figure) => figure?.kind === 'RESULT'));
  const alike = claimed.filter(
    (figure, at) => likeness(outcomes[at]?.label.zh ?? '', figure?.label ?? '') >= 0.7,
  );
  t.diagnostic(`${alike.length} labels of ${claimed.length} are like the curated ones`);
  assert.ok(alike.length / claimed.length >= 0.75);
});
