import { seedBounds } from '../../limits.ts';
import { countCodePoints } from '../../text/code-points.ts';
import type { ClaimedFigure, ClaimRequest, Claims } from './claim-request.ts';
import { quoted } from './quotes.ts';
import { isShared, swappedWith } from './shared-figure.ts';

/** Tells what speaks against a claim: that its words go on beyond the quote, or an earlier claim. */
export function isRefused(claims: Claims, claimed: ClaimedFigure, request: ClaimRequest): boolean {
  const { excused, report } = claims;
  const { quote, at } = request;
  if (claimed.numeral.start + countCodePoints(claimed.text) > quote.end) {
    report(
      at,
      'figure-cut-off',
      `${quoted(quote.exact)} ends before the classifier of ${quoted(claimed.text)}.`,
      'Quote up to the classifier (seed/CODEBOOK.md, Q1).',
    );
    excused.add(claimed.numeral);
    return true;
  }
  return isOfAnother(claims, claimed, request) || isSwapped(claims, claimed, request);
}

/** One figure is of several facts only where words give it to each of them, which are facts of one kind. */
function isOfAnother(
  { owners, told, report }: Claims,
  { numeral, text, start }: ClaimedFigure,
  { claimant, at }: ClaimRequest,
): boolean {
  const earlier = owners.get(numeral) ?? [];
  const [owner] = earlier;
  if (!owner) return false;
  const isOfOneKind = owner.kind === claimant.kind && earlier.length < seedBounds.sharing;
  if (!isOfOneKind || !isShared(told, numeral)) {
    report(
      at,
      'figure-claimed-twice',
      `${quoted(text)} at ${start} is already the figure of ${JSON.stringify(owner.code)}.`,
      `A figure of the text belongs to one outcome, target or problem; to several of one kind, at most ${seedBounds.sharing}, where 均, 都, 各 or 分别 before it gives it to each.`,
    );
    return true;
  }
  const same = earlier.find(({ label }) => label === claimant.label);
  if (!same) return false;
  report(
    at,
    'shared-figure-label',
    `${quoted(text)} is already the figure of ${JSON.stringify(same.code)}, which has the same label.`,
    'Each fact that shares a figure has a label of its own, such as 满意率 and 办结率.',
  );
  return true;
}

/** Whether 分别 gives the figure to something else than the label names. */
function isSwapped(
  { told, excused, report }: Claims,
  { numeral, text }: ClaimedFigure,
  { claimant, at }: ClaimRequest,
): boolean {
  const owner = swappedWith(told, numeral, claimant.label);
  if (owner === null) return false;
  report(
    at,
    'respective-order',
    `分别 gives ${quoted(text)} to ${quoted(owner)}, and the label is ${quoted(claimant.label)}.`,
    'Figures behind 分别 stand in the order of what is named before it: take the figure of the same place.',
  );
  excused.add(numeral);
  return true;
}
