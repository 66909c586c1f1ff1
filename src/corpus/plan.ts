import type {
  AnswerFacts,
  FactWords,
  MeasureFacts,
  ProblemFacts,
  ProblemFigureFacts,
  SectionFacts,
  TargetFacts,
} from './facts.ts';
import { writeExactly } from './figure.ts';
import { randomOf } from './random.ts';
import { governmentOf, hasEarlier } from './scene.ts';
import type { Scene } from './scene.ts';
import type { PlannedMeasure, SyntheticProblem, TargetTemplate } from './template.ts';
import { loneTarget, plannedMeasures, syntheticProblems } from './templates/plans.ts';

/** What a report says of the next year and of what falls short. */
export type Plan = {
  /** Null where the report has no such part. */
  measures: readonly PlannedMeasure[] | null;
  problems: readonly SyntheticProblem[] | null;
  hasLoneTarget: boolean;
};

/**
 * What the plan of a report holds, drawn by itself: the next year's report of the county needs to know
 * what it may refer to.
 */
export function planOf(index: number, seed: number): Plan {
  const random = randomOf(`${seed}/${index}/plan`);
  const some = <Item>(items: readonly Item[], share: number) =>
    items.filter(() => random.chance(share));
  return {
    measures: random.chance(0.93) ? some(plannedMeasures, 0.8) : null,
    problems: random.chance(0.93) ? some(syntheticProblems, 0.75) : null,
    hasLoneTarget: random.chance(0.3),
  };
}

/** The plan of the county’s report of the year before; null where there is none. */
export const earlierPlan = (index: number, seed: number): Plan | null =>
  hasEarlier(index) ? planOf(index - 1, seed) : null;

const codeBefore = ({ county, year }: Scene, slug: string) =>
  `syn-${county.code}-${year - 1}/${slug}`;

const ordinals = ['一是', '二是', '三是', '四是', '五是', '六是', '七是', '八是', '九是'];

/** The paragraph of the plan after its heading, and what it states. */
export function tellPlan(
  scene: Scene,
  { measures, hasLoneTarget }: Plan,
  earlier: Plan | null,
): { words: string; facts: Pick<SectionFacts, 'measures' | 'targets'> } {
  const told = measures ?? [];
  const targetsBefore = new Set(
    (earlier?.measures ?? []).flatMap(({ targets }) => targets.map(({ code }) => code)),
  );
  const points = told.map((measure, index) => {
    const isOfBefore = earlier?.measures?.some(({ code }) => code === measure.code) ?? false;
    const before = isOfBefore ? sameWork(scene, measure.code) : null;
    const point = tellPlannedMeasure(scene, measure, { targets: targetsBefore, before });
    return { ...point, words: `${ordinals[index] ?? ''}${point.words}。` };
  });
  const lone = hasLoneTarget ? tellTarget(scene, loneTarget, targetsBefore) : null;
  const opening = scene.word('{next}年,将<深入贯彻实施纲要|聚焦薄弱环节>。');
  const end = lone ? `${lone.words}。` : '';
  return {
    words: `${opening}${points.map(({ words }) => words).join('')}${end}`,
    facts: {
      measures: points.map(({ facts }) => facts),
      ...(lone && { targets: [lone.facts] }),
    },
  };
}

/** What the report of the year before planned: its targets and, where it is there, the same measure. */
type Before = { targets: ReadonlySet<string>; before: MeasureFacts['continues'] | null };

function tellPlannedMeasure(
  scene: Scene,
  { code, title, words, framework, targets, answers, isOwned }: PlannedMeasure,
  { targets: targetsBefore, before }: Before,
): { words: string; facts: MeasureFacts } {
  const lead = scene.word(words);
  const open = targets.filter(({ due }) => due !== 'OUTLINE' || scene.year < lastYear);
  const told = open.map((target) => tellTarget(scene, target, targetsBefore));
  const joining = answers?.words === undefined ? [] : [scene.word(answers.words)];
  return {
    words: [...joining, lead, ...told.map((target) => target.words)].join(scene.word(',')),
    facts: {
      code,
      title: scene.wordBoth(title),
      stage: 'PLANNED',
      quote: lead,
      acts: [],
      framework,
      documents: [],
      organizations: isOwned ? [{ code: governmentOf(scene.county), role: 'ACTOR' }] : [],
      outcomes: [],
      ...(before && isToldAgain(scene) && { continues: before }),
      targets: told.map(({ facts }) => facts),
    },
  };
}

/** Plans are told again as plans every second year: a choice by lot would change all that is drawn after it. */
const isToldAgain = ({ year }: Scene) => year % 2 === 0;

/** The year with which the outline ends. */
const lastYear = 2025;

