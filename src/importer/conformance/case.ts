import { z } from 'zod';
import { checkKinds, checkReasons, namesOf, verdicts } from '../../vocabulary.ts';
import { vocabularyNames } from '../read/read-seed.ts';

/** What a check of a small report must come to. */
const expectedCheck = z.strictObject({
  kind: z.enum(namesOf(checkKinds)),
  verdict: z.enum(namesOf(verdicts)),
  reason: z.enum(namesOf(checkReasons)),
});

const record = z.record(z.string(), z.unknown());

/** The sections are told in one way, so that nothing of a report is left unread. */
function toldInOneWay() {
  return [
    ({ facts, measures, outcomes }: z.infer<typeof reportShape>) =>
      [typeof facts === 'string' || facts['sections'], measures, outcomes].filter(Boolean).length <
      2,
    'sections, measures and outcomes stand side by side; give one of them',
  ] as const;
}

/** A name without a folder in it: nothing of a suite is written elsewhere than where it runs. */
const fileName = z.string().regex(/^[a-z][a-z.-]*\.(?:txt|yaml|json)$/, 'must be a file’s name');
const folderName = z.string().regex(/^\w[\w -]*$/, 'must be a folder’s name');

/** A report of a case, without its code. */
const reportShape = z.strictObject({
  text: z.string().describe('The report’s text.'),
  facts: z
    .union([z.string(), record])
    .default({})
    .describe(
      'What is said about it: facts.yaml as it would be written, or its content, filled up from the frame.',
    ),
  measures: z
    .array(record)
    .optional()
    .describe('Short for a single section with these measures, where `facts` has no sections.'),
  outcomes: z
    .array(record)
    .optional()
    .describe('Short for a single measure with these outcomes, where there are no measures.'),
  files: z
    .record(fileName, z.union([z.string(), z.strictObject({ base64: z.base64() }), z.null()]))
    .default({})
    .describe('Further files of the report’s folder, or others in their place; null for none.'),
});

const conformanceShape = reportShape.extend({
  name: z.string().describe('What the report shows, in a sentence.'),
  code: folderName.default('small-2023').describe('The name of the report’s folder.'),
  earlier: z
    .array(reportShape.extend({ code: folderName }).refine(...toldInOneWay()))
    .default([])
    .describe('Reports of other years, without problems, that it is held against.'),
  vocabulary: z
    .partialRecord(z.enum(vocabularyNames), z.array(record))
    .default({})
    .describe('Files of the vocabulary that are others than the suite’s, by their names.'),
  problems: z
    .array(z.string())
    .default([])
    .describe('The rules that it breaks, each as often as it does, in any order.'),
  checks: z
    .array(expectedCheck)
    .optional()
    .describe('All checks that it gives, in any order; left out where none is told.'),
  targets: z
    .array(z.string())
    .optional()
    .describe(
      'What comes of every target of every report, in any order: its code, the verdict and, where they cannot be compared, the reason.',
    ),
  followUps: z
    .array(z.string())
    .optional()
    .describe('What is told of every planned measure of every report: its code and the status.'),
});

const conformanceCase = conformanceShape.refine(...toldInOneWay());

/** A file of a suite: one rule, with reports that keep it and reports that break it. */
export const conformanceFile = z.strictObject({
  rule: z.string().describe('The rule of the importer, or the kind of check, that it is about.'),
  about: z.string().describe('What the rule says.'),
  cases: z.array(conformanceCase).min(2),
});

export type ConformanceReport = z.infer<typeof reportShape>;
export type ConformanceCase = z.infer<typeof conformanceCase>;
export type ConformanceFile = z.infer<typeof conformanceFile>;
