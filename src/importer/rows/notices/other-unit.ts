import { unitsBeside, wordsBeside } from '../../resolve/unit-words.ts';
import { quoted } from '../../resolve/quotes.ts';
import { countCodePoints } from '../../../text/code-points.ts';
import type { Notice } from './quote-ends.ts';
import type { Rows } from '../rows.ts';
import type { VocabularyIndex } from '../vocabulary-index.ts';

type Terms = Pick<VocabularyIndex, 'unitWords' | 'codes'>;
type Fact = Pick<
  Rows['outcomes'][number],
  'code' | 'unitId' | 'indicatorId' | 'quantityText' | 'evidenceId'
>;

/**
 * Tells which figures are counted in the unit of their indicator while their own words name another and
 * nothing of that one: 不予处罚案件57件 under an indicator of contracts. Both may be meant, so nothing is refused.
 */
export function unitNoticesOf(rows: Rows, terms: Terms): Notice[] {
  const evidences = new Map(rows.evidences.map(({ id, exact }) => [id, exact]));
  const facts: readonly Fact[] = [...rows.outcomes, ...rows.targets];
  return facts.flatMap((fact) => {
    const named = otherUnitOf(fact, evidences.get(fact.evidenceId) ?? '', terms);
    if (named === null) return [];
    const { code, quantityText } = fact;
    const message = `the words beside ${quoted(quantityText ?? '')} name the unit ${JSON.stringify(named)}, and its indicator is observed in ${JSON.stringify(unitOf(fact, terms))}: take the indicator that is meant`;
    return [{ code, message }];
  });
}

const unitOf = ({ unitId }: Pick<Fact, 'unitId'>, { codes }: Pick<Terms, 'codes'>) =>
  codes.units?.get(unitId ?? 0);

/** Beyond these a noun is of another figure. */
const clauseEnd = /[，,；;。！!？?：:\d]/u;

/** The one unit that the words beside a figure name, where they name nothing of that of its indicator. */
function otherUnitOf(
  { unitId, indicatorId, quantityText = null }: Fact,
  exact: string,
  { unitWords, codes }: Terms,
): string | null {
  const code = unitOf({ unitId }, { codes });
  const own = code === undefined ? undefined : unitWords.get(code);
  if (indicatorId == null || quantityText === null || !own || own.nouns.length === 0) return null;
  const classifier = own.classifiers.find((word) => quantityText.endsWith(word));
  const at = exact.indexOf(quantityText);
  if (classifier === undefined || at < 0 || own.nouns.some((noun) => exact.includes(noun))) {
    return null;
  }
  const start = countCodePoints(exact.slice(0, at));
  const end = start + countCodePoints(quantityText);
  const { before, after } = wordsBeside(exact, { start, end });
  const beside = { before: before.split(clauseEnd).at(-1) ?? '', after };
  const [only, ...others] = unitsBeside(classifier, unitWords, beside);
  if (only === undefined || only === code || others.length > 0) return null;
  const words = `${beside.before} ${beside.after}`;
  return unitWords.get(only)?.nouns.some((noun) => words.includes(noun)) === true ? only : null;
}
