import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { DraftFigure } from '../../../src/draft/draft.ts';
import { draft, likeness } from './support/drafted.ts';

/** What `sample.txt` says of a figure. */
type Expected = { start: number; end: number; labels: string[]; marks: string[] };

const parts = { PLAN: 'PLAN', SHORT: 'SHORTCOMINGS', DUTY: 'LEADERS_DUTY' } as const;

function readLine(line: string) {
  const head = /^(PLAN|SHORT|DUTY) /.exec(line)?.[1] as keyof typeof parts | undefined;
  const expected: Expected[] = [];
  let text = '';
  for (const piece of line.slice(head === undefined ? 0 : head.length + 1).split(/(\{[^}]*\})/)) {
    const [words = '', labels, marks = ''] = piece.replaceAll(/[{}]/g, '').split('|');
    if (labels !== undefined && labels !== '') {
      const [start, end] = [text.length, text.length + words.length];
      expected.push({ start, end, labels: labels.split('/'), marks: marks.split(' ') });
    }
    text += words;
  }
  return { text, part: head === undefined ? null : parts[head], expected };
}

const kinds = { T: 'TARGET', P: 'PROBLEM', B: 'BACKGROUND' } as const;
const marked = (marks: readonly string[], name: string) =>
  marks.find((mark) => mark.startsWith(`${name}=`))?.slice(name.length + 1);

test('the sample of the genre is drafted as its marks say', (t) => {
  const lines = readFileSync(new URL('sample.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes('{') && !line.startsWith('#'));
  const tally = new Map<string, [right: number, all: number]>();
  const count = (what: string, isRight: boolean) => {
    const [right, all] = tally.get(what) ?? [0, 0];
    tally.set(what, [right + (isRight ? 1 : 0), all + 1]);
  };
  for (const { text, part, expected } of lines.map(readLine)) {
    const { figures } = draft(text, part);
    const found = expected.map(({ start, end }) =>
      figures.find((figure) => figure.start < end && figure.end > start),
    );
    expected.forEach(({ labels, marks }, at) => {
      const figure: DraftFigure | undefined = found[at];
      count('figures', figure !== undefined);
      if (figure === undefined) return;
      count(
        'labels',
        labels.some((label) => likeness(label, figure.label) >= 0.7),
      );
      const kind = marks.flatMap((mark) => kinds[mark as keyof typeof kinds] ?? [])[0] ?? 'RESULT';
      count('kinds', figure.kind === kind);
      const change = marks.includes('R') ? 'RATE_OF_CHANGE' : marks.includes('Y') ? 'BY' : 'LEVEL';
      if (kind !== 'PROBLEM') count('changes', figure.change === change);
      const whole = marked(marks, 'w');
      count('wholes', figure.whole === (whole ? (found[Number(whole) - 1]?.id ?? '') : null));
      const level = marked(marks, 'l');
      if (level !== undefined) count('levels', figure.level === level);
      const baseline = marked(marks, 'b');
      if (baseline !== undefined) count('baselines', figure.baseline === Number(baseline));
    });
  }
  for (const [what, [right, all]] of tally) {
    t.diagnostic(`${what}: ${right} of ${all}`);
    assert.ok(right / all >= 0.97, `${what}: ${right} of ${all}`);
  }
});
