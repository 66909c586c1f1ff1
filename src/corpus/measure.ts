import type { Facts, MeasureFacts } from './facts.ts';
import { periodIn, tellOutcome } from './outcome.ts';
import type { ToldFigures } from './draw.ts';
import { governmentOf } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Clause, Measure, Naming, PeriodName } from './template.ts';

/** Sentences that state nothing, as reports have many: wishes, purposes and remarks (rule O3 of the codebook). */
const asides = [
  '力争让人民群众在每一项<制度|决定>、每一件小事中感受到公平正义,努力为高质量发展提供坚强法治保障。',
  '为推进基层治理体系和治理能力现代化奠定坚实基础,力争法治建设走在前列。',
  '这既是上级部署的要求,也是<群众的热切期盼|推动高质量发展的现实需要>,意义重大、影响深远。',
  '群众满意不满意,是检验工作成效的重要标准,也是各级各部门义不容辞的责任。',
  '实践充分表明,法治是最好的营商环境,是基层治理的重要依托。',
  '法治建设永远在路上,努力做到善作善成、久久为功,力争不负群众期望。',
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
  let period: PeriodName | null = null;
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
      const outcome = tellOutcome(scene, clause, told, period);
      period = periodIn(outcome.words) ?? period;
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
