import type { DraftDocument } from '../../draft.ts';
import type { Reading, Stretch } from '../../structure/reading.ts';
import { endsInBody } from '../act-of.ts';

/** Kinds of documents by the last word of their titles. */
const kind =
  '规划|计划|方案|办法|意见|细则|规定|条例|纲要|清单|目录|要点|指引|指南|制度|规程|规范|标准|预案|通知|决定|措施|章程|导则|基准|白皮书|规则';
const issues =
  '印发|出台|制定|制订|修订|发布|下发|颁布|编制|编印|公布|起草|审议通过|制发|转发|拟定|修改';

/** What follows a verb of issuing up to a mark, a figure or another verb: 印发…实施方案. */
const unmarked = new RegExp(
  `(?:${issues})(?:出台|印发|实施|发布|公布|并印发|并实施|并公布|完善|和公布)*了?([^，。；：《》！？\\n]{2,60})`,
  'gu',
);
const title = new RegExp(
  `^(?:“[^”]{2,24}”|[\\p{Script=Han}A-Za-z0-9“”（）()、]{2,44}(?:${kind}))$`,
  'u',
);
/** A document that is only named by its kind or by how many there are is named by nothing. */
const isVague =
  /^(?:[一二三四五六七八九十\d]+(?:项|件|个|部|条)|系列|相关|有关|各类|各项|配套|具体|年度|若干|一批|多项)?(?:了)?(?:的)?(?:工作|实施|管理|专项|具体|配套)?(?:规划|计划|方案|办法|意见|细则|规定|制度|规程|规范|标准|通知|决定|措施|清单|目录|规则|政策|文件)(?:文件)?$|^.{0,4}[\d一二三四五六七八九十百]+(?:余|多)?(?:项|件|个|部|份)/u;

/** The documents that a text names: by title marks, and by the words behind a verb of issuing. Each title once. */
export function findDocuments(reading: Reading): DraftDocument[] {
  const inMarks = marked(reading.text);
  const isInMarks = ({ start }: Stretch) =>
    inMarks.some((one) => one.start <= start && start < one.end);
  const others = withoutMarks(reading.text).filter((one) => !isInMarks(one));
  const found = [...inMarks, ...others].toSorted((a, b) => a.start - b.start || b.end - a.end);
  const seen = new Set<string>();
  const documents: DraftDocument[] = [];
  for (const { start, end, from, to, isMarked } of found) {
    const name = reading.wordsOf(from, to);
    if (seen.has(name)) continue;
    seen.add(name);
    documents.push({
      title: name,
      ...reading.spanOf(start, end),
      issuer: isMarked ? issuerBefore(reading, start) : null,
      rule: isMarked ? 'title-in-marks' : 'title-behind-verb',
      review: isMarked
        ? null
        : 'no title marks: where the title begins and ends is taken from the sentence',
    });
  }
  return documents;
}

/** `from` and `to` are the title, `start` and `end` its marks too. */
type Found = Stretch & { from: number; to: number; isMarked: boolean };

/** 《…》, and 〈…〉 or 《…》 inside of it. */
function marked(text: string): Found[] {
  const found: Found[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') open.length = 0;
    else if (character === '《' || character === '〈') open.push(at);
    else if (character === '》' || character === '〉') {
      const start = open.pop();
      if (start === undefined || at - start < 3 || at - start > 200) continue;
      found.push({ start, end: at + 1, from: start + 1, to: at, isMarked: true });
    }
  }
  return found;
}

function withoutMarks(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(unmarked)) {
    const words = match[1] ?? '';
    let at = match.index + match[0].length - words.length;
    // One verb may govern several: 出台…规划和…计划以及…方案.
    for (const piece of words.split(/(以及|和(?!谐|解)|及|、|等|并)/u)) {
      const from = at;
      at += piece.length;
      if (!title.test(piece) || isVague.test(piece) || isShort(piece)) continue;
      found.push({ start: from, end: at, ...inside(piece, from), isMarked: false });
    }
  }
  return found;
}

/** 帮扶措施, 管理制度: words for a kind of thing, and no title. */
const isShort = (piece: string): boolean =>
  piece.length < 7 &&
  /(?:措施|制度|标准|规范|规程|清单|目录|规则|指引|指南)$/u.test(piece) &&
  !piece.startsWith('“');

/** The title inside of its quotation marks. */
function inside(piece: string, start: number): { from: number; to: number } {
  const isQuoted = piece.startsWith('“') && piece.endsWith('”');
  const within = isQuoted ? 1 : 0;
  return { from: start + within, to: start + piece.length - within };
}

const issuedBy = new RegExp(
  `(?:^|[，。；：！？\\n])([^，。；：！？\\n]{2,40}?)(?:联合|共同|专门|先后|及时|研究|正式|近日)*(?:${issues})(?:出台|印发|实施|发布)?了?$`,
  'u',
);

/** The body that the clause says issued it: 省委办公厅印发《…》; null where it says none. */
function issuerBefore(reading: Reading, start: number): string | null {
  const from = Math.max(0, start - 60);
  const before = reading.text.slice(from, start);
  const body =
    issuedBy.exec(before)?.[1]?.replace(/^(?:.*(?:年|日|月|以来|近日|由)，?)/u, '') ?? '';
  if (body.length < 2 || !endsInBody(body)) return null;
  const at = from + before.lastIndexOf(body);
  return reading.wordsOf(at, at + body.length);
}
