import { splitAt } from './paragraph.ts';

/**
 * Verbs with which a topic sentence (标题句) announces what its paragraph tells. Made from section C3 of the
 * codebook and from headings of the genre.
 */
const announcing =
  '加强|强化|健全|完善|优化|提升|提高|推进|推动|推行|深化|坚持|坚定|聚焦|落实|规范|严格|突出|注重|抓好|抓实|抓牢|抓紧|抓住|狠抓|紧抓|紧盯|紧扣|筑牢|夯实|压实|压紧|凝聚|守牢|守护|守住|' +
  '拓展|扩大|培育|激发|释放|建设|打造|构建|创新|改善|保障|维护|化解|防范|防控|促进|统筹|统一|履行|发挥|创建|营造|转变|开展|服务|做好|做优|做强|做实|办好|增强|巩固|稳定|稳住|稳|保|促|惠|强|抓|建|优|' +
  '实施|扎牢|畅通|引领|完成|锚定|树立|学习|学懂|贯彻|增进|兜牢|补齐|织密|依法|提质|攻坚|开创|以';
const adverb =
  '全面|全力|全程|深入|扎实|积极|着力|大力|切实|持续|不断|进一步|有力|有效|有序|稳步|稳妥|加快|加大|严格|认真|始终|坚决|精准|精心|科学|主动|努力|充分|广泛|统筹|协同|一体|纵深|高质量|高标准|高水平|高效|多措并举|更加|' +
  '聚力|合力|奋力|致力|倾力|尽心|用心|用情|突出|狠抓|注重|强力|加力|依法|坚定|持之以恒|毫不动摇|坚定不移|深度|多元|多维|多点|快速|稳|实';
const topic = new RegExp(`^(?:${adverb})*(?:${announcing})`, 'u');
/** What a sentence that tells something done has, and one that only announces it has not. */
const tells = /[了《“「]|\d|百分之|今年|去年|全年|一年来|共|累计|近年来/u;

const longestTopic = 48;
const longestClause = 26;

/** Whether a first sentence of a paragraph, without its full stop, only announces what the paragraph tells. */
export function isTopicSentence(sentence: string): boolean {
  if (sentence.length > longestTopic || sentence.length < 4 || tells.test(sentence)) return false;
  const clauses = splitAt(sentence, /[，；]/);
  return (
    clauses.length <= 3 &&
    clauses.every(({ start, end }) => {
      const clause = sentence.slice(start, end);
      return clause.length <= longestClause && topic.test(clause);
    })
  );
}
