import { isDeepStrictEqual } from 'node:util';
import { parseDocument } from 'yaml';
import type { Passage } from '../../importer/read/shapes/terms.ts';
import { locateQuote } from '../../text/quote.ts';
import { factsDocument, textOf } from '../facts/yaml/facts-document.ts';
import { leftForWaivers } from '../facts/judge.ts';
import type { Judge, Judged, Refusal } from '../facts/judge.ts';
import type { WrittenFacts } from '../facts/written.ts';
import { describe, isKeyedList, plainAt, put } from './merge-facts.ts';
import type { MergedFacts, Path, Plain } from './merge-facts.ts';
import { claimantsOf, settleWaiver, waiveUnclaimed } from './settle-waivers.ts';
import { itemAt, pathOf, startSettling, takeAway, tellTaken } from './settling.ts';
import type { FoundItem, Settling } from './settling.ts';

/** So often merged facts are judged anew at the most. */
const patience = 30;

/** Merged facts; `isAnew` where they are the new draft alone, because the two could not be brought together. */
export type SettledFacts = MergedFacts & { readonly isAnew: boolean };

type Sides = {
  readonly mine: string;
  readonly now: WrittenFacts;
  readonly texts: { readonly before: string; readonly now: string };
  readonly judge: Judge;
};

/**
 * Gives up of merged facts what the importer does not take of them and took before: words that the new text has no
 * more, figures that nothing tells. What a person wrote is told in full where it is taken out.
 */
export function settleMerge(merged: string, { mine, now, texts, judge }: Sides): SettledFacts {
  const document = parseDocument(merged);
  const own = parseDocument(mine);
  const settling = startSettling(document, own.toJS() as object, now);
  const signOf = (of: typeof own, { at, rule }: Refusal) => `${rule} ${describe(of, at as Path)}`;
  const before = judge(texts.before, own.toJS() as WrittenFacts, true);
  const known = new Set(
    before.refusals.filter(({ rule }) => !leftForWaivers.has(rule)).map((one) => signOf(own, one)),
  );
  for (let round = 0; round < patience; round += 1) {
    const judged = judge(texts.now, document.toJS() as WrittenFacts, true);
    const open = judged.refusals.filter((refusal) => !known.has(signOf(document, refusal)));
    if (open.length === 0) return finish(settling);
    if (!settleRound(settling, texts.now, { ...judged, refusals: open })) break;
  }
  const why = 'it could not be merged with the new text; yours stands beside it, whole';
  const conflicts = [{ at: 'facts.yaml', why }];
  return { text: factsDocument({ facts: now, left: [] }), conflicts, isAnew: true };
}

function finish(settling: Settling): SettledFacts {
  const { document, conflicts, idle } = settling;
  const lost = idle.map(({ waiver }) => {
    const why = `the new text has not the words that you waived; it was: ${JSON.stringify(waiver)}`;
    return { at: 'waivers', why };
  });
  return { text: textOf(document), conflicts: [...conflicts, ...lost], isAnew: false };
}

/** Gives up a piece for each refusal; false where nothing is left to give up. */
function settleRound(settling: Settling, text: string, { refusals, rows }: Judged): boolean {
  let isDone = true;
  for (const refusal of refusals) {
    if (leftForWaivers.has(refusal.rule)) continue;
    const [list] = refusal.at;
    if (list === 'waivers' || list === 'clauseWaivers') {
      if (rows && givesWay(settling, text, { refusal, rows })) continue;
      settleWaiver(settling, refusal);
    } else isDone = settleItem(settling, refusal) && isDone;
  }
  takeAway(settling);
  if (rows) waiveUnclaimed(settling, text, rows);
  return isDone;
}

/** A figure that a person waived is told by a fact that only the new draft has: the fact gives way. */
function givesWay(
  settling: Settling,
  text: string,
  { refusal, rows }: { refusal: Refusal; rows: NonNullable<Judged['rows']> },
): boolean {
  const { document, mine, doomed } = settling;
  if (refusal.rule !== 'waived-and-claimed') return false;
  const quote = plainAt(document, refusal.at as Path) as Passage;
  const found =
    typeof quote === 'string' ? locateQuote(text, quote) : locateQuote(text, quote.exact, quote);
  const rivals = found.status === 'found' ? claimantsOf(found, rows) : [];
  const paths = rivals
    .map((key) => (mine.has(key) ? null : pathOf(document.toJS(), key)))
    .filter((path) => path !== null);
  if (rivals.length === 0 || paths.length < rivals.length) return false;
  for (const path of paths) {
    tellTaken(settling, path, 'you waived its figure, so it was not taken over');
    doomed.push(path);
  }
  return true;
}

/** Gives in to the new draft, first in the field that is refused, then in all fields of the item, then without it. */
function settleItem(settling: Settling, refusal: Refusal): boolean {
  const { document, tried, now, doomed } = settling;
  const item = itemAt(document, refusal.at as Path);
  if (!item) return settleHead(settling, refusal);
  const theirs = now.get(item.key);
  const why = `your words do not fit the new text (${refusal.rule})`;
  const turn = tried.get(item.key) ?? 0;
  tried.set(item.key, turn + 1);
  if (theirs && turn < 2) {
    const fields =
      turn === 0 && item.field !== null ? [item.field] : ownFields(settling, item, theirs);
    if (take(settling, item.at, { theirs, fields, why })) return true;
    tried.set(item.key, 2);
  }
  if (item.list === 'sections') return false;
  tellTaken(settling, item.at, `${why}, so it was taken out`);
  doomed.push(item.at);
  return true;
}

/** The fields of an item that hold no items of their own. */
const ownFields = ({ document }: Settling, { at }: FoundItem, theirs: Plain): string[] =>
  [...new Set([...Object.keys(plainAt(document, at) as Plain), ...Object.keys(theirs)])].filter(
    (field) => {
      const lists = [theirs[field], plainAt(document, [...at, field])];
      return (
        field !== 'code' && !lists.some((each) => each !== undefined && isKeyedList(field, each))
      );
    },
  );

/** Takes fields over from the new draft; whether any says something else there. */
function take(
  settling: Settling,
  at: Path,
  { theirs, fields, why }: { theirs: Plain; fields: readonly string[]; why: string },
): boolean {
  const { document } = settling;
  const other = fields.filter(
    (field) => !isDeepStrictEqual(plainAt(document, [...at, field]), theirs[field]),
  );
  for (const field of other) {
    const path = [...at, field];
    const hasOwn = plainAt(document, path) !== undefined;
    if (hasOwn) tellTaken(settling, path, `${why}; that of the new draft is taken`);
    put(document, path, theirs[field]);
  }
  return other.length > 0;
}

/** What is said of the report as a whole, of its checks and other lists without codes. */
function settleHead(settling: Settling, { at, rule }: Refusal): boolean {
  const { facts, doomed } = settling;
  const [list, place] = at;
  const why = `it does not fit the new text (${rule})`;
  if (list === 'report' && typeof place === 'string') {
    const theirs = JSON.parse(JSON.stringify(facts.report)) as Plain;
    return take(settling, ['report'], { theirs, fields: [place], why });
  }
  if (typeof list !== 'string' || typeof place !== 'number' || list === 'sections') return false;
  tellTaken(settling, [list, place], `${why}, so it was taken out`);
  doomed.push([list, place]);
  return true;
}
