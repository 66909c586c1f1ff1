import type { DraftHonour } from '../../draft.ts';
import { longestClause } from '../act-of.ts';
import { clauseEnd, splitAt } from '../../structure/paragraph.ts';
import type { Reading } from '../../structure/reading.ts';

const received =
  '(?:成功)?(?:获评|荣获|斩获|喜获|荣膺|摘得|入选|获批|获得|获授|捧回|上榜|跻身|被(?:[^，]{2,24}?)?(?:评为|命名为|授予|确定为|认定为|列为|表彰为|评定为)|被(?:[^，]{2,24}?)?评选为|成为|创建(?:成)?为|创成|创建|评为|命名为)';
const kinds =
  '称号|示范(?:县|市|区|旗|州|乡镇|镇|乡|村|单位|地区|项目|点|岗|窗口|集体|基地|创建单位)|先进(?:集体|单位|个人|县|市|区|典型)|[一二三]等奖|金奖|银奖|铜奖|优秀奖|组织奖|奖|百强(?:县|市|区|镇)?|标兵|典型案例|优秀案例|十佳|试点(?:县|市|区|单位|地区)?|模范(?:集体|单位)?|文明(?:单位|城市)|标杆|样板|红旗|荣誉|最佳实践';
const honour = new RegExp(
  `${received}(?:了|的)?([\\p{Script=Han}A-Za-z0-9—“”·（）]{2,50}?(?:${kinds})[”]?)(?:称号|荣誉称号)?(?:的(?:县|市|区|旗|城市|单位|地区))?$`,
  'u',
);
const givenBy =
  /(?:被|由|经)([\p{Script=Han}、]{2,24}?)(?:联合)?(?:评为|命名为|授予|确定为|认定为|列为|表彰为|评定为|评选为)/u;

/** The honours that a text says were received, each clause by itself. */
export function findHonours(reading: Reading): DraftHonour[] {
  const honours: DraftHonour[] = [];
  for (const { start, end } of splitAt(reading.text, clauseEnd)) {
    if (end - start > longestClause) continue;
    const words = reading.text.slice(start, end);
    const match = honour.exec(words);
    const raw = match?.[1];
    if (!match || raw === undefined || /争创|力争|积极创建|推进|开展|努力/u.test(words)) continue;
    const from = words.indexOf(raw, match.index);
    const name = reading
      .wordsOf(start + from, start + from + raw.length)
      .replace(/^“([^“”]*)”$/u, '$1');
    honours.push({
      ...reading.spanOf(start, end),
      name,
      awarder: givenBy.exec(words)?.[1] ?? null,
      rule: 'honour-received',
      review: /获得|成为|创建|跻身/u.test(words)
        ? 'it may be a task or a result and no honour'
        : null,
    });
  }
  return honours;
}
