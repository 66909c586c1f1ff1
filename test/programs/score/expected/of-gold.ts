import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { namesOf, outcomeLevels, qualifiers } from '../../../../src/vocabulary.ts';
import type { Expected, ExpectedPassage } from './expected.ts';

/** One value, or several of which any is right. */
const oneOrMany = <Value>(value: z.ZodType<Value>) =>
  z.union([z.array(value), value.transform((one) => [one])]);

const figureKinds = ['RESULT', 'TARGET', 'PROBLEM', 'BACKGROUND'] as const;
const changes = ['LEVEL', 'BY', 'RATE_OF_CHANGE'] as const;
const offset = z.int().nonnegative();
const period = z.union([
  z.object({ text: z.string(), edtf: z.string().nullish() }),
  z.string().transform((text) => ({ text, edtf: null })),
  z.null(),
]);

const item = {
  id: z.string().optional(),
  start: offset,
  end: offset,
  optional: z.boolean().default(false),
};

/**
 * What is right of a text, as `juzheng draft --json` says what it found. Every field of a figure may
 * hold several values of which any is right; one that is left out is not scored.
 */
const gold = z.object({
  figures: z.array(
    z.object({
      ...item,
      kind: oneOrMany(z.enum(figureKinds)).optional(),
      value: oneOrMany(z.number()).optional(),
      unit: oneOrMany(z.string()).optional(),
      noun: oneOrMany(z.string().nullable()).optional(),
      qualifier: oneOrMany(z.enum(namesOf(qualifiers))).optional(),
      baseline: oneOrMany(z.number().nullable()).optional(),
      change: oneOrMany(z.enum(changes)).optional(),
      direction: oneOrMany(z.enum(['UP', 'DOWN']).nullable()).optional(),
      period: oneOrMany(period).optional(),
      label: oneOrMany(z.string()).optional(),
      whole: oneOrMany(z.string().nullable()).optional(),
      measure: z.string().nullish(),
      level: z.enum(namesOf(outcomeLevels)).nullish(),
    }),
  ),
  measures: z.array(
    z.object({ ...item, title: z.string(), stage: z.enum(['CARRIED_OUT', 'PLANNED']) }),
  ),
  statements: z.array(
    z.object({
      ...item,
      label: oneOrMany(z.string()),
      kind: z.enum(['RESULT', 'TARGET']).default('RESULT'),
    }),
  ),
  problems: z.array(z.object({ ...item, title: oneOrMany(z.string()) })).optional(),
  headings: z.array(z.object(item)).optional(),
  links: z
    .array(z.object({ measure: z.string(), outcome: z.string(), basis: z.string() }))
    .default([]),
});

type Gold = z.infer<typeof gold>;

/**
 * Reads what somebody decided on a text by hand. Acts stand one by one there: nobody joined them.
 * @throws where the file is none, with the place of the fault
 */
export function readGold(file: string): Expected {
  const read = gold.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  return expectedOf(read.data);
}

function expectedOf({ figures, measures, statements, problems, headings, links }: Gold): Expected {
  const passage = (
    { id, start, end, optional }: NonNullable<Gold['headings']>[number],
    ownId: string,
  ): ExpectedPassage => ({ id: id ?? ownId, start, end, optional, spans: [{ start, end }] });
  return {
    figures: figures.map(({ level, measure, ...figure }, index) => ({
      ...figure,
      id: figure.id ?? `f${index + 1}`,
      period: figure.period?.map(
        (each) => each && { text: each.text, edtf: each.edtf ?? undefined },
      ),
      unitNouns: [],
      // Only what the text joins to its measure is told there; null says nothing.
      measure: measure == null ? undefined : [measure],
      level: level == null ? undefined : [level],
    })),
    acts: measures,
    measures: measures.map((measure, index) => passage(measure, `m${index + 1}`)),
    joinsActs: false,
    // What will be so is no result: a draft may tell it or not.
    statements: statements.map((statement, index) => ({
      ...passage(statement, `s${index + 1}`),
      label: statement.label,
      optional: statement.optional || statement.kind === 'TARGET',
    })),
    links: links.filter(({ basis }) => basis === 'STATED'),
    problems: problems?.map((problem, index) => ({
      ...passage(problem, `p${index + 1}`),
      label: problem.title,
    })),
    documents: undefined,
    organizations: undefined,
    honours: undefined,
    headings: headings?.map((heading, index) => passage(heading, `h${index + 1}`)),
    parts: undefined,
  };
}
