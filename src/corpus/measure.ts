import type { Facts, MeasureFacts } from './facts.ts';
import { tellOutcome } from './outcome.ts';
import type { ToldFigures } from './draw.ts';
import { governmentOf } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Clause, Measure, Naming } from './template.ts';

/** Sentences that state nothing, as reports have many. */
const asides = [
  '坚持问题导向和目标导向相结合,逐项细化任务、明确时限、压实责任,推动各项部署落地见效。',
  '注重部门协同和上下联动,及时研究解决工作推进中的难点堵点,形成齐抓共管的良好格局。',
  '健全常态化调度和跟踪问效机制,做到年初有部署、年中有检查、年底有考核,工作质效稳步提高。',
  '充分听取群众和企业意见建议,把群众满意不满意作为检验工作成效的重要标准。',
  '加强业务培训和工作指导,推动基层干部学用结合,<依法履职的能力|依法办事的水平>得到锻炼。',
  '认真总结推广好经验好做法,发挥典型示范带动作用,营造比学赶超的浓厚氛围。',
] as const;

/** How many of a measure's clauses a report leaves out. */
const left = 0.06;

/** A measure's sentence, what it states, and the documents that it names. */
export function tellMeasure(
  scene: Scene,
  measure: Measure,
  told: ToldFigures,
): { words: string; facts: MeasureFacts; documents: Facts['documents'] } {
  const lead = scene.word(measure.words);
  const comma = scene.word(',');
  const facts: MeasureFacts = {
    code: measure.code,
    title: scene.wordBoth(measure.title),
    quote: lead,
    acts: [],
    framework: measure.framework,
    documents: [],
    organizations: scene.random.chance(0.3)
      ? [{ code: governmentOf(scene.county), role: 'ACTOR' }]
      : [],
    outcomes: [],
  };
  const documents: Facts['documents'] = [];
  const said = [lead];
  for (const clause of measure.clauses) {
    if (canBeLeft(measure, clause) && scene.random.chance(left)) continue;
    if (typeof clause === 'string') {
      const act = scene.word(clause);
      said.push(act);
      facts.acts.push(act);
    } else if ('document' in clause) {
      const named = tellNaming(scene, clause);
      said.push(named.words);
      facts.acts.push(named.words);
      documents.push(named.document);
      facts.documents.push({ code: clause.document, relation: clause.relation });
    } else {
      const outcome = tellOutcome(scene, clause, told, said.join(comma));
      outcome.facts.link = clause.joined
        ? { basis: 'STATED', from: lead }
        : { basis: 'SAME_POINT' };
      said.push(outcome.words);
      facts.outcomes.push(outcome.facts);
      const { shared } = clause;
      if (shared) {
        const label = scene.wordBoth(shared.label);
        facts.outcomes.push({ ...outcome.facts, code: shared.code, label });
      }
    }
  }
  const rest = scene.random.chance(0.8) ? scene.word(scene.random.pick(asides)) : '';
  return { words: `${said.join(comma)}。${rest}`, facts, documents };
}

/** What others refer to stays: their figure would be of nothing. */
function canBeLeft({ clauses }: Measure, clause: Clause): boolean {
  if (typeof clause === 'string' || 'document' in clause) return true;
  return !clauses.some(
    (other) =>
      typeof other !== 'string' &&
      'figure' in other &&
      [other.figure?.shareOf, other.figure?.rateOf?.count, other.figure?.rateOf?.base].includes(
        clause.code,
      ),
  );
}

function tellNaming(scene: Scene, { document, title, words }: Naming) {
  const both = scene.wordBoth(title);
  return {
    words: scene.word(words).replace('{}', both.zh),
    document: { code: document, title: both, quote: `《${both.zh}》` },
  };
}
