import { differenceOf, isUnbounded } from '../../../text/interval.ts';
import type { ReportContext } from '../report-context.ts';
import type { Rows } from '../rows.ts';
import { slugOf } from './explain-check.ts';
import type { WorkedCheck } from './explain-check.ts';
import { baselineInterval, figureInterval, judgedAs, unchecked } from './judge.ts';
import type { Judged } from './judge.ts';
import { wordsBefore } from './words-before.ts';

type Outcome = Rows['outcomes'][number];

/** The direction that the verb says, as −1 or 1, against that of the two figures. */
export function directionCheck(context: ReportContext, outcome: Outcome): WorkedCheck {
  const { figures, text } = context;
  const change = verbOf(context, outcome);
  const start = figures.numeralsOf(outcome.id ?? 0)[0]?.start;
  const isOfFigures = !ofSomethingElse.test(wordsBefore(text, start ?? 0));
  const direction = (isOfFigures && change?.direction) || null;
  return {
    kind: 'DIRECTION',
    code: `direction-${slugOf(outcome)}`,
    ...(direction === null ? unchecked('NOT_TOLD') : judgeDirection(outcome, direction)),
    stated: direction === null ? null : signs[direction],
    computed: Math.sign(outcome.changeAbsolute ?? 0),
    operands: [{ role: 'CHANGED', outcome }],
    verb: change?.verb,
  };
}

/** Whether a verb says which way the two figures go; where one of them is worked out, only a verb of the level does. */
export const hasDirection = (context: ReportContext, outcome: Outcome): boolean =>
  outcome.baselineValue != null &&
  (outcome.baselineText != null || verbOf(context, outcome) !== null);

/** The verb that leads to the level: 压缩至10个; a rank that rises has a lower number: 升至第2位. */
function verbOf({ figures, text }: ReportContext, outcome: Outcome) {
  const own = figures.numeralsOf(outcome.id ?? 0);
  const level = own.find(({ quantity }) => quantity?.change?.role === 'TO');
  if (outcome.valueType !== 'RANK') return level?.quantity?.change ?? null;
  const words = own.map(({ start }) => wordsBefore(text, start));
  const verb = words.flatMap((each) => verbOfRank.exec(each)?.[1] ?? [])[0];
  if (verb === undefined) return null;
  return { verb, direction: /[降退滑跌后]/u.test(verb) ? ('UP' as const) : ('DOWN' as const) };
}

/** 由第5位上升至第2位, 跃居第2位. */
const verbOfRank =
  /(上升|跃升|提升|攀升|前移|升|跃居|下降|下滑|后移|退居|降|退|跌)[至到为]?(?:全?\p{Script=Han}{1,3})?$/u;

/** What rises when a time limit falls: 审批效率由20个工作日提升至10个工作日. */
const ofSomethingElse =
  /(?:效率|效能|速度|时效|质效|水平|质量|能力|便利度)\p{Script=Han}{0,3}[由从]$/u;

const signs = { UP: 1, DOWN: -1 } as const;

/** The figures go another way only where no values that they can stand for go the verb's. */
function judgeDirection(outcome: Outcome, direction: keyof typeof signs): Judged {
  if (Math.sign(outcome.changeAbsolute ?? 0) === signs[direction]) return judgedAs('AGREES');
  if ([figureInterval(outcome), baselineInterval(outcome)].some(isUnbounded)) {
    return unchecked('NOT_BOUNDED');
  }
  const { low, high } = differenceOf(
    figureInterval(outcome, 'EITHER'),
    baselineInterval(outcome, 'EITHER'),
  );
  const agrees = direction === 'UP' ? high > 0 : low < 0;
  if (!agrees) return judgedAs('NO_READING_AGREES');
  const isExact = outcome.qualifier === 'EXACT' && outcome.baselineQualifier === 'EXACT';
  return judgedAs(isExact ? 'WITHIN_ROUNDING' : 'WITHIN_BOUNDS');
}
