import { indicators } from '../db/tables/vocabulary.ts';
import { connection } from '../fields/connection.ts';
import { builder, rootFields } from './builder.ts';
import { Additivity, IndicatorDirection, IndicatorKind } from './enums.ts';
import * as listings from './listings.ts';
import * as vocabularyListings from './vocabulary-listings.ts';
import { outcomeConnection } from './outcome.ts';
import { worded } from './worded.ts';

export const Indicator = builder.drizzleNode('indicators', {
  name: 'Indicator',
  description:
    'A variable that many reports observe (指标), so that places and years can be compared.',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    name: worded(t, indicators, {
      description: 'Its name.',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    unit: t.relation('unit', { description: 'The unit that it is observed in.' }),
    direction: t.expose('direction', {
      type: IndicatorDirection,
      description:
        'Which way is better for those who are governed; what `Change.isImprovement` goes by.',
    }),
    kind: t.expose('kind', {
      type: IndicatorKind,
      description: 'Whether it takes levels, and changes of them, or changes only.',
    }),
    additivity: t.expose('additivity', {
      type: Additivity,
      description:
        'Whether figures of it can be added up, which is often but not always its unit’s.',
    }),
    outcomes: t.related(listings.outcomes, {
      description: 'The outcomes that observe it.',
      connection: outcomeConnection,
      relation: 'outcomes',
    }),
  }),
});

export const indicatorRoots = rootFields((t) => ({
  indicator: t.lookup('indicators', {
    typename: 'Indicator',
    type: Indicator,
    description: 'One indicator.',
  }),
  indicators: t.page(vocabularyListings.indicators, {
    description: 'The indicators that reports observe.',
    connection: connection(builder, 'Indicator', {
      node: Indicator,
      of: 'indicators',
      facets: vocabularyListings.indicators,
    }),
  }),
}));
