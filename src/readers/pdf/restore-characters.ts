/**
 * Chromium and some word processors write the code of a radical where a character of the same shape is
 * meant: ⼀ for 一, so that no 一是 would be found.
 */

/** The radicals of U+2E80–2EFF that stand for a character, in the order of their codes. */
const radicals =
  '⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩' +
  '⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑' +
  '⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳';

/** Their characters: Equivalent_Unified_Ideograph of the Unicode Character Database, 14.0. */
const characters =
  '厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王' +
  '𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長' +
  '镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';

/**
 * Where one glyph has several codes, a PDF keeps one of them. Of these pairs texts of the mainland use the
 * second; found by printing all of GB 2312 in Noto Serif and Sans CJK SC. The normal form of ⼾ is 戶.
 */
const sharedGlyphs = '⼾户―—‒–〜～∕／\u2329〈\u232a〉';

const pairsOf = (from: readonly string[], to: readonly string[]) =>
  from.map((each, index): [string, string] => [each, to[index] ?? each]);

const glyphs = Array.from(sharedGlyphs);

const characterOf = new Map([
  ...pairsOf(Array.from(radicals), Array.from(characters)),
  ...pairsOf(
    glyphs.filter((_, index) => index % 2 === 0),
    glyphs.filter((_, index) => index % 2 === 1),
  ),
]);

const other = /[\u2012\u2015\u2215\u2329\u232a\u2e80-\u2fdf\u301c\uf900-\ufaff]/g;

/**
 * A text of a PDF with the characters that its radicals, compatibility forms and shared glyphs stand for:
 * U+2F00–2FDF and U+F900–FAFF by the normal forms of Unicode, the others by the tables above.
 */
export const restoreCharacters = (text: string): string =>
  text.replace(other, (form) => characterOf.get(form) ?? form.normalize('NFKC'));