const dueWords = {
  END: '{next}年底前',
  JUNE: '{next}年6月底前',
  OUTLINE: `到${lastYear}年底`,
} as const;

/** When a target is due: as its words say, or else in the year that the plan is for. */
function dueOf({ word, year }: Scene, due: TargetTemplate['due']): NonNullable<TargetFacts['due']> {
  const next = year + 1;
  if (due === undefined) return { text: `${next}年`, edtf: String(next), basis: 'INFERRED' };
  const last = { END: `${next}-12-31`, JUNE: `${next}-06-30`, OUTLINE: `${lastYear}-12-31` };
  return { text: word(dueWords[due]), edtf: `../${last[due]}` };
}

function tellTarget(
  scene: Scene,
  { code, label, words, figure, indicator, deliverable, due }: TargetTemplate,
  targetsBefore: ReadonlySet<string>,
): { words: string; facts: TargetFacts } {
  const { random } = scene;
  const written = figure && writeExactly(random, random.between(...(figure.range ?? [1, 9])));
  const said = scene
    .word(words)
    .replace('{due}', due ? scene.word(dueWords[due]) : '')
    .replace('{}', written?.words ?? '');
  return {
    words: said,
    facts: {
      code,
      label: scene.wordBoth(label),
      quote: said,
      ...(figure && written
        ? { [figure.change ? 'change' : 'value']: written.value, unit: figure.unit }
        : { statement: said }),
      ...(indicator && { indicator }),
      ...(deliverable && { deliverable }),
      due: dueOf(scene, due),
      // What is promised for one year only is no revision of what was promised for another.
      ...(due === 'OUTLINE' &&
        targetsBefore.has(code) &&
        random.chance(0.7) && { revises: codeBefore(scene, code) }),
    },
  };
}

/** The paragraph of what falls short after its heading, and what it states. */
export function tellProblems(
  scene: Scene,
  { problems, measures }: Plan,
): { words: string; facts: Pick<SectionFacts, 'problems'> } {
  const comma = scene.word(',');
  const points = (problems ?? []).map((problem, index) => {
    const lead = scene.word(problem.words);
    const figure = problem.figure && tellFigure(scene, problem.figure);
    const cause = problem.cause && scene.word(problem.cause);
    const said = [lead, figure?.words, cause].filter((words) => words !== undefined);
    const facts: ProblemFacts = {
      code: problem.code,
      title: scene.wordBoth(problem.title),
      quote: lead,
      ...(cause && { cause }),
      framework: problem.framework,
      ...(figure && { figures: [figure.facts] }),
      answeredBy: (measures ?? []).flatMap((measure) => answerOf(scene, problem, measure)),
    };
    return { words: `${ordinals[index] ?? ''}${said.join(comma)}。`, facts };
  });
  return {
    words: `${scene.word('对照上级要求,还存在一些不足。')}${points.map(({ words }) => words).join('')}`,
    facts: { problems: points.map(({ facts }) => facts) },
  };
}

function tellFigure(
  scene: Scene,
  { label, words, figure }: NonNullable<SyntheticProblem['figure']>,
): { words: string; facts: ProblemFigureFacts } {
  const written = writeExactly(scene.random, scene.random.between(...(figure.range ?? [1, 9])));
  const said = scene.word(words).replace('{}', written.words);
  return {
    words: said,
    facts: { label: scene.wordBoth(label), quote: said, value: written.value, unit: figure.unit },
  };
}

const curated: FactWords = {
  zh: '报告在安排中针对同一工作提出举措。',
  en: 'The plan has a measure for the same work.',
};

/** How a planned measure is set against a problem, if it is. */
function answerOf(
  scene: Scene,
  { code }: SyntheticProblem,
  { code: measure, words, answers }: PlannedMeasure,
): AnswerFacts[] {
  if (answers?.problem !== code) return [];
  if (answers.words === undefined) return [{ measure, basis: 'CURATED', note: curated }];
  // What the measure itself says has no choice of words, so that it can be quoted from here.
  const quote = `${scene.word(answers.words)}${scene.word(',')}${scene.word(words)}`;
  return [{ measure, basis: 'STATED', quote }];
}

const sameWork = (scene: Scene, slug: string): NonNullable<MeasureFacts['continues']> => ({
  measure: codeBefore(scene, slug),
  basis: 'CURATED',
  note: { zh: '上年安排的同一工作。', en: 'The same work as planned the year before.' },
});

/** Has measures carry on what the plan of the year before set out. */
export function carryOn(
  scene: Scene,
  sections: readonly SectionFacts[],
  earlier: Plan | null,
): void {
  for (const { measures } of sections) {
    for (const measure of measures) {
      const planned = earlier?.measures?.find(({ carries }) => carries === measure.code);
      if (!planned) continue;
      measure.continues = sameWork(scene, planned.code);
    }
  }
}
