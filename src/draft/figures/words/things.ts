/**
 * Nouns of reports: what offices handle, what a rate is told of, and measures that say nothing without the
 * thing measured. Made from the headings of the forms of reconsideration, letters and calls, disclosure,
 * and of the tables of statistical communiqués.
 */

/** 成功率, 占比, 增速: a row could not be headed by these alone. */
export const generalMeasure =
  /^(?:增速|增幅|降幅|占比|比重|比例|总量|总额|总数|均价|单价|产值|金额)$/;

/** What offices handle, at the end of a longer noun. */
export const generalThing =
  /(?:案件|纠纷|诉求|意见|建议|问题|申请|事项|投诉|举报|线索|考试|项目|提案|任务|合同|产品|样品|信访|抽检|检测|测试|测评)$/;

/** Rates of how things were handled. */
export const handling =
  /办结|办复|结案|采纳|调解|和解|纠错|整改|可办|回访|出庭|应诉|通过|合格|答复|回复|成功|处置|执行|服判|撤诉|报备|审核|完成|响应|公开|受理/;

/** What is measured of an industry or of goods, at the end of a label. */
export const measureNoun =
  /(?:增加值|总产值|产值|投资|营业收入|利润总额|利润|收入|销售额|零售额|产量|出口额|进口额|用电量|价格)$/;

/** 整改事项, 立案线索: behind a verb, words that make a noun of both. */
export const makesNoun = /^(?:事项|问题|任务|案件|线索|项目)/;
