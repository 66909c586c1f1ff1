import type { DraftCountedAct } from '../draft.ts';
import type { Reading, Stretch } from '../structure/reading.ts';
import { measureAt, measuresOfPoints } from './find-measures.ts';
import type { FoundMeasure } from './find-measures.ts';
import type { ToldClause, ToldPoint } from './tell-clauses.ts';

/**
 * What was done and is told with how much of it: 新建学校12所. Facts tell such an act by its figure alone
 * (codebook M2); whoever reads a text for its acts wants it all the same.
 */
export function findCountedActs(
  reading: Reading,
  points: readonly ToldPoint[],
  measures: readonly FoundMeasure[],
): DraftCountedAct[] {
  const byPoint = measuresOfPoints(measures);
  return points
    .filter(({ isOverview, part }) => !isOverview && part !== 'SHORTCOMINGS')
    .flatMap((point) => {
      const own = byPoint.get(point) ?? [];
      const acts = own.flatMap((measure) => measure.acts);
      return point.clauses
        .filter((clause) => isCountedAct(clause) && !acts.some((act) => isOver(act, clause)))
        .map(({ start, end }) => ({
          ...reading.spanOf(start, end),
          measure: measureAt(own, start),
          stage: own.find(({ id }) => id === measureAt(own, start))?.stage ?? point.stage,
          rule: 'counted-act',
          review: null,
        }));
    });
}

const isOver = (act: Stretch, { start, end }: Stretch): boolean =>
  act.start < end && start < act.end;

const isCountedAct = ({ figures, act, isTopic, words, lead }: ToldClause): boolean =>
  figures.length > 0 &&
  act?.strength === 'STRONG' &&
  !isTopic &&
  !/其中|已$/u.test(lead) &&
  !comesAbout.test(words) &&
  !isRate.test(words);

/** What is counted came about, and was not done: 完成投资3亿元, 新增就业5万人, 已整改8个. */
const comesAbout =
  /^(?:新增|净增|共|累计|同比|环比|全[年县市区省])*(?:实现|带动|拉动|增长|发展|增加|减少|突破|达到|完成[^，\d]{0,12}(?:投资|产值|收入|税收|增加值|销售|总额|交易额|任务))|^(?:全[县市区省])?新(?:登记|注册|设)(?=企业|经营|市场)|^(?:新增|净增)(?:[^，]*元$|就业|[^，]{0,4}主体|企业)|^已|到位|已(?:全部|全|经)?(?:办结|整改|完成|落实|解决|到位)|成功\d|^[^，]*的\d/u;

/** A rate or a share is no act, whatever verbs its name holds: 采纳率100%, 同比增加3万件. */
const isRate =
  /率[^，]{0,4}\d|(?:时间|时限|周期|环节|数量|总量)[^，]{0,6}(?:压缩|缩短|减少|下降|上升|降|升|提高|增)|占[^，]{1,16}\d|^同比|(?:由|从)[^，]*\d[^，]*(?:至|到|为)/u;
