import { indicators } from '../db/tables/unit.ts';
import { connection } from '../fields/connection.ts';
import { matchingText } from './id-sets.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { builder, rootFields } from './builder.ts';
import { Additivity, IndicatorDirection, IndicatorGroup, IndicatorKind } from './enums.ts';
import { byCode, byName, ofUnitCodes, some, theirCodes, unit } from './listing-terms.ts';
import { outcomeListing } from './outcome-listing.ts';
import { outcomeConnection } from './outcome.ts';
import { translated, worded } from './worded.ts';
import { pageUrl } from './url.ts';

const filters = filterFieldsOf('indicators');

/** What a report tells of: lists leave out the rest of the vocabulary unless it is asked for. */
const reported = { OR: [{ outcomes: true }, { targets: true }, { problemFigures: true }] };

const indicatorListing = declareListing({
  table: 'indicators',
  typename: 'Indicator',
  rules: {
    codes: filters.ownCodes(theirCodes),
    units: filters.codes('units', 'The codes of their units.', ofUnitCodes),
    groups: filters.anyOf(IndicatorGroup, 'Where they belong among others.', (values) => ({
      group: { in: values },
    })),
    hasOutcomes: filters.boolean(
      'Whether any outcome observes them. Where this is left out, those that no report tells of are left out of the list, unless `withUnreported` or codes ask for them.',
      (holds) => some(holds, { outcomes: true }),
    ),
    withUnreported: filters.boolean(
      'True for all of the vocabulary, also those that no outcome, target or figure of a problem is of.',
      (holds) => (holds ? { id: { isNotNull: true } } : reported),
    ),
    hasTargets: filters.boolean('Whether any target can be observed by them.', (holds) =>
      some(holds, { targets: true }),
    ),
    text: filters.text('Words in their name.', (typed) => ({
      searchId: matchingText('INDICATOR', typed),
    })),
    outcomes: filters.relation('outcomes', 'Indicators that such an outcome observes.'),
    targets: filters.relation('targets', 'Indicators by which such a target can be observed.'),
  },
  orders: { CODE: byCode, NAME: byName },
  facets: {
    units: unit,
    groups: { description: 'Where they belong among others.', column: 'group' },
  },
  usual: {
    field: 'withUnreported',
    value: false,
    unless: ['hasOutcomes', 'withUnreported', 'codes'],
  },
});

export const Indicator = builder.drizzleNode('indicators', {
  name: 'Indicator',
  description:
    'A variable that many reports observe (指标), so that places and years can be compared.',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    url: pageUrl(t, indicators, 'indicator'),
    name: worded(t, indicators, {
      description: 'Its name: what it observes, without its unit.',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    hasTranslation: translated(t, indicators, {
      what: 'name',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    group: t.expose('group', {
      type: IndicatorGroup,
      nullable: true,
      description: 'Where it belongs among others; null where nobody has said.',
    }),
    definition: worded(t, indicators, {
      nullable: true,
      description:
        'What it observes, exactly, in this project’s words; a report that says otherwise holds for its own figures.',
      of: ({ definitionZh, definitionEn }) => ({ zh: definitionZh, en: definitionEn }),
    }),
    phrases: t.exposeString('phrases', {
      nullable: true,
      description:
        'How texts name it, one phrase after the other with 、 between them; null where nobody has noted any.',
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
    outcomes: t.related(outcomeListing, {
      description: 'The outcomes that observe it.',
      connection: outcomeConnection,
      relation: 'outcomes',
    }),
  }),
});

const indicatorConnection = connection(builder, 'Indicator', {
  node: Indicator,
  of: 'indicators',
  facets: indicatorListing,
});

builder.drizzleObjectField('units', 'indicators', (t) =>
  t.related(indicatorListing, {
    description: 'The indicators that are observed in it.',
    connection: indicatorConnection,
    relation: 'indicators',
  }),
);

export const indicatorRoots = rootFields((t) => ({
  indicator: t.lookup('indicators', {
    typename: 'Indicator',
    type: Indicator,
    description: 'One indicator by its id or code; null where there is none.',
  }),
  indicators: t.page(indicatorListing, {
    description:
      'The indicators that reports tell of (指标); those that none does yet only where the filter asks for them.',
    connection: indicatorConnection,
  }),
}));
