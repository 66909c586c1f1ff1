import { sliceCodePoints } from '../../../../src/text/code-points.ts';
import type { Draft, DraftSpan } from '../../../../src/draft/draft.ts';
import { compareActs } from './acts.ts';
import { compareFigures } from './figures.ts';
import { compareLinks } from './links.ts';
import { comparePassages } from './passages.ts';
import type { Passage } from './passages.ts';
import type { Expected, ExpectedPassage } from '../expected/expected.ts';
import { labelLikeness, sameLabel } from './label-likeness.ts';
import { startTally } from './tally.ts';
import type { Scored, Tally } from './tally.ts';

/** Holds a draft of a text against what is right, item by item. */
export function compareDraft(
  report: string,
  text: string,
  { expected, draft }: { expected: Expected; draft: Draft },
): Tally {
  const tally = startTally(report, (start, end) => sliceCodePoints(text, start, end));
  const figures = compareFigures(expected, draft, tally);
  compareActs(text, expected, draft, tally);
  const passages = (
    name: Scored,
    wanted: readonly ExpectedPassage[] | undefined,
    given: Passage[],
  ) => comparePassages(name, wanted, { given, tally });
  if (expected.joinsActs) {
    passages(
      'measures',
      expected.measures,
      draft.measures.map(({ acts, title }) => ({ spans: acts, told: title })),
    );
  }
  const statements = passages(
    'statements',
    expected.statements,
    draft.statements.map((each) => ({ ...passage(each), told: each.label, id: each.id })),
  );
  for (const [wanted, given] of statements) {
    if (wanted.optional || !wanted.label) continue;
    const isRight = wanted.label.some((label) => labelLikeness(label, given.told) >= sameLabel);
    tally.judge('statementLabels', isRight, {
      place: wanted,
      wanted: wanted.label[0],
      given: given.told,
    });
  }
  compareLinks(expected, draft, { figures, statements, tally });
  for (const name of ['problems', 'documents', 'organizations', 'honours'] as const) {
    passages(
      name,
      expected[name],
      draft[name].map((each) => ({
        ...passage(each),
        told: 'title' in each ? each.title : each.name,
      })),
    );
  }
  compareSections(expected, draft, passages);
  return tally.counts;
}

const passage = ({ start, end }: DraftSpan) => ({ spans: [{ start, end }] });

function compareSections(
  expected: Expected,
  draft: Draft,
  passages: (
    name: Scored,
    wanted: readonly ExpectedPassage[] | undefined,
    given: Passage[],
  ) => unknown,
): void {
  const headings = draft.sections.flatMap(({ heading }) => heading ?? []);
  passages(
    'headings',
    expected.headings,
    headings.map((heading) => ({ ...passage(heading), told: '' })),
  );
  // A part is proved by words of the section that holds it, and is told by its name.
  const parts = draft.sections.flatMap((section) =>
    section.part === null ? [] : [{ ...passage(section), told: section.part }],
  );
  passages('parts', expected.parts, parts);
}
