import { frameworkItems, frameworks } from '../db/tables/fidelity.ts';
import { connection } from '../fields/connection.ts';
import { idsOf } from './id-sets.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { builder, rootFields } from './builder.ts';
import { by, byCode, byName, byTitle, some, theirCodes } from './listing-terms.ts';
import { translated, worded } from './worded.ts';

const ofFrameworks = filterFieldsOf('frameworks');
const ofItems = filterFieldsOf('frameworkItems');

const frameworkListing = declareListing({
  table: 'frameworks',
  typename: 'Framework',
  rules: {
    codes: ofFrameworks.codes('frameworks', theirCodes, (values) => ({ code: { in: values } })),
    items: ofFrameworks.relation('items', 'Frameworks with an item that passes this.'),
  },
  orders: { CODE: byCode, NAME: byName },
});

export const frameworkItemListing = declareListing({
  table: 'frameworkItems',
  typename: 'FrameworkItem',
  rules: {
    codes: ofItems.codes('frameworkItems', theirCodes, (values) => ({ code: { in: values } })),
    frameworks: ofItems.codes('frameworks', 'The codes of their frameworks.', (values) => ({
      frameworkId: { in: idsOf(frameworks, values) },
    })),
    hasMeasures: ofItems.boolean('Whether any measure of any report serves them.', (holds) =>
      some(holds, { servings: true }),
    ),
    framework: ofItems.relation('framework', 'Items of a framework that passes this.'),
    hasProblems: ofItems.boolean('Whether any problem of any report falls under them.', (holds) =>
      some(holds, { shortcomings: true }),
    ),
    measures: ofItems.relation('measures', 'Items that such a measure serves.'),
    problems: ofItems.relation('problems', 'Items that such a problem falls under.'),
  },
  orders: {
    ORDINAL: by('Their places in their framework.', 'ordinal'),
    CODE: byCode,
    TITLE: byTitle,
  },
  facets: {
    frameworks: { description: 'The frameworks.', column: 'frameworkId', of: 'frameworks' },
  },
});

export const FrameworkItem = builder.drizzleNode('frameworkItems', {
  name: 'FrameworkItem',
  description: 'One item of a framework, such as a heading of the Outline (框架条目).',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    ordinal: t.exposeInt('ordinal', { description: 'Its place in the framework, from 1.' }),
    title: worded(t, frameworkItems, {
      description: 'Its title, as the framework words it.',
      of: ({ titleZh, titleEn }) => ({ zh: titleZh, en: titleEn }),
    }),
    hasTranslation: translated(t, frameworkItems, {
      what: 'title',
      of: ({ titleZh, titleEn }) => ({ zh: titleZh, en: titleEn }),
    }),
    framework: t.relation('framework', { description: 'The framework that it is part of.' }),
  }),
});

const frameworkItemConnection = connection(builder, 'FrameworkItem', {
  node: FrameworkItem,
  of: 'items of frameworks',
  facets: frameworkItemListing,
});

const Framework = builder.drizzleNode('frameworks', {
  name: 'Framework',
  description: 'An official frame that measures are held against, in one edition (框架).',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    name: worded(t, frameworks, {
      description: 'Its official name, in full.',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    hasTranslation: translated(t, frameworks, {
      what: 'name',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    edition: t.exposeString('edition', { description: 'Which edition it is.' }),
    items: t.related(frameworkItemListing, {
      description: 'Its items, in their order.',
      connection: frameworkItemConnection,
      relation: 'items',
    }),
  }),
});

export const frameworkRoots = rootFields((t) => ({
  framework: t.lookup('frameworks', {
    typename: 'Framework',
    type: Framework,
    description: 'One framework by its id or code; null where there is none.',
  }),
  frameworks: t.page(frameworkListing, {
    description: 'The official frames that measures are held against.',
    connection: connection(builder, 'Framework', { node: Framework, of: 'frameworks' }),
  }),
  frameworkItem: t.lookup('frameworkItems', {
    typename: 'FrameworkItem',
    type: FrameworkItem,
    description: 'One item by its id or code; null where there is none.',
  }),
  frameworkItems: t.page(frameworkItemListing, {
    description: 'The items of all frameworks.',
    connection: frameworkItemConnection,
  }),
}));
