import type { ActClause } from '../clauses.ts';

/**
 * Clauses with a figure that tell no act, whatever verbs they hold: what came about or is measured, what was done by
 * those who are counted, what befell, and what is only a part of what was told.
 */

/** What is counted came about, and was not done: 完成投资3亿元, 新增就业5万人, 已整改8个. */
const comesAbout =
  /^(?:新增|净增|共|累计|同比|环比|全[年县市区省])*(?:实现|带动|拉动|增长|发展|增加|减少|突破|达到|完成[^，\d]{0,12}(?:投资|产值|收入|税收|增加值|销售|总额|交易额|任务))|^[^，\d]{0,8}实现[^，\d]{0,12}(?:收入|产值|利润|销售额?|税收|增加值|总额)\d|^(?:全[县市区省])?新(?:登记|注册|设)(?=企业|经营|市场)|^(?:新增|净增)(?:[^，]*元$|[^，]*[\d万余]+[人名]$|就业|[^，]{0,4}主体|企业)|^(?:吸引|惠及|覆盖|受益|受教育)|\d个?(?:工作日|小时|分钟|天)内?(?:办结|完成|办理|出证)|^已|到位|已(?:全部|全|经)?(?:办结|整改|完成|落实|解决|到位)|成功\d|的\d[\d.,]*[万亿余多]*[^，\d]{1,2}$/u;

/** A rate or a share is no act, whatever verbs its name holds: 采纳率100%, 同比增加3万件. */
const isRate =
  /率[^，]{0,4}\d|^(?![^，]{0,8}[将把])[^，]*(?:时间|时限|周期|环节|数量|总量)[^，]{0,6}(?:压缩|缩短|减少|下降|上升|降|升|提高|增)|占[^，]{1,16}\d|占比|^同比|^(?![^，]{0,8}[将把])[^，]*(?:由|从)[^，]*\d[^，]*(?:至|到|为)|[是为](?:上年|去年|上一年)|败诉|胜诉/u;

const ahead =
  /^(?:全[县市区省州旗]|我[县市区省]|[市县区]级?|共有?|共计|累计|其余|另有|约|近|超过?|已有|有)*$/u;
const takesPart =
  /^的?\p{Script=Han}[^，]*?(?:全部|均|都|已|完成|参加|参与|接受|获|享受|达|实现|通过|成为|入选|受|承接|结束|入驻|进驻|落户|脱贫|取得|持有|报名|入库|上榜)/u;

/** 65个单位完成自查, 九成企业完成备案: what those who are counted take part in or come to; 3次召开会议 says how often. */
function countsWho({ words, start, figures }: ActClause): boolean {
  const [figure] = figures;
  if (!figure || !ahead.test(words.slice(0, figure.start - start))) return false;
  const end = figure.end - start;
  const isShare = /[%％成]$|[%％成]以上$/u.test(words.slice(0, end));
  return (
    (isShare || takesPart.test(words.slice(end))) && !/[次场轮批期]$/u.test(words.slice(0, end))
  );
}

/** 因信息公开引发的行政复议17件: why something came about. */
const isCaused = /^因(?!地|案|村|户|企|势|时|人)/u;

/** Whether a clause with a figure tells what came about, and no act. */
export const tellsCount = (clause: ActClause): boolean => {
  const { words, lead } = clause;
  return (
    /其中|已$/u.test(lead) ||
    comesAbout.test(words) ||
    isRate.test(words) ||
    countsWho(clause) ||
    isCaused.test(words)
  );
};
