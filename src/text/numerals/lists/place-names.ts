/**
 * Places and bodies whose names hold a numeral and have no shape that a rule finds (see `name.ts`).
 * Made from the county list of 行政区划代码 (GB/T 2260) as generally known, and well-known bodies.
 */
export const placeNames: readonly string[] = (
  '红十字会 红十字 十字路口 十字街 十字绣 五华山 八公山 九华山 九龙江 六枝 六合区 三江侗 三穗 三都水族 双江 五莲 五峰 七星区 七星关 ' +
  '八步区 九台 九原 四方台 四方区 三山区 三元区 三台县 三门县 三河市 五河县 五大连池 五家渠 五通桥 五台县 五常市 五营 ' +
  '六安市 七里河区 七台河市 八里湖 千山 千阳县 千岛湖 万州区 万秀区 万柏林 万山 万源 万载 万安县 万荣 万盛 百色 百里杜鹃 ' +
  '万宁 万年 亿利 千佛山 百步亭 九江市 九里山 九里堤 十三陵 十渡 十堰 四平 四会 四子王 三亚 三明 三沙 三门峡 二连 二道区 二道江 ' +
  '三水 三原 三河 三峡 三江 三台 三星堆 三坊七巷 五道口 五角场 五棵松 八角 八达岭 九龙坡 九寨 六盘水 六安 两江 两当 两河口'
).split(' ');
