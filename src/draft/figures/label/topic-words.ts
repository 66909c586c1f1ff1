/** Words of clauses without figures, which a figure behind them may be told of. */

/** 审计指出问题后, 在开展检查时: when, and nothing that is counted. */
export const isFrame =
  /(?:[后时]|以来|过程中|的同时|期间|方面)$|^(?:紧盯|紧扣|聚焦|立足|针对|着眼|锚定|瞄准|按照|坚持)/;

/** A campaign or a reform is nothing that one handles piece by piece. */
export const isCampaign =
  /率|(?:偏[高低多少]|较[大小多少]|不[足够强高]|薄弱|滞后|行动|改革|机制|体系|制度|模式|战略|战|执法|监管|治理|整治|攻坚|普法|宣传)$/;

/** 重复投诉率偏高, 制发的文件: what a level behind it measures, and what was made. */
export const ofThing = (words: string): string =>
  words
    .replace(
      /(?<=率|比例|占比)(?:仍然?|还|依然|相对|总体|整体)*(?:偏[高低]|较[高低]|居高不下|不[高低])$/,
      '',
    )
    .replace(/^(?:制发|印发|出台|发布|制定|办结|受理|收到|审结|查处|接收)的(?=.{2})/, '');

const ends =
  /(?:的?(?:专项)?(?:制定和)?(?:监督和?管理|监督|管理)?(?:工作|行动|任务|力度|机制|制度|情况|监督|管理)|[”"])$/;

/** Without words that only say that it is worked on: 规范性文件清理|工作. */
export const bareOf = (words: string): string => words.replace(ends, '');

/** 规范性文件清理工作 is about 规范性文件 where the figure's own verb is 清理. */
export function withoutEnd(noun: string, verb: string): string {
  const bare = bareOf(noun);
  return verb !== '' && bare.endsWith(verb) ? bare.slice(0, -verb.length).replace(/的$/, '') : bare;
}
