import { makesNoun } from '../words/things.ts';
import { verbAt } from '../words/verbs.ts';
import type { Stretch } from './clauses.ts';

/** How a figure hangs on the one before it: by nothing in its clause, a 、, a 和, or right beside it. */
export type MentionLink = 'CLAUSE' | 'LIST' | 'AND' | 'BESIDE';

/** The words between two figures of a clause: up to where they are the first one's, from where the second one's. */
type Gap = { behindEnd: number; beforeStart: number; link: MentionLink };

const conjunctions = ['以及', '和', '及', '与', '或', '并'] as const;

/** 4批共132项: nothing but that the second sums the first up. */
const totals = /^(?:共计?|合计|总计|累计)$/;
/** 较去年的2.52万件下降13.5%: nothing but the second one's verb. */
const changes = /^(?:增长|上升|提高|增加|下降|降低|减少|增|升|降|减)了?$/;
/** 14个司法所中“一人所”还有5个: what is counted first is among which the second ones are. */
const amongWhich =
  /^[^,、。(“《]{1,12}?(?<![集命高初其国途空期当之])(?:[当之]中|中)(?![小心学型级高等央介国华医药试期层部文式间共队长院,])(?!位?列|排|位?居|名列|有)(?=.{2})/;

/** 带动600户牧民户均增收800元: per what the second one is told begins its words. */
const perEach = /(?<=.)(?:[户人村亩镇校]均|平均每)/;

/** Parts the words between two figures at a 、, at a conjunction, or where a verb begins. */
export function splitGap(masked: string, { start, end }: Stretch, unit: string): Gap {
  const words = masked.slice(start, end);
  if (totals.test(words)) return { behindEnd: start, beforeStart: end, link: 'BESIDE' };
  if (changes.test(words)) return { behindEnd: start, beforeStart: start, link: 'BESIDE' };
  const among = amongWhich.exec(words)?.[0] ?? '';
  if (among !== '') {
    const at = start + among.length;
    return { behindEnd: at, beforeStart: at, link: 'BESIDE' };
  }
  const per = perEach.exec(words)?.index ?? -1;
  if (per > 0 && !/[、,]/.test(words)) {
    return { behindEnd: start + per, beforeStart: start + per, link: 'BESIDE' };
  }
  const list = commaOfList(masked, { start, end });
  if (list >= 0) return { behindEnd: list, beforeStart: list + 1, link: 'LIST' };
  const conjunction = conjunctionIn(masked, { start, end });
  if (conjunction !== null) return { ...conjunction, link: 'AND' };
  const thing = thingOf(masked, { start, end });
  if (thing >= 0) return { behindEnd: thing, beforeStart: thing + 1, link: 'BESIDE' };
  const verb = verbIn(masked, { start, end });
  if (verb >= 0) return { behindEnd: verb, beforeStart: verb, link: 'BESIDE' };
  // 40%的乡镇: a share of what stands behind it.
  const isCounted = !/^[%％‰元]$|百分点$/.test(unit) || masked.charAt(start) === '的';
  const at = isCounted ? end : start;
  return { behindEnd: at, beforeStart: at, link: 'BESIDE' };
}

/** The first 、 outside of quotations and brackets. */
function commaOfList(masked: string, { start, end }: Stretch): number {
  let depth = 0;
  for (let at = start; at < end; at += 1) {
    const character = masked.charAt(at);
    if (/[“《(〈]/.test(character)) depth += 1;
    else if (/[”》)〉]/.test(character)) depth -= 1;
    else if (character === '、' && depth === 0) return at;
  }
  return -1;
}

/** The last conjunction that leaves nothing but nouns before it. */
function conjunctionIn(
  masked: string,
  { start, end }: Stretch,
): Pick<Gap, 'behindEnd' | 'beforeStart'> | null {
  const words = masked.slice(start, end);
  for (const conjunction of conjunctions) {
    const at = words.lastIndexOf(conjunction);
    if (at < 0 || /^[解谐平调睦]/.test(words.slice(at + 1, at + 2))) continue;
    return { behindEnd: start + at, beforeStart: start + at + conjunction.length };
  }
  return null;
}

/** 32家单位的案卷640宗: what is behind 的 is what the second one counts. */
function thingOf(masked: string, { start, end }: Stretch): number {
  const found = /^[^的]{2,8}(?=的[^的]{2,8}$)/.exec(masked.slice(start, end));
  return found === null ? -1 : start + found[0].length;
}

/** Where the first verb with words behind it begins; not the very first word of what is counted. */
function verbIn(masked: string, { start, end }: Stretch): number {
  for (let at = start; at < end; at += 1) {
    const length = verbAt(masked, at);
    const isThing = at === start && makesNoun.test(masked.slice(at + length, end));
    if (length > 0 && !isThing && at + length < end + 1) return at;
  }
  return -1;
}
