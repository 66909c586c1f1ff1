import { sentenceEnd } from '../../../text/clause.ts';
import { sliceCodePoints } from '../../../text/code-points.ts';
import { isAtMost } from '../../../text/interval.ts';
import type { Numeral } from '../../../text/numerals/numeral.ts';
import type { ReportContext } from '../report-context.ts';
import type { Rows } from '../rows.ts';
import type { WorkedCheck } from './explain-check.ts';
import { figureInterval } from './judge.ts';
import { ratioCheck } from './work-out.ts';
import { wordsBefore } from './words-before.ts';

type Outcome = Rows['outcomes'][number];
type ToldFigure = { numeral: Numeral; outcome: Outcome };

/** How far before a rate its base may stand, in code points. */
const reach = 60;

/** What may stand in a clause before the verb of a count without making it a count of fewer. */
const leads = '(?:已|共|累计|全年|成功|其中|依法)*';

/** Words of what is only some of a base: 旧存20件, 含信访8件. */
const ofSome = /(?:旧存|新收|新增|结转|存量|其中|含|包括)\p{Script=Han}{0,6}$/u;

/**
 * Rates whose count and base stand before them in one sentence and say so by their verbs: 受理400件,
 * 办结387件,办结率96%. The noun of the rate begins with the verb of the count, right before it, and
 * the base is of the count's unit. No words say that the rate is of these two: what was refused, withdrawn or
 * came over from the year before may be counted in or out. So what is found confirms a rate, and never
 * accuses it; only a curator says what a rate is of.
 */
export function findRatios(
  context: ReportContext,
  own: readonly Outcome[],
  worked: readonly WorkedCheck[],
): WorkedCheck[] {
  const { figures, text } = context;
  const checked = new Set(
    worked
      .filter(({ kind }) => kind === 'RATIO')
      .flatMap(({ operands }) => operands.map(({ outcome }) => outcome.id)),
  );
  const outcomes = new Map(own.map((outcome) => [outcome.id, outcome]));
  const told = figures.all.flatMap((numeral): ToldFigure[] => {
    const outcome = outcomes.get(figures.outcomeOf(numeral));
    return outcome?.value != null && isLevel(numeral) ? [{ numeral, outcome }] : [];
  });
  return told.flatMap((rate, nth) => {
    const isRate = /^[%％]$/u.test(rate.numeral.quantity?.unit ?? '');
    if (!isRate || checked.has(rate.outcome.id)) return [];
    return ratioOfSentence(text, told.slice(0, nth), rate) ?? [];
  });
}

const isLevel = ({ quantity }: Numeral) => quantity?.change?.role !== 'BY';

function ratioOfSentence(
  text: string,
  before: readonly ToldFigure[],
  rate: ToldFigure,
): WorkedCheck | null {
  const count = before.at(-1);
  const noun = nounOf(text, rate.numeral.start);
  const verb = count && verbOf(text, count.numeral.start);
  if (!count || !verb || !noun?.startsWith(verb)) return null;
  const isPlain = noun === `${verb}率`;
  // Of how many attempts 成功率 is, and whether the count is of these, the words do not say.
  if (!isPlain && !/^(?:成功|完成)率$/u.test(noun.slice(verb.length))) return null;
  const ratios = basesOf(text, before.slice(0, -1), { rate, count }).map((base) =>
    ratioCheck({ rate: rate.outcome, count: count.outcome, base: base.outcome }),
  );
  const agreeing = ratios.find(({ verdict }) => verdict === 'HOLDS');
  const [only, ...others] = ratios;
  if (agreeing || !only || others.length > 0 || !isPlain) return agreeing ?? null;
  if (only.verdict !== 'DOES_NOT_FOLLOW') return only;
  return { ...only, verdict: 'CANNOT_BE_CHECKED', reason: 'BASE_NOT_SAID' };
}

/** The figures that the rate may be taken of, the nearest first. */
function basesOf(
  text: string,
  before: readonly ToldFigure[],
  { rate, count }: Readonly<Record<'rate' | 'count', ToldFigure>>,
): readonly ToldFigure[] {
  return before.toReversed().filter(({ numeral, outcome }) => {
    if (outcome.unitId !== count.outcome.unitId) return false;
    if (rate.numeral.start - numeral.start > reach) return false;
    if (sentenceEnd.test(sliceCodePoints(text, numeral.start, rate.numeral.start))) return false;
    if (ofSome.test(wordsBefore(text, numeral.start))) return false;
    return isAtMost(figureInterval(count.outcome), figureInterval(outcome));
  });
}

/** The verb that a clause with a figure begins with: 调处 before 387, 已办结 before 191. */
const verbOf = (text: string, start: number): string | null =>
  new RegExp(`(?:^|\\P{Script=Han})${leads}(\\p{Script=Han}{2})$`, 'u').exec(
    wordsBefore(text, start),
  )?.[1] ?? null;

/** The noun of a rate right before its figure: 调处成功率 before 96%, 办结率达 before 95%. */
const nounOf = (text: string, start: number): string | null =>
  /(\p{Script=Han}+率)(?:均?[为达是]|达到|均达)?$/u.exec(wordsBefore(text, start))?.[1] ?? null;
