/** 检查组建议, then what; and bodies that are to do something: 县政府要…, 有关部门应当…. */
const asked =
  /(?:^|[，,；;：:。])[^，,；;：:。]{0,10}?(?:(?:组|委|委员会?|院|代表|我们)建议[，,：:]|(?:政府|部门|单位|机关|乡镇|街道|镇街)(?:都|还|也)?(?:要|应当|必须|务必)(?![素求点件闻案塞道]))/u;

/** Whether words ask others to do something, so that what they tell is not done yet. */
export const asksOthers = (words: string): boolean => asked.test(words);
