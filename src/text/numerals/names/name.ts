import { placeNames } from '../lists/place-names.ts';
import { matchEnd } from '../../match-end.ts';
import { characterSet } from '../character-set.ts';
import { isHan } from '../numeral-character.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';
import { indexWords, wordsAt } from '../word-index.ts';

const chinese = '[一二三四五六七八九十]';
const street = new RegExp(
  `${chinese}{1,3}(?:路(?![径由人线])|街(?!道办)|巷(?!道)|弄|胡同|马路|环路|环(?![节境保卫球绕比])|号线|号桥|号楼|号院)`,
  'y',
);
/** 八里岗, 十里河, 三家村, 五道沟; 三桥镇, 八渡村, 七星街道. */
const place = new RegExp(
  `${chinese}{1,2}(?:[里家道龙岔](?=[^\\s\\p{P}]{1,2})[河岗铺店桥堡屯坪湾营沟寨庄坡墩坝塘渡畈圩垭峪村子山桥巷坊窑牌]` +
    `|[桥河江山湖塘坝门龙里岔庙屯堡坪台店铺营湾沟泉溪水源林井洞岗堰墩圩渡岭仙星合和岩峰洲港](?:镇|乡|村|街道|社区)(?!居|容|域|级|委|民|干|风|企|办|庄))`,
  'uy',
);
/** What counts and is no part of a name, though 镇 or 村 stands behind it. */
const countedPlace = /^[一二三四五六七八九十]{1,2}[个县市区省州盟旗乡镇街批类种级层多余万百千亿]/;
const bodies = indexWords(placeNames);
/** What a name of a street or a place has within its first characters. */
const named = characterSet('路街巷弄胡马环号里家道龙岔镇乡村社');

/** Proper names with Chinese numerals: streets, places, bodies. */
export function readName({ text, at }: NumeralPlace): FoundNumeral | null {
  const body = wordsAt(bodies, text, at).find((word) => text.startsWith(word, at));
  if (body !== undefined) return foundNumeral('IDIOM', at, at + body.length);
  if (!named.within(text, at + 1, 4)) return null;
  const way = matchEnd(street, text, at);
  if (way > at && isHan(text, at - 1)) return foundNumeral('CODE', at, way);
  const end = matchEnd(place, text, at);
  const isCount = end > at && countedPlace.test(text.slice(at, at + 3));
  return end > at && !isCount ? foundNumeral('IDIOM', at, end) : null;
}
