/** Who asks: a group that looks into things, and not those whose advice was taken (采纳专家组建议). */
const asking =
  '(?!采纳|落实|吸收|听取|办理|回应|结合|根据|按照|依据|征求)[^，,；;：:。]{0,8}组建议|我们建议';
/** 检查组建议, then what; and bodies that are to do something: 县政府要…, 有关部门应当…. */
const asked = new RegExp(
  `(?:^|[，,；;：:。])(?:(?:${asking})[，,：:]|[^，,；;：:。]{0,10}?(?:政府|部门|单位|机关|乡镇|街道|镇街)(?:都|还|也)?(?:要|应当|必须|务必)(?![素求点件闻案塞道]))`,
  'u',
);
const asks = new RegExp(`^(?:${asking})$`, 'u');

/** Whether a clause only says who asks for something: 检查组建议. */
export const saysWhoAsks = (words: string): boolean => asks.test(words);

/** Whether words ask others to do something, so that what they tell is not done yet. */
export const asksOthers = (words: string): boolean => asked.test(words);
