import type { Path } from '../../importer/read/parse-source.ts';
import type { Rows } from '../../importer/rows/rows.ts';
import { unreviewedIn } from '../../importer/rows/unreviewed.ts';
import type { Draft } from '../draft.ts';
import { composeFacts } from './compose-facts.ts';
import { composingOf } from './composing.ts';
import type { Composing } from './composing.ts';
import { ladderOf } from './concessions.ts';
import type { DraftHead } from './head-facts.ts';
import { createJudge } from './judge.ts';
import type { Refusal } from './judge.ts';
import type { DraftVocabulary } from './vocabulary.ts';
import { waiversOf } from './waivers.ts';
import type { WrittenFacts, WrittenOutcome } from './written.ts';

/** Facts of a draft that the importer takes, and what could not be said in them. */
export type DraftedFacts = {
  readonly facts: WrittenFacts;
  /** What was found and could not be written, each with its words and the reason. */
  readonly left: readonly { readonly words: string; readonly why: string }[];
  readonly counts: {
    readonly measures: number;
    /** Quantities of the text, those that a fact claims, and facts that are left to review. */
    readonly figures: number;
    readonly claimed: number;
    readonly toReview: number;
  };
};

/** So often facts are written anew at the most; whatever is refused after that is dropped at once. */
const patience = 40;

/**
 * Makes a writer of facts under a vocabulary. The importer is the judge: what it refuses is given up
 * piece by piece, until it refuses nothing. A figure that no fact tells is waived, with the reason.
 * @throws where the text cannot be cut into sections at all: it is empty, or one character without end
 */
export function createFactsWriter(vocabulary: DraftVocabulary, version: string) {
  const judge = createJudge(vocabulary.known);
  return (text: string, draft: Draft, head: DraftHead): DraftedFacts => {
    const composing = composingOf(text, draft, vocabulary);
    if (composing.outline.length === 0) {
      throw new Error('the text is empty, or its first words cannot be told from others');
    }
    for (let round = 0; ; round += 1) {
      const { facts, ids } = composeFacts(composing, head, version);
      const { refusals, rows } = judge(text, facts);
      if (rows && giveUpRivals(composing, facts, ids, rows)) continue;
      if (refusals.length === 0 && rows) {
        const waivers = waiversOf(composing, rows);
        const claimed = rows.reports[0]?.claimedCount ?? 0;
        return {
          facts: waivers.length > 0 ? { ...facts, waivers } : facts,
          left: leftOf(composing),
          counts: {
            measures: rows.measures.length,
            figures: claimed + waivers.length,
            claimed,
            toReview: unreviewedIn(rows).length,
          },
        };
      }
      for (const refusal of refusals) {
        giveUp(composing, {
          refusal,
          chain: chainOf(facts, ids, refusal.at),
          isLast: round > patience,
        });
      }
      if (round > patience + 10) throw new Error(describeRefusal(refusals));
    }
  };
}

const describeRefusal = ([first]: readonly Refusal[]) =>
  `the facts cannot be written: ${first?.at.join('.') ?? ''} ${first?.rule ?? ''}: ${first?.message ?? ''}`;

/** The items of the draft on the way to a place in the facts, the outermost first. */
function chainOf(facts: WrittenFacts, ids: WeakMap<object, string>, at: Path): string[] {
  const chain: string[] = [];
  let node: unknown = facts;
  for (const key of at) {
    if (typeof node !== 'object' || node === null) break;
    node = (node as Record<PropertyKey, unknown>)[key];
    const id = typeof node === 'object' && node !== null ? ids.get(node) : undefined;
    if (id !== undefined) chain.push(id);
  }
  return chain;
}

/**
 * Takes the indicator from figures that would tell one fact differently: of several populations, mostly, that no
 * rule tells apart. Whether any had it.
 */
function giveUpRivals(
  { concessions }: Composing,
  facts: WrittenFacts,
  ids: WeakMap<object, string>,
  { checks, checkOperands, outcomes }: Rows,
): boolean {
  const rivals = new Set(
    checks
      .filter(({ kind, verdict }) => kind === 'SAME_FACT' && verdict === 'DOES_NOT_FOLLOW')
      .flatMap(({ id }) => checkOperands.filter(({ checkId }) => checkId === id))
      .map(({ outcomeId }) => outcomes.find(({ id }) => id === outcomeId)?.code.split('/')[1]),
  );
  const told = facts.sections.flatMap(({ measures = [] }) =>
    measures.flatMap(({ outcomes: own = [] }) => withParts(own)),
  );
  const items = told.flatMap((outcome) =>
    rivals.has(outcome.code) ? (ids.get(outcome) ?? []) : [],
  );
  const open = items.filter((id) => !concessions.has(id, 'no-indicator'));
  for (const id of open) concessions.make(id, ['no-indicator'], '');
  return open.length > 0;
}

const withParts = (outcomes: readonly WrittenOutcome[]): WrittenOutcome[] =>
  outcomes.flatMap((outcome) => [outcome, ...withParts(outcome.parts ?? [])]);

type Refused = { refusal: Refusal; chain: readonly string[]; isLast: boolean };

/** Gives up of the item that a refusal is about what the rule asks for. */
function giveUp({ concessions }: Composing, { refusal, chain, isLast }: Refused): void {
  const { at, rule, message } = refusal;
  const item = chain.at(-1);
  // Nothing of the draft stands there: the report's head and its sections are all that is left.
  if (item === undefined) return;
  const why = `${rule}: ${message}`.slice(0, 300);
  const measure = chain[0] ?? item;
  if (isLast) concessions.drop(item, why);
  else if (rule === 'outcome-in-act' && !concessions.has(measure, 'trim-acts')) {
    concessions.make(measure, ['trim-acts'], why);
  } else {
    const field = at.findLast((key) => typeof key === 'string') ?? '';
    const named = at.filter((key) => typeof key === 'string').slice(-2);
    const ladder = named.map((key) => ladderOf(rule, key)).find(({ length }) => length > 0);
    const first = /^change(?:Percent)?$/.test(field) ? (['no-change'] as const) : [];
    concessions.make(item, [...first, ...(ladder ?? ladderOf(rule, field))], why);
  }
}

/** What was dropped, with the words of the text. */
function leftOf({ draft, concessions, quoted }: Composing): DraftedFacts['left'] {
  const spans = new Map<string, { start: number; end: number }>([
    ...[
      draft.measures,
      draft.figures,
      draft.statements,
      draft.problems,
      draft.organizations,
    ].flatMap((list) => list.map((item) => [item.id, item] as const)),
    ...draft.documents.map((item, nth) => [`document ${nth}`, item] as const),
    ...draft.honours.map((item, nth) => [`honour ${nth}`, item] as const),
  ]);
  return [...concessions.dropped].flatMap(([id, why]) => {
    const span = spans.get(id);
    return span ? [{ words: quoted.wordsOf(span).slice(0, 60), why }] : [];
  });
}
