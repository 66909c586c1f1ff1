import type { Stretch } from '../structure/reading.ts';
import { tellsAim } from './no-act.ts';
import { withoutFigures } from './counted/without-figures.ts';
import type { ToldClause, ToldPoint } from './tell-clauses.ts';

/** The acts of some clauses, and the rule that found them. */
export type FoundActs = {
  readonly acts: readonly Stretch[];
  readonly rule: string;
  readonly review: string | null;
};

/** The acts of some clauses by the surest rule that finds any; null where none does. */
export function actsOf(clauses: readonly ToldClause[], point: ToldPoint): FoundActs | null {
  if (point.stage === 'PLANNED') return plannedActs(clauses, point);
  const plain = clauses.filter(({ figures }) => figures.length === 0);
  const strong = clauses.flatMap((clause, nth) => {
    if (isMeansOf(clause, clauses[nth + 1])) return [clause];
    const raised = clause.opensSentence && raises.test(clause.words) && clause.act !== null;
    if (clause.isTopic || !(raised || clause.act?.strength === 'STRONG')) return [];
    if (clause.figures.length === 0) return [clause];
    return issuesDocument.test(clause.words) ? (withoutFigures(clause) ?? []) : [];
  });
  if (strong.length > 0) return { acts: strong, rule: 'acts-told-in-words', review: null };
  const frames = plain.filter(({ words }) => bringsIn(words));
  if (frames.length > 0) return { acts: frames, rule: 'means-as-act', review: null };
  const counted = clauses.flatMap((clause) =>
    clause.figures.length > 0 ? (withoutFigures(clause) ?? []) : [],
  );
  if (counted.length > 0) return { acts: counted, rule: 'act-of-a-figure', review: null };
  const topic = point.isNumbered ? topicAct(point) : null;
  if (topic) return topic;
  const weak = plain.filter(({ act }) => act?.strength === 'WEAK');
  if (weak.length === 0 || !point.isNumbered) return null;
  return {
    acts: weak,
    rule: 'attitude-as-act',
    review: 'the words tell an attitude more than an act',
  };
}

const raises = /^(?:进一步|持续|不断|逐步|稳步|大幅)*(?:提高|提升|改善|保护)/u;

/** The act of a plan is its whole clause, the figure of its target included (codebook T2). */
function plannedActs(clauses: readonly ToldClause[], point: ToldPoint): FoundActs | null {
  const strong = clauses.filter(
    ({ act, figures, words, lead, isTopic }) =>
      (!isTopic || point.clauses.length === 1) &&
      (bindsItself.test(words) || !isMeasured.test(words)) &&
      !aimsAtRate.test(words) &&
      (act?.strength === 'STRONG' ||
        (bindsItself.test(words) && (figures.length > 0 || lead !== ''))),
  );
  if (strong.length > 0) return { acts: strong, rule: 'planned-acts', review: null };
  const weak = clauses.filter(({ act, words }) => act !== null && !tellsAim(words));
  if (weak.length === 0) return null;
  return { acts: weak, rule: 'planned-attitude', review: 'the words tell an aim more than an act' };
}

/** A target of its own: 调解成功率达到…, 办理时限压缩至…. */
const isMeasured =
  /^.{0,24}(?:率|量|值|数|度|收入|总额|面积|时限|时间|增速|增加值|比重|比例|占比|规模|支出|消费|就业)(?:达到|达|增长|提高|下降|控制|保持|稳定|不低于|不少于|不超过|压缩|降低|增加|超过|突破)/u;

/** 确保配备率达到100%: how much is to be reached, and not what is to be done. */
const aimsAtRate =
  /^(?:确保|实现|力争|争取|达到|保持|保障)[^，]{0,24}(?:率|占比|比例|比重)[^，]{0,4}(?:达|不低于|不少于|保持|稳定|提高|控制|超过|\d)/u;

const bindsItself = /^(?:确保|实现|力争|争取|达到|完成|保持|保障|提升|提高)/u;

/** The topic sentence of a point, where nothing else in it says what was done (codebook M2). */
export function topicAct({ clauses }: ToldPoint): FoundActs | null {
  const acts = clauses.filter(
    ({ act, isTopic, figures }) => isTopic && act && figures.length === 0,
  );
  if (acts.length === 0) return null;
  return { acts, rule: 'topic-as-act', review: 'only the topic sentence says what was done' };
}

/** 出台服务企业十五条措施: the number belongs to what the document is called. */
const issuesDocument =
  /^.{0,12}(?:出台|印发|制定|发布|推出).*(?:条|项)[^，]{0,8}(?:意见|措施|办法|规定|举措|政策|清单)$/u;

const listsMeans =
  /^通过[^，]{2,}(?:、[^，]{2,}|等(?:方式|措施|举措|手段|形式|途径|办法)|的(?:方式|办法|形式))$/u;

/** 通过减环节、减时限，开办时间压缩至1天: means are an act where a result follows, and not another act. */
const isMeansOf = (clause: ToldClause, next: ToldClause | undefined): boolean =>
  next?.sentence === clause.sentence &&
  clause.figures.length === 0 &&
  listsMeans.test(clause.words) &&
  (next.result !== null ||
    (next.figures.length > 0 && (next.act === null || cameOut.test(next.words))));

const cameOut =
  /^(?:推动|促进|促成|帮助|带动).*(?:化解|解决|整改|落实|修复|见效|脱贫|就业|增收)|(?:由|从)[^，]*\d[^，]*(?:至|到|为)/u;

/** The means by which what is counted was done. */
const bringsMeans =
  /^(?:.{0,16}以.{2,40}为(?:载体|平台|抓手|契机)|经(?![济营常费])[^过]?.{2,11})$/u;

export const bringsIn = (words: string): boolean => bringsMeans.test(words);
