import { z } from 'zod';
import {
  additivities,
  directions,
  documentRelations,
  levels,
  linkBases,
  namesOf,
  organizationRoles,
  periodBases,
  placeLevels,
  qualifiers,
  reportKinds,
  requiredParts,
} from '../vocabulary.ts';

/**
 * The shape of the seed files: what a curator may write, in which words. Editors complete and check
 * the files by the JSON Schema that is derived from here (`seed/facts.schema.json`).
 */

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug: small letters, digits and single hyphens')
  .max(80);

/** Pages link to it, so that nothing else than a web address may stand there. */
const webAddress = z.url().regex(/^https?:\/\//, 'must be an http or https address');

const words = z.string().min(1).max(2000);

const bilingual = z
  .strictObject({ zh: words, en: words })
  .describe('The same wording in Chinese and in English, in the curator’s own words.');

const quote = words.describe(
  'Words of the report, to the letter. They must stand in it exactly once inside their section; where they stand more often, use {exact, prefix, suffix}.',
);

const passage = z
  .union([
    quote,
    z.strictObject({
      exact: words.describe('The words themselves, to the letter.'),
      prefix: words.optional().describe('The words that stand immediately before.'),
      suffix: words.optional().describe('The words that stand immediately after.'),
    }),
  ])
  .describe('Words of the report that prove something.');

const period = z.strictObject({
  text: words.describe('The period as the report words it (上半年, 截至目前).'),
  quote: passage
    .optional()
    .describe(
      'Where the words stand, if not once inside the fact’s section before its quote ends.',
    ),
  edtf: z
    .string()
    .optional()
    .describe(
      'The period in EDTF (ISO 8601-2), such as 2023, 2023-01/2023-06; left out where the text does not tell it.',
    ),
  basis: z
    .enum(namesOf(periodBases))
    .default('STATED')
    .describe(
      'STATED where the words stand with the fact, INFERRED where a sentence before carries on.',
    ),
});

const link = z.strictObject({
  basis: z.enum(namesOf(linkBases)).default('SAME_POINT'),
  quote: passage.optional().describe('The words that join measure and outcome; STATED needs them.'),
  note: bilingual.optional().describe('Why they belong together; CURATED needs it.'),
});

const outcomeBase = z.strictObject({
  code: slug.describe('Unique among the report’s outcomes; never changed, never given twice.'),
  label: bilingual.describe('What the outcome counts or states, without its figure.'),
  level: z.enum(namesOf(levels)),
  quote: passage.describe(
    'The shortest run of words that holds the figure and says what it counts.',
  ),
  value: z.number().optional().describe('The figure; it must be readable in the quote.'),
  figure: words
    .optional()
    .describe('The figure’s words inside the quote, where the quote shows the same value twice.'),
  qualifier: z
    .enum(namesOf(qualifiers))
    .optional()
    .describe('Read from the words; write it only to have it confirmed.'),
  unit: z.string().optional().describe('Code of a unit in vocabulary/units.yaml.'),
  baseline: z
    .number()
    .optional()
    .describe(
      'The value before, in the same unit and the same quote (由20个工作日压缩至10个工作日: 20).',
    ),
  change: z
    .enum(namesOf(directions))
    .optional()
    .describe('Where the figure itself is the amount of a change (减少环节46个: DECREASE).'),
  statement: words
    .optional()
    .describe('For a result without a figure: the words of the quote that state it (即办件).'),
  partial: z
    .boolean()
    .default(false)
    .describe(
      'True where the parts below are only some of its parts, so that they need not add up.',
    ),
  period: period.optional(),
  indicator: z.string().optional().describe('Code of an indicator in vocabulary/indicators.yaml.'),
  dimension: bilingual
    .optional()
    .describe('Which part of its whole this is (废止, to be repealed).'),
  note: bilingual.optional().describe('What a reader must know beside the figure.'),
  link: link.optional().describe('How the outcome hangs on the measure it is written under.'),
});

export type OutcomeFacts = z.infer<typeof outcomeBase> & { parts: OutcomeFacts[] };

const outcome: z.ZodType<OutcomeFacts> = outcomeBase.extend({
  parts: z
    .lazy(() => z.array(outcome).max(200))
    .default([])
    .describe('The parts of which this outcome is the whole; each names its dimension.'),
});

const measure = z.strictObject({
  code: slug.describe('Unique among the report’s measures; never changed, never given twice.'),
  title: bilingual,
  quote: passage.describe('The words that say what was done.'),
  documents: z
    .array(
      z.strictObject({
        code: slug.describe('Code of a document of this report.'),
        relation: z.enum(namesOf(documentRelations)),
      }),
    )
    .max(200)
    .default([]),
  organizations: z
    .array(
      z.strictObject({
        code: slug.describe('Code of an organization of vocabulary/organizations.yaml.'),
        role: z.enum(namesOf(organizationRoles)),
      }),
    )
    .max(200)
    .default([]),
  framework: z
    .array(slug)
    .max(100)
    .default([])
    .describe('Codes of the framework items that it serves, from vocabulary/frameworks.yaml.'),
  outcomes: z.array(outcome).default([]),
});

const section = z.strictObject({
  code: slug.describe('Unique among the report’s sections.'),
  title: bilingual,
  starts: passage.describe('The first words of the section; it ends where the next one starts.'),
  heading: words
    .optional()
    .describe('The report’s own heading or topic sentence; left out where there is none.'),
  measures: z.array(measure).default([]),
});

const check = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('RATIO'),
    rate: slug.describe('The outcome that states the rate, in per cent.'),
    count: slug.optional().describe('The outcome that it counts; left out where none is told.'),
    base: slug.optional().describe('The outcome that it is taken of; left out where none is told.'),
  }),
  z.strictObject({
    kind: z.literal('SUBSET'),
    part: slug.describe('The outcome that must not be the larger one.'),
    whole: slug.describe('The outcome that it is part of.'),
  }),
  z.strictObject({
    kind: z.literal('SAME_FACT'),
    code: slug,
    outcomes: z.array(slug).min(2).max(20).describe('The outcomes that tell the same fact.'),
  }),
  z.strictObject({
    kind: z.literal('SET_SIZE'),
    code: slug,
    quote: passage.describe('The words that name the set.'),
    size: z.int().positive().describe('How many members its name says.'),
    members: z.array(passage).min(1).max(20).describe('The words that name each member.'),
  }),
]);

