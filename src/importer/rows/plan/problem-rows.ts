import type { Quoted, Span } from '../../resolve/quotes.ts';
import type { ResolvedSection } from '../../resolve/sections.ts';
import type { ProblemFacts } from '../../read/shapes/plan.ts';
import type { Path } from '../../read/parse-source.ts';
import { checkJoining } from '../links/basis.ts';
import { bothLanguages, readClaim } from '../claim-rows.ts';
import { checkPlace } from '../links/link-place.ts';
import type { LinkedOutcome } from '../links/link-rows.ts';
import { addServings } from '../measure-rows.ts';
import type { ReportContext } from '../report-context.ts';
import { originOfReport, sayingOf } from '../derived/origin.ts';

type ProblemPlace = {
  facts: ProblemFacts;
  section: ResolvedSection;
  sectionId: number;
  at: Path;
};

/** Adds what the sections say that falls short, once all measures are there that may answer it. */
export function addProblems(
  context: ReportContext,
  sections: readonly ResolvedSection[],
  linked: LinkedOutcome,
): void {
  sections.forEach((section, index) => {
    const sectionId = context.sectionIds + index;
    section.facts.problems.forEach((facts, nth) => {
      const at = ['sections', index, 'problems', nth];
      addProblem(context, { facts, section, sectionId, at }, linked);
    });
  });
}

function addProblem(context: ReportContext, place: ProblemPlace, linked: LinkedOutcome): void {
  const { rows, report, reportId, frame } = context;
  const { facts, section, sectionId, at } = place;
  const id = rows.problems.length + 1;
  const code = context.codeOf(facts.code);
  context.problems.take(facts.code, id, [...at, 'code'], report);
  const words = context.quote(facts.quote, section, [...at, 'quote']);
  const cause =
    facts.cause === undefined ? null : context.quote(facts.cause, section, [...at, 'cause']);
  rows.problems.push({
    id,
    code,
    reportId,
    placeId: frame.placeId,
    year: frame.year,
    sectionId,
    titleZh: facts.title.zh,
    titleEn: facts.title.en,
    evidenceId: context.evidence(words) ?? 0,
    causeEvidenceId: context.evidence(cause),
    ...sayingOf(context, facts, { at, inherited: originOfReport(context) }),
    textPlace: context.placeAt(words?.start ?? section.start),
    searchId: context.entry('PROBLEM', code, facts.title.zh),
  });
  addFigures(context, place, { id, words });
  addServings(context, facts.framework, at, (itemId) => {
    rows.problemFrameworkItems.push({ problemId: id, itemId });
  });
  addAnswers(context, place, { id, spans: words ? [words] : [], linked });
}

/** Adds the figures that tell how far it goes; they may stand in its own words. */
function addFigures(
  context: ReportContext,
  { facts, section, at }: ProblemPlace,
  { id, words }: { id: number; words: Quoted | null },
): void {
  facts.figures.forEach((figure, index) => {
    const here = [...at, 'figures', index];
    if (figure.quote === undefined && !words) {
      context.figures.excuse(section);
      return;
    }
    const told = { ...figure, quote: figure.quote ?? facts.quote };
    const label = figure.label.zh;
    const claim = readClaim(context, {
      facts: told,
      claimant: { kind: 'PROBLEM', code: facts.code, id, label },
      section,
      at: here,
      whole: null,
    });
    context.rows.problemFigures.push({
      problemId: id,
      ordinal: index + 1,
      labelZh: figure.label.zh,
      labelEn: figure.label.en,
      ...claim.columns,
      evidenceId: context.evidence(claim.quote) ?? 0,
    });
  });
}

/** Adds which planned measures are set against it. */
function addAnswers(
  context: ReportContext,
  { facts, at }: ProblemPlace,
  { id, spans, linked }: { id: number; spans: readonly Span[]; linked: LinkedOutcome },
): void {
  const { rows, report, measures } = context;
  const answered = new Set<number>();
  facts.answeredBy.forEach((answer, index) => {
    const here = [...at, 'answeredBy', index];
    const measureId = measures.rowOf(answer.measure, [...here, 'measure'], report);
    const measure = linked.measures.get(measureId ?? 0);
    if (measureId === null || !measure) return;
    if (answered.has(measureId)) {
      const message = `${JSON.stringify(answer.measure)} answers it already.`;
      report([...here, 'measure'], 'duplicate-link', message, 'Name each measure once.');
      return;
    }
    answered.add(measureId);
    if (measure.isPlanned === false) {
      report(
        [...here, 'measure'],
        'answer-not-planned',
        `The measure ${JSON.stringify(answer.measure)} is carried out already.`,
        'What answers a problem lies ahead: name a measure with stage: PLANNED.',
      );
    }
    const words = checkJoining(context, answer, { words: measure.words, at: here });
    checkPlace(context, answer.basis, words, { measure: measure.words, outcome: spans, at: here });
    rows.answers.push({
      problemId: id,
      measureId,
      basis: answer.basis,
      ...bothLanguages('note', answer.note),
      evidenceId: context.evidence(words),
    });
  });
}
