import { z } from 'zod';
import { checkKinds, checkReasons, namesOf, verdicts } from '../../vocabulary.ts';

/** What a check of a small report must come to. */
const expectedCheck = z.strictObject({
  kind: z.enum(namesOf(checkKinds)),
  verdict: z.enum(namesOf(verdicts)),
  reason: z.enum(namesOf(checkReasons)),
});

const record = z.record(z.string(), z.unknown());

const conformanceCase = z.strictObject({
  name: z.string().describe('What the report shows, in a sentence.'),
  text: z.string().describe('The report’s text.'),
  facts: z
    .union([z.string(), record])
    .describe('What is said about it: facts.yaml as it would be written, or its content.'),
  vocabulary: z
    .record(z.string(), z.array(record))
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
});

/** A file of a suite: one rule, with reports that keep it and reports that break it. */
export const conformanceFile = z.strictObject({
  rule: z.string().describe('The rule of the importer, or the kind of check, that it is about.'),
  about: z.string().describe('What the rule says.'),
  cases: z.array(conformanceCase).min(2),
});

export type ConformanceCase = z.infer<typeof conformanceCase>;
export type ConformanceFile = z.infer<typeof conformanceFile>;
