import { z } from 'zod';
import { seedBounds } from '../../../limits.ts';
import {
  documentRelations,
  outcomeLevels,
  linkBases,
  namesOf,
  organizationRoles,
  reportKinds,
  requiredParts,
  retiredTypes,
} from '../../../vocabulary.ts';
import { measureStages } from '../../../vocabulary/plans.ts';
import { check } from './check.ts';
import { figureFields, outcomeQuote } from './figure.ts';
import { publishedOn, publisher } from './head.ts';
import { origin, originCode, saying } from './origin.ts';
import { continues, problem, target } from './plan.ts';
import { bilingual, passage, period, slug, webAddress, words } from './terms.ts';

/**
 * The shape of the seed files: what a curator may write, in which words. Editors complete and check
 * the files by the JSON Schema that is derived from here (`seed/facts.schema.json`).
 */

const link = z.strictObject({
  basis: z.enum(namesOf(linkBases)).describe('Decided by seed/CODEBOOK.md, section 4.'),
  quote: passage
    .optional()
    .describe('The words that join measure and outcome, words of both among them.'),
  from: passage
    .optional()
    .describe(
      'Instead of a quote: the words with which it begins; it goes on to the end of the outcome’s quote.',
    ),
  note: bilingual.optional().describe('Why they belong together; CURATED needs it.'),
  ...saying(),
});

const outcomeBase = z.strictObject({
  code: slug.describe('Unique among the report’s outcomes; never changed, never given twice.'),
  label: bilingual.describe('What the outcome counts or states, without its figure.'),
  level: z
    .enum(namesOf(outcomeLevels))
    .optional()
    .describe('Left out by a part, which has that of its whole, and where the indicator has one.'),
  quote: outcomeQuote.optional(),
  ...figureFields,
  statement: words
    .optional()
    .describe(
      'For a result without a figure: the words of the quote that state it (即办件); without a quote they are the quote.',
    ),
  partial: z
    .boolean()
    .default(false)
    .describe(
      'True where the parts below are only some of its parts, so that they need not add up.',
    ),
  period: period.optional(),
  dimension: bilingual
    .optional()
    .describe('Which part of its whole this is (废止, to be repealed).'),
  population: bilingual
    .optional()
    .describe(
      'Of what it is told, where the report tells the same of several (内部事项); a part is of that of its whole.',
    ),
  note: bilingual.optional().describe('What a reader must know beside the figure.'),
  ...saying(),
  link: link
    .optional()
    .describe(
      'How the outcome hangs on the measure it is written under. It must be there, or under the measure for all of its outcomes; a part hangs as its whole does where it says nothing.',
    ),
});

export type OutcomeFacts = z.infer<typeof outcomeBase> & { parts: OutcomeFacts[] };

const outcome: z.ZodType<OutcomeFacts> = outcomeBase.extend({
  parts: z
    .lazy(() => z.array(outcome).max(seedBounds.parts))
    .default([])
    .describe('The parts of which this outcome is the whole; each names its dimension.'),
});

const measure = z.strictObject({
  code: slug.describe('Unique among the report’s measures; never changed, never given twice.'),
  title: bilingual,
  stage: z
    .enum(namesOf(measureStages))
    .default('CARRIED_OUT')
    .describe('PLANNED for what the report says will be done.'),
  continues: continues.optional(),
  heading: passage
    .optional()
    .describe('The topic sentence of its point, which announces and proves nothing.'),
  quote: passage.describe('The words that say what was done; of several acts, the first.'),
  acts: z
    .array(passage)
    .max(seedBounds.acts)
    .default([])
    .describe('The words of its other acts, where they stand apart, in the order of the text.'),
  documents: z
    .array(
      z.strictObject({
        code: slug.describe('Code of a document of this report.'),
        relation: z.enum(namesOf(documentRelations)),
      }),
    )
    .max(seedBounds.ofMeasure)
    .default([]),
  organizations: z
    .array(
      z.strictObject({
        code: slug.describe('Code of an organization of vocabulary/organizations.yaml.'),
        role: z.enum(namesOf(organizationRoles)),
      }),
    )
    .max(seedBounds.ofMeasure)
    .default([]),
  framework: z
    .array(slug)
    .max(seedBounds.frameworkItems)
    .default([])
    .describe('Codes of the framework items that it serves, from vocabulary/frameworks.yaml.'),
  ...saying(),
  link: link
    .optional()
    .describe('How those of its outcomes hang on it that do not say it themselves.'),
  outcomes: z.array(outcome).default([]),
  targets: z
    .array(target)
    .default([])
    .describe('What a planned measure is to reach; it has them in the place of outcomes.'),
});

