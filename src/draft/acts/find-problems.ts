import type { DraftProblem } from '../draft.ts';
import type { Reading, Stretch } from '../structure/reading.ts';
import type { ToldClause, ToldPoint } from './tell-clauses.ts';

/** Words by which a report admits that something falls short. Made from sections of shortcomings in general. */
const lacks =
  /不足|不够|不强|不高|不全|不深|不细|不实|不严|不多|不大|不广|不畅|不顺|不优|不精|不牢|不均|不平衡|不充分|不到位|不及时|不规范|不完善|不健全|不协调|不明显|不理想|不适应|不匹配|不稳|不容乐观|参差不齐|薄弱|困难|短板|差距|有待|还需|仍需|亟待|滞后|缺乏|缺少|缺失|紧缺|短缺|紧张|单一|偏低|偏弱|偏少|偏慢|较低|较弱|较少|较慢|较大|较差|突出|问题|压力|矛盾|瓶颈|隐患|风险|堵点|难点|弱项|欠缺|难以|尚未|未能|没有真正|制约|落后|偏高|递减|脱节|断层|弱化|需要进一步|需进一步|提升空间|改进空间|加剧|欠账|任重道远|粗放|流于形式|走过场|存在.{0,12}(?:现象|情况)/u;
const causes =
  /^(?:(?:究其|分析)?(?:其)?(?:主要|根本|深层次)?(?:的)?原因(?:是|在于|为|主要是|主要在于)|(?:这)?主要(?:是)?(?:由于|因为|源于)|由于|因为|归根结底)[：，]?/u;
/** Words that only say that there are shortcomings, and not which. */
const announcesOnly =
  /(?:看到|认识到|意识到|存在|面临|还有|有着|仍有).{0,8}(?:一些|不少|许多|诸多|以下|下列|如下|这样那样|一定|很多)?(?:的)?(?:不足|问题|差距|短板|困难|薄弱环节|弱项|挑战)(?:和|与|及|、)?(?:不足|问题|差距|短板|困难|薄弱环节|弱项|挑战)*$|(?:问题|不足|短板|困难)(?:主要)?(?:有|如下|表现在|表现为|体现在|包括)|取得.{0,10}(?:成效|成绩|进展)|(?:不足|问题|短板|困难|差距)(?:之处)?(?:主要|突出)*(?:是|在于|为)$|^(?:与|对照|对标|距离|离).{2,40}(?:相比|要求|期盼|期待|标准)/u;

const longestTitle = 40;

/** The shortcomings that a text admits, one for a numbered point or else for each clause that tells one (codebook R1, R2). */
export function findProblems(reading: Reading, points: readonly ToldPoint[]): DraftProblem[] {
  const problems: DraftProblem[] = [];
  for (const point of points) {
    if (point.part !== 'SHORTCOMINGS' || point.isOverview) continue;
    const found = point.isNumbered ? ofPoint(point) : ofClauses(point.clauses);
    for (const { quote, cause, isSure } of found) {
      problems.push({
        id: `p${problems.length + 1}`,
        section: point.section,
        title: titleOf(reading, quote),
        ...reading.spanOf(quote.start, quote.end),
        cause: cause && reading.spanOf(cause.start, cause.end),
        rule: point.isNumbered ? 'point-of-shortcomings' : 'clause-of-shortcomings',
        review: isSure ? null : 'no word of the clause says that something falls short',
      });
    }
  }
  return problems;
}

type Problem = { quote: Stretch; cause: Stretch | null; isSure: boolean };

function ofPoint({ clauses }: ToldPoint): Problem[] {
  const told = clauses;
  const first = told.find(({ words }) => !causes.test(words));
  if (!first) return [];
  let last = first;
  // What follows without a figure and without a cause tells of the same matter.
  for (const clause of told.slice(told.indexOf(first) + 1)) {
    const goesOn = clause.sentence === first.sentence || lacks.test(clause.words);
    if (!goesOn || clause.figures.length > 0 || causes.test(clause.words)) break;
    last = clause;
  }
  const quote = { start: first.start, end: last.end };
  return [{ quote, cause: causeIn(told), isSure: told.some(({ words }) => lacks.test(words)) }];
}

/** Whether a clause tells no more than that we fall short: 我县还存在一些不足, 与上级要求相比. */
function announces(words: string): boolean {
  const match = announcesOnly.exec(words);
  const isOurs =
    /^(?:但|同时|我们|我[县市区局省院]|全[县市区省]|工作中|法治政府建设|与|对照|对标|也|虽)/u;
  return match !== null && (match.index <= 6 || isOurs.test(words));
}

function ofClauses(clauses: readonly ToldClause[]): Problem[] {
  const problems: Problem[] = [];
  for (const clause of clauses) {
    const last = problems.at(-1);
    if (causes.test(clause.words)) {
      if (last) problems[problems.length - 1] = { ...last, cause: causeIn([clause]) };
      continue;
    }
    if (!lacks.test(clause.words) || announces(clause.words)) continue;
    problems.push({ quote: { start: clause.start, end: clause.end }, cause: null, isSure: true });
  }
  return problems;
}

/** The words of the cause, those that announce it included, up to the end of its sentence. */
function causeIn(clauses: readonly ToldClause[]): Stretch | null {
  const first = clauses.find(({ words }) => causes.test(words));
  if (!first) return null;
  const last = clauses.findLast(({ sentence }) => sentence === first.sentence);
  return { start: first.start, end: last?.end ?? first.end };
}

function titleOf(reading: Reading, { start, end }: Stretch): string {
  const words = reading.wordsOf(start, end);
  return words.length <= longestTitle
    ? words
    : (words.split(/[，,；;]/u)[0] ?? words).slice(0, longestTitle);
}
