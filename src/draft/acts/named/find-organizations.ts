import type { DraftOrganization } from '../../draft.ts';
import type { Reading } from '../../structure/reading.ts';
import { actVerbs } from '../lists/act-verbs.ts';
import { bodyEnds } from '../lists/bodies.ts';
import { wordSet } from '../word-set.ts';

/** Ends that name a body together with what stands before: 县政府, 司法局; 各部门 and 我们 name none. */
const bodies = wordSet(
  bodyEnds.filter(
    (end) =>
      /(?:政府|委|局|厅|院|办公室|委员会|小组|专班|指挥部|党组|中心|银行|协会|工会|中心组|部门|单位|机关|法院|检察院|管委会|常委会|人大|政协)$/u.test(
        end,
      ) && !/^(?:全|我|本|该|各)/u.test(end),
  ),
);
const verbs = wordSet(actVerbs);
/** Whose body it is: a place or a tier stands in every name. */
const tier = /中共|国家|省|市|县|区|旗|州|镇|乡|两级|三级|依法治/u;
const isNoName =
  /^(?:和|与|及|会同|联合|全|各|我|本|该|这|其|有关|相关|共|每|多|在)|决策|部署|法治政府|数字政府|服务型政府|责任政府|(?:加强|推进|建立|完善|健全|落实|开展|坚持|强化|推动|提升|深化|建设|实施|履行|充分|严格|贯彻|聚焦|围绕|统筹|建成|召开|举办|组织|代表|提请|覆盖|聘任|批准|设立|举行|印发|出台|制定|创建|成功|获评|完成|发布|公布)/u;
const longestName = 30;
const stops = /[在由对向把将为的了是经从并以于就按等]/u;
const beforeName = /[\n，。；：、！？“（由经向与和同及请各对将在]/u;

/** The bodies that a text names, each where it names them first. */
export function findOrganizations(reading: Reading): DraftOrganization[] {
  const { text } = reading;
  const seen = new Set<string>();
  const organizations: DraftOrganization[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!mayBegin(text, at)) continue;
    const words = nameAt(text, at);
    if (words === null) continue;
    if (!seen.has(words)) {
      organizations.push({
        id: `o${organizations.length + 1}`,
        name: reading.wordsOf(at, at + words.length),
        ...reading.spanOf(at, at + words.length),
        rule: 'name-of-a-body',
        review: 'whether it acts, and what it is called in full, the sentence decides',
      });
    }
    seen.add(words);
    at += words.length - 1;
  }
  return organizations;
}

/** A name begins behind a mark, a preposition, a period or a verb. */
const mayBegin = (text: string, at: number): boolean =>
  at === 0 ||
  beforeName.test(text.charAt(at - 1)) ||
  /[年月日来]/.test(text.charAt(at - 1)) ||
  verbs.before(text, at) !== '';

/** The longest name of a body that begins at a place; null where none does. */
function nameAt(text: string, at: number): string | null {
  const run = /^\p{Script=Han}+/u.exec(text.slice(at, at + longestName))?.[0] ?? '';
  const stop = run.search(stops);
  const words = untilNext(stop < 0 ? run : run.slice(0, stop));
  for (let end = words.length; end >= 2; end -= 1) {
    const name = words.slice(0, end);
    if (bodies.before(words, end) === '' || !tier.test(name) || isNoName.test(name)) continue;
    return name;
  }
  return null;
}

/** 县理论中心组和县政府 are two bodies, 人力资源和社会保障局 is one. */
function untilNext(words: string): string {
  const and = words.search(/[和与及同]/u);
  return and > 1 && bodies.before(words, and) !== '' ? words.slice(0, and) : words;
}