const section = z.strictObject({
  code: slug.describe('Unique among the report’s sections.'),
  title: bilingual,
  starts: passage
    .optional()
    .describe(
      'The first words of the section, which ends where the next one starts; left out where it starts with its heading.',
    ),
  heading: words
    .optional()
    .describe('The report’s own heading or topic sentence; left out where there is none.'),
  depth: z
    .int()
    .min(1)
    .max(seedBounds.sectionDepth)
    .default(1)
    .describe(
      'How deep it stands: 2 under the last section of depth 1 above it, and so on (一、 › （一） › 1.); it ends where the next one of any depth starts.',
    ),
  measures: z.array(measure).default([]),
  targets: z
    .array(target)
    .default([])
    .describe('What is to be reached without a measure of the plan that says how.'),
  problems: z.array(problem).default([]).describe('What the section says that falls short.'),
});

export const facts = z
  .strictObject({
    report: z.strictObject({
      kind: z.enum(namesOf(reportKinds)),
      title: bilingual,
      place: z.string().describe('Code of a place in vocabulary/places.yaml (GB/T 2260).'),
      publisher: publisher.optional(),
      publishedOn: publishedOn.optional(),
      period: period.optional(),
      url: webAddress.optional(),
    }),
    origins: z
      .array(origin)
      .max(seedBounds.ofReport)
      .default([])
      .describe('Who or what said the facts first.'),
    origin: originCode.describe('The origin of every fact that names no other.'),
    organizations: z
      .array(z.strictObject({ code: slug, quote: passage, ...saying() }))
      .max(seedBounds.ofReport)
      .default([])
      .describe('The organizations that the report names, and where.'),
    documents: z
      .array(
        z.strictObject({
          code: slug.describe('Unique among the report’s documents.'),
          title: bilingual,
          issuer: slug
            .optional()
            .describe('Code of an organization; left out where the text does not say.'),
          note: bilingual.optional().describe('What a reader must know of it.'),
          quote: passage.describe('The words by which the report names it.'),
          ...saying(),
        }),
      )
      .max(seedBounds.ofReport)
      .default([]),
    honours: z
      .array(
        z.strictObject({
          code: slug,
          name: bilingual,
          place: z.string().describe('Code of the place that received it.'),
          awarder: slug.optional().describe('Code of an organization.'),
          document: slug.optional().describe('Code of a document of this report.'),
          batch: z.int().positive().optional(),
          recipients: z.int().positive().optional(),
          quote: passage,
          ...saying(),
        }),
      )
      .max(seedBounds.ofReport)
      .default([]),
    sections: z.array(section).min(1).max(seedBounds.ofReport),
    links: z
      .array(
        z.strictObject({
          measure: slug,
          outcome: slug,
          basis: z.enum(namesOf(linkBases)),
          quote: passage.optional(),
          from: passage.optional(),
          note: bilingual.optional(),
          ...saying(),
        }),
      )
      .default([])
      .describe('Links beyond those of each outcome to the measure it is written under.'),
    checks: z
      .array(check)
      .default([])
      .describe('Relations to check beyond the sums of parts and the directions of change.'),
    waivers: z
      .array(
        z.strictObject({
          quote: passage.describe('The figure’s words.'),
          reason: bilingual.describe('Why no outcome claims it.'),
        }),
      )
      .max(seedBounds.ofReport)
      .default([])
      .describe('Quantities of the text that are nobody’s result.'),
    clauseWaivers: z
      .array(
        z.strictObject({
          quote: passage.describe('Words of one clause.'),
          reason: bilingual.describe('Why no fact rests on it.'),
        }),
      )
      .max(seedBounds.ofReport)
      .default([])
      .describe('Clauses that tell neither an act nor a result; one clause a waiver.'),
    retired: z
      .array(
        z.strictObject({
          type: z.enum(namesOf(retiredTypes)),
          code: slug.describe('The code that was given; it is never given again.'),
          by: z
            .strictObject({ type: z.enum(namesOf(retiredTypes)), code: slug })
            .optional()
            .describe('What took its place.'),
          reason: bilingual,
        }),
      )
      .max(seedBounds.ofReport)
      .default([])
      .describe('Codes that were given once and are given no longer.'),
    parts: z
      .array(z.strictObject({ part: z.enum(namesOf(requiredParts)), quote: passage }))
      .default([])
      .describe('Which parts of the statutory annual report the text has, and where.'),
  })
  .describe('What a curator says about one report, by quotes and never by offsets.');

export type Facts = z.infer<typeof facts>;
export type MeasureFacts = z.infer<typeof measure>;

/** The shape of facts.yaml as a JSON Schema, for editors. */
export function describeShape(): string {
  return `${JSON.stringify(z.toJSONSchema(facts, { io: 'input' }), null, 2)}\n`;
}
