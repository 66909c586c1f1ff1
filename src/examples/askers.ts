/** Who asks such questions, in the order in which they are shown. */
export const askers = ['inspector', 'scholar', 'bureau', 'developer'] as const;

export type Asker = (typeof askers)[number];

/** By the names of the examples; those that stand nowhere here are for developers. */
export const questionsOf: Readonly<Record<Exclude<Asker, 'developer'>, readonly string[]>> = {
  inspector: [
    'what-does-not-add-up',
    'what-is-missing',
    'promises-kept-and-broken',
    'plans-and-their-follow-up',
    'measures-without-figures',
    'problems-without-an-answer',
    'reports-that-lack-a-part',
    'careful-figures',
  ],
  scholar: [
    'measures-to-outcomes',
    'stated-links',
    'other-end',
    'compare-places',
    'results-in-words',
    'figures-by-period',
    'sections-and-levels',
    'how-far-it-reached',
    'problem-to-outcome',
    'one-indicator-over-years',
    'measures-carried-on',
  ],
  bureau: [
    'report-at-a-glance',
    'biggest-cuts',
    'wholes-and-parts',
    'documents-and-issuers',
    'below-a-place',
    'indicators',
    'sums-by-unit',
    'honours',
  ],
};

/** Who asks an example. */
export const askerOf = (slug: string): Asker =>
  askers.find((asker) => asker !== 'developer' && questionsOf[asker].includes(slug)) ?? 'developer';