export const facts = z
  .strictObject({
    report: z.strictObject({
      kind: z.enum(namesOf(reportKinds)),
      title: bilingual,
      place: z.string().describe('Code of a place in vocabulary/places.yaml (GB/T 2260).'),
      publisher: slug
        .optional()
        .describe('Code of an organization; left out where the text does not say.'),
      publishedOn: z.iso.date().optional(),
      period: period.optional(),
      url: webAddress.optional(),
    }),
    organizations: z
      .array(z.strictObject({ code: slug, quote: passage }))
      .max(500)
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
          quote: passage.describe('The words by which the report names it.'),
        }),
      )
      .max(500)
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
        }),
      )
      .max(500)
      .default([]),
    sections: z.array(section).min(1).max(500),
    links: z
      .array(
        z.strictObject({
          measure: slug,
          outcome: slug,
          basis: z.enum(namesOf(linkBases)),
          quote: passage.optional(),
          note: bilingual.optional(),
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
      .max(500)
      .default([])
      .describe('Quantities of the text that are nobody’s result.'),
    parts: z
      .array(z.strictObject({ part: z.enum(namesOf(requiredParts)), quote: passage }))
      .default([])
      .describe('Which parts of the statutory annual report the text has, and where.'),
  })
  .describe('What a curator says about one report, by quotes and never by offsets.');

export type CheckFacts = z.infer<typeof check>;
export type Facts = z.infer<typeof facts>;
export type MeasureFacts = z.infer<typeof measure>;
export type Passage = z.infer<typeof passage>;
export type PeriodFacts = z.infer<typeof period>;

export const vocabularies = {
  places: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{2,12}$/, 'must be a GB/T 2260 code'),
      name: bilingual,
      level: z.enum(namesOf(placeLevels)),
      parent: z.string().optional().describe('Code of the place that it lies in.'),
    }),
  ),
  units: z.array(
    z.strictObject({
      code: words.describe('UCUM where it exists, otherwise an annotation such as {case}.'),
      name: bilingual,
      classifiers: z
        .array(z.string())
        .describe(
          'How reports write it after a number (件, 起); an empty string where they write none.',
        ),
      additivity: z
        .enum(namesOf(additivities))
        .default('ADDITIVE')
        .describe('Whether figures in it can be added up.'),
    }),
  ),
  indicators: z.array(
    z.strictObject({
      code: slug,
      name: bilingual,
      unit: words.describe('Code of a unit.'),
      ascending: z
        .boolean()
        .optional()
        .describe('Whether more is better; left out where neither is.'),
    }),
  ),
  frameworks: z.array(
    z.strictObject({
      code: slug,
      name: bilingual,
      edition: words.describe('Which edition of the frame this is.'),
      items: z
        .array(z.strictObject({ code: slug, title: bilingual }))
        .max(100)
        .describe('Its items, in order.'),
    }),
  ),
  organizations: z.array(
    z.strictObject({
      code: slug,
      name: bilingual,
      place: z.string().optional().describe('Code of the place that it governs or serves.'),
    }),
  ),
};

/** The shape of facts.yaml as a JSON Schema, for editors. */
export function describeShape(): string {
  return `${JSON.stringify(z.toJSONSchema(facts, { io: 'input' }), null, 2)}\n`;
}
