import { createPlanCache } from '../../../../src/compiler/plan-cache.ts';
import { relations } from '../../../../src/db/relations.ts';
import { schema } from '../../../../src/schema/schema.ts';
import { openToAsk } from '../in-process/asking.ts';
import type { Asked } from '../in-process/asking.ts';
import { quantileOf } from '../in-process/quantile.ts';
import { timeOf } from '../in-process/time.ts';
import { randomFrom } from '../plans/draw-questions.ts';
import { questionsOver } from '../questions.ts';
import type { QuestionName } from '../questions.ts';
import { describeCounts } from './describe-counts.ts';
import type { Compared, MeasuredCount } from './describe-counts.ts';
import { countKinds, drawCounts, storedKinds } from './draw-counts.ts';
import type { CountQuestion } from './draw-counts.ts';
import { comparable, readsStored, toScan } from './scan.ts';

export type CountsOptions = {
  data: string;
  /** So many questions of each kind are asked. */
  most: number;
  /** Of so many of each kind the answer is held against that of a scan. */
  checked: number;
  seed: number;
  /** Only questions whose title this matches. */
  only: RegExp;
  tell: (line: string) => void;
};

/** Asks for random groups, facets, totals and words, each for the first time and again. */
export function measureCounts({ data, most, checked, seed, only, tell }: CountsOptions): string {
  const standard = standardOver(data);
  const { snapshot, askingOf } = openCounts(data);
  const random = randomFrom(seed);
  const drawn = drawCounts(snapshot.db, standard('search').query, random);
  const questions = countKinds.flatMap((kind) => {
    const matching = drawn[kind].filter(({ title }) => only.test(title));
    return drawSome(matching, most, random);
  });
  const page = timeOfPage(standard('page'), askingOf);
  for (const question of drawSome(questions, warmings, random)) askingOf(question).compileAside();
  const measured: MeasuredCount[] = [];
  for (const question of questions) {
    measured.push(measure(question, askingOf));
    if (measured.length % 200 === 0) tell(`${measured.length} of ${questions.length} questions`);
  }
  const compared = storedKinds.map((kind): Compared => {
    const stored = measured.filter(({ question, isStored }) => isStored && question.kind === kind);
    const scans = stored.flatMap(({ question }) => scanOf(question, askingOf));
    const some = drawSome(scans, checked, random);
    for (const each of some) hold(each, askingOf);
    const unasked = stored.length - scans.length;
    return { kind, stored: stored.length, unasked, held: some.length };
  });
  snapshot.close();
  return describeCounts(measured, { counts: snapshot.counts, seed, page, compared });
}

/** So many questions are compiled before any is asked: what is not warm yet takes the compiler several times as long. */
const warmings = 100;

/** Over how many pages the time of the filtered page is told. */
const pages = 30;

/** The questions of the standard run, by their names. */
function standardOver(data: string) {
  const questions = new Map(questionsOver(data, pages).map((each) => [each.name, each]));
  return (name: QuestionName) => {
    const { title, query, variables } = questions.get(name)!;
    return { title, query, variables };
  };
}

type AskingOf = ReturnType<typeof openCounts>['askingOf'];

/** Opens a snapshot to be asked as a server asks it, which recalls what costs much to find. */
function openCounts(data: string) {
  const { snapshot, askingFor } = openToAsk(data);
  const [plans, aside] = [createPlanCache(schema, relations), createPlanCache(schema, relations)];
  const askingOf = (asked: Asked) => {
    const { compiledBy, askBy } = askingFor(asked);
    return {
      ask() {
        const answer = askBy(plans);
        if (!answer) throw new Error(`no answer: ${asked.title}`);
        return answer;
      },
      /** Compiles it and forgets that. */
      compileAside: () => compiledBy(aside),
      isStored: () => readsStored(compiledBy(plans).statement),
    };
  };
  return { snapshot, askingOf };
}

/** So many of some things, drawn at random, in their order. */
function drawSome<Item>(items: readonly Item[], most: number, random: () => number): Item[] {
  let wanted = most;
  return items.filter((_, at) => {
    const isDrawn = random() * (items.length - at) < wanted;
    if (isDrawn) wanted -= 1;
    return isDrawn;
  });
}

/** @throws where what is answered for the first time is answered otherwise again */
function measure(question: CountQuestion, askingOf: AskingOf): MeasuredCount {
  const { ask, isStored } = askingOf(question);
  const answers: Uint8Array[] = [];
  const first = timeOf(() => answers.push(ask()), 1);
  const again = timeOf(() => answers.push(ask()));
  if (new Set(answers.map(String)).size > 1)
    throw new Error(`answered otherwise when it is asked again: ${question.title}`);
  return { question, first, again, isStored: isStored() };
}

/** The median, in milliseconds, of pages that are asked for again. */
function timeOfPage(
  { title, query, variables }: { title: string; query: string; variables: readonly object[] },
  askingOf: AskingOf,
): number {
  const times = variables.map((given) => {
    const { ask } = askingOf({ title, query, variables: { ...given } });
    timeOf(ask);
    return timeOf(ask);
  });
  return quantileOf(times, 0.5);
}

type Scanned = { question: CountQuestion; scan: CountQuestion };

/** A question with the same by a scan; none where that would read what is stored, too. */
function scanOf(question: CountQuestion, askingOf: AskingOf): Scanned[] {
  const scan = toScan(question);
  return askingOf(scan).isStored() ? [] : [{ question, scan }];
}

/** @throws where what is stored gives another answer than a scan */
function hold({ question, scan }: Scanned, askingOf: AskingOf): void {
  const [told, expected] = [question, scan].map((each) => comparable(String(askingOf(each).ask())));
  if (told !== expected)
    throw new Error(
      `${question.title} is answered otherwise under ${JSON.stringify(scan.variables['filter'])}: ${told} instead of ${expected}`,
    );
}
