import type { Stretch } from '../reading/clauses.ts';
import type { Mention } from '../reading/mentions.ts';
import { makesNoun } from '../words/things.ts';
import { verbAt } from '../words/verbs.ts';

/** Words that begin what is said of the things just counted; a noun never goes on with one. */
const predicate =
  /^(?:正在|正(?=在)|分别|共同|先后|陆续|联合|组成|考[上取入]|全部|全覆盖|全面|均(?!衡)|都(?!市)|已(?!婚)|实现|达到|达(?=[到成标])|获|荣获|被(?![服褥])|纳入|接入|入驻|参加|参与|完成|建成|开工|竣工|投产|投用|落户|得到|用于|将|未(?!成年|来)|没有|尚|不(?![动良锈同])|无(?![人障线公])|正式|顺利|成功(?!率)|通过|享受|受益|成为|列入|入选|位居|居全|同步|进行|实行|实施|在(?![职校建岗编线押读册库籍学营产])|来(?!访|信|电)|因|由|经(?![济营费])|为(?!主)|可(?!再|燃|回)|左右|合格|不合格|达标|优良|使用|聘任|聘请|设立|建立|开展|配备|命名|签订|提供|公布|晋升|脱贫|受到|具备|符合|属于|需|应当|确认|决定|终止|维持|撤销)/;
/** What says nothing by itself inside of what is said. */
const empty = /^(?:的(?!士)|了|地(?![方区质]))+/;
const closes =
  /[\s,、:“"(]+$|等$|等(?:工作|任务)$|(?<=.)中(?:有|位?列|排名?|位?居)$|[当之]中$|(?<![集命高初其国途空期])中$|(?<!公)共计?$|的?基础上$|^(?:的?(?:台阶|大关|关口|目标|要求|任务|水平|以上|左右))$/;

/** The noun that is counted, right behind its classifier, and what is said of it. */
export function behindFigure(
  masked: string,
  { behind, quantity }: Mention,
  isSubject: boolean,
): { noun: Stretch; predicate: Stretch } {
  let { start } = behind;
  while (masked.charAt(start) === ' ') start += 1;
  const particle = empty.exec(masked.slice(start, behind.end))?.[0] ?? '';
  start += particle.length;
  const remark = /^\([^)]*\)/.exec(masked.slice(start, behind.end))?.[0] ?? '';
  start += remark.length;
  if (masked.charAt(start) === '、') return nothingAt(start);
  const end = endOf(masked, { start, end: behind.end });
  const cut = cutAt(masked, { start, end }, isSubject || quantity.unit === '');
  return { noun: { start, end: cut }, predicate: { start: cut, end } };
}

const nothingAt = (at: number) => ({
  noun: { start: at, end: at },
  predicate: { start: at, end: at },
});

function endOf(masked: string, { start, end }: Stretch): number {
  const found = closes.exec(masked.slice(start, end));
  return found === null ? Math.max(start, end) : start + found.index;
}

/** Where the noun ends: at a predicate's word; behind a subject at any verb that has an object. */
function cutAt(masked: string, { start, end }: Stretch, isSubject: boolean): number {
  let depth = 0;
  for (let at = start; at < end; at += 1) {
    const character = masked.charAt(at);
    if (/[“《(]/.test(character)) depth += 1;
    if (/[”》)]/.test(character)) depth -= 1;
    if (depth > 0) continue;
    if (predicate.test(masked.slice(at, at + 3))) return at;
    const verb = isSubject || at === start ? verbAt(masked, at) : 0;
    const isThing = at === start && makesNoun.test(masked.slice(at + verb, end));
    if (verb > 0 && !isThing && at + verb < end) return at;
  }
  return end;
}
