/**
 * Classifiers and units that a figure of a report can carry. Longest match; what is not listed is
 * no unit, and the quantity's unit stays empty.
 */

const words = `
个 项 件 起 条 份 部 家 户 人 名 位 次 场 期 批 种 类 宗 例 辆 台 套 座 栋 幢 间 所 处 张 册 本
篇 幅 块 片 面 支 只 头 匹 棵 株 枚 艘 架 列 趟 班 届 轮 层 级 门 道 岁 站 档 枝 口 眼 盏 颗 粒
滴 段 节 课 堂 讲 集 版 卷 页 字 句 则 款 笔 单 票 桩 副 双 对 组 队 人口 群 伙 孔 根 条次 场次
人次 户次 件次 家次 辆次 车次 架次 台次 批次 班次 份次 项次 点次 处次 人份 人天 人日 例次 床
张床位 卡 包 袋 箱 桶 瓶 盒 筐 亩次 期次 篇次 标段 标箱 车位 席 席次 科 门次 轮次 回 遍 顿 番 度
手 摞 车 省 市 县 区 乡 镇 村 旗 国 院 校 厂 社 屯 组团 街道 社区 部门 单位 旗县 旗县市 县区
县市区 乡镇 村居 行业 领域 方面 环节 个百分点 百分点 个点 个基点 基点 个月 个多月 个工作日
工作日 个自然日 自然日 个日历日 个交易日 个小时 个学时 个课时 个学期 个季度 个半月 个半小时
个年度 个年头 个周 个星期 个标准箱 个人 天 日 周 星期 季度 旬 年 年半 周年 周岁 小时 分钟 秒钟
秒 分 刻钟 学时 课时 学分 元 角 美元 欧元 港元 日元 英镑 人民币 块钱 倍 成 折 % ％ ‰ ℃ 摄氏度 帧
公里 千米 米 厘米 毫米 分米 里 华里 海里 平方米 平方公里 平方千米 平方厘米 立方米 立方 平方 方
亩 公顷 顷 吨 公斤 千克 克 毫克 微克 斤 两 升 毫升 千瓦 千瓦时 兆瓦 兆瓦时 瓦 度电 千伏 千伏安
伏 千卡 卡路里 兆帕 吨标准煤 吨标煤 吨公里 人公里 车公里 微克/立方米 毫克/升 微克每立方米
毫克/立方米 元/吨 元/人 元/月 元/亩 元/平方米 元/人·年 公里/小时 km kg mg g t m cm mm km² m² m³
km2 m2 m3 ㎡ ㎞ ㎏ kV kW kWh MW GW MWh GWh GB TB MB PB mg/L μg/m³ ug/m3 hm² dB Mbps Gbps V W kVA
MVA mm2 ml L
`
  .trim()
  .split(/\s+/);

const longest = Math.max(...words.map((word) => word.length));
const byFirst = new Map<string, string[]>();
for (const word of new Set(words)) {
  const first = word.charAt(0);
  byFirst.set(
    first,
    [...(byFirst.get(first) ?? []), word].sort((a, b) => b.length - a.length),
  );
}

/** Where a listed unit is the beginning of another word, which the figure does not count. */
const notUnit =
  /^(?:件套|个别|个体|个性|个案|人均|人民(?!币)|人大|人员(?!数)|人类|人社|人才|人口|人工|人居|区域|区块|国家|国际|国内|市场|市民|村民|社会|社保|部分|部署|部委|项目|户籍|场所|级别|类似|类别|方案|方式|方针|里程|两[会个项级]|面对|面向|面临|处理|处置|处罚|处室|起诉|起草|批准|批复|组织|组建|组成|队伍|群众|单独|度假|成为|成功|成立|成效|成果|口岸|门户|对接|对照|年级|手续|手机|车辆|车间|车道|车站|科室|科技|科学|科研|科普|校园|校外|厂房|院落|国有|双方|双边|双创|字号|页面|版块|版本|段落|节点|节约|节能|课程|课题|课堂|讲话|讲座|集中|集体|回应|回访|回复|遍布|站点|席位|分别|分管|分类|分析|分级|分工|分局|分布|分块|分层|分批|本地|本级|本县|本市|片区|面积|支持|支部|支队|支行|只有|头部|条例|条件|条块|次数|期间|期限|期刊|类型|种类|种子|种植|所有|所在|点位)/;

/** Nouns that a classifier-like first character does not spoil: the figure counts the noun itself. */
const bareNoun = /^(?:人员|人才|项目|支部|支队)/;

/** The unit that begins at a UTF-16 index, as written; empty when none does. */
export function readUnit(text: string, start: number): string {
  const candidates = byFirst.get(text.charAt(start));
  if (candidates === undefined) return '';
  const ahead = text.slice(start, start + longest);
  for (const word of candidates) {
    if (!ahead.startsWith(word)) continue;
    if (/[A-Za-z0-9]$/.test(word) && /^[A-Za-z0-9]/.test(text.charAt(start + word.length)))
      continue;
    if (word.length === 1 && notUnit.test(ahead) && !bareNoun.test(ahead)) return '';
    return word;
  }
  return '';
}

/** Units of time and measure, behind which 多, 余 and 内 qualify the figure: 三年多, 5日内. */
const measures =
  /^(?:年|个月|月|天|日|周|个?星期|个?小时|分钟|个?工作日|工作日|个自然日|元|美元|岁|倍|成|公里|千米|米|里|亩|公顷|吨|公斤|斤|平方米|平方公里|立方米|度|周年|个学时|学时)$/;

export function isMeasure(unit: string): boolean {
  return measures.test(unit);
}

/** Rates: no amount per head, and no count of things. */
export function isRate(unit: string): boolean {
  return /^(?:%|％|‰|个?百分点|个点|个?基点|倍|成|番)$/.test(unit);
}
