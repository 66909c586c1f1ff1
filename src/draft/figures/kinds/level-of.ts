import type { DraftFigure } from '../../draft.ts';
import type { FigureLabel } from '../label/figure-label.ts';
import { isAmountOfChange, isClassifier, isRateUnit } from '../label/label-context.ts';
import type { Mention } from '../reading/mentions.ts';
import { isRank } from '../reading/placed-numerals.ts';

/**
 * The levels of section 3 of the codebook, asked in its order: who or what was reached, society at large,
 * a change or a quality, and all else. Word lists made from the indicators of social and economic
 * development and from the forms of statutory reports.
 */
const bodies =
  /(?:部门|单位|机关|乡镇|街道|镇街|镇|村|社区|嘎查|苏木|旗县|县区|区县|市州|企业|学校|医院|机构|小区|网格|园区|商户|家庭|\((?:社区|街道|市|区|站|点)[^)]{0,4}\))(?:数|总数|等)?$/;
/** 村(社区)人民调解组织: the figure counts the villages. */
const bodyFirst =
  /^(?:村(?:\(社区\))?|社区|乡镇|镇\(?街道\)?|街道|部门|单位|旗县)(?![级民规风章居])/;
const people =
  /(?:人员|干部|群众|居民|学员|党员|师生|职工|队员|农民|村民|学生|负责人|人次|从业者|工作者|骨干|民警)/;
const reached =
  /组织|参加|参与|参演|培训|轮训|惠及|覆盖|受益|服务|参训|受教育|享受|落实到|涉及|聘任|公布|接受|旁听/;
const made =
  /建成|新建|设立|成立|新增|培育|打造|引进|建立|命名|认定|创建|关停|查处|处罚|取缔|改造|改扩建|招聘|招录|引育|选派|培养|逮捕|起诉|判处|抓获|评选|选树|建有|搭建|新命名/;
const society =
  /生产总值|GDP|增加值|可支配收入|纯收入|消费价格|物价|(?:新增|带动|实现)[^,]{0,6}就业|失业率|发案|刑事(?:立案|案件)|犯罪率|空气质量|优良天数|PM2|森林覆盖率|人口|恩格尔|城镇化率|(?:粮食|蔬菜|肉类|水果)[^,]{0,4}产|[夏秋早晚]粮|消费品零售|固定资产投资|进出口|公共预算收入|财政收入|税收收入|安全感|群体性事件|事故|断面|水质|出栏|存款|贷款余额|游客|旅游/;
const quality =
  /成功|胜诉|采纳|满意|合格|纠错|败诉|服判|和解|撤诉|整改(?:完成|到位|率)|完成整改|纠正|通过(?=考|验|认|审)|及格|达标|压缩|减少|精简|压减|缩短|提速|挽回|追回|追缴|出庭|优良|网上可办|可办率|满意度|知晓率/;
const handled =
  /(?:^|[^期时])(?:办结|结案|审结|执结|答复|调解|办理|回复|处置|报结|办复|回访|响应)率$/;

/** The level of a result; of targets and what falls short the facts state none. */
export function levelOf(
  mention: Mention,
  { text, noun }: Pick<FigureLabel, 'text' | 'noun'>,
): NonNullable<DraftFigure['level']> {
  const { unit } = mention.quantity;
  const isRate = isRateUnit(unit);
  if (isRank(mention.numeral)) return 'OUTCOME';
  if (isClassifier(unit) && reaches(text, noun ?? '', unit)) return 'SCOPE';
  if (/覆盖(?:率|面|比例)?$/.test(text)) return 'SCOPE';
  if (society.test(text)) return 'IMPACT';
  if (handled.test(text)) return 'OUTPUT';
  if (mention.baseline !== null || isAmountOfChange(mention)) return 'OUTCOME';
  if (quality.test(text) || isRate) return 'OUTCOME';
  return 'OUTPUT';
}

function reaches(text: string, noun: string, unit: string): boolean {
  const before = noun === '' ? text : text.slice(0, Math.max(0, text.indexOf(noun)));
  if (made.test(before)) return false;
  if (bodyFirst.test(noun)) return true;
  const countsBodies = !/^(?:件|起|份|条|项|宗|例|次)$/.test(unit);
  if (countsBodies && text !== noun && bodies.test(noun) && !/(?:规范性|示范)/.test(noun))
    return true;
  const counts = /^(?:人|名|位|人次|户|户次|家|家次|余?人)$/.test(unit);
  return counts && (reached.test(text) || (people.test(noun) && /组织|参/.test(text)));
}
