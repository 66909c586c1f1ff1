import { frameworkItems, frameworks } from '../db/tables/framework.ts';
import { indicators } from '../db/tables/unit.ts';
import { connection } from '../fields/connection.ts';
import { frameworkItemsWithin, idsOf } from './id-sets.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { builder, rootFields } from './builder.ts';
import {
  by,
  byCode,
  byName,
  byTitle,
  ofPlaceCodes,
  present,
  some,
  theirCodes,
} from './listing-terms.ts';
import { Norm } from './norm.ts';
import { translated, worded } from './worded.ts';

const ofFrameworks = filterFieldsOf('frameworks');
const ofItems = filterFieldsOf('frameworkItems');

const frameworkListing = declareListing({
  table: 'frameworks',
  typename: 'Framework',
  rules: {
    codes: ofFrameworks.ownCodes(theirCodes),
    places: ofFrameworks.codes('places', 'The codes of the places that they bind.', ofPlaceCodes),
    items: ofFrameworks.relation('items', 'Frameworks with an item that passes this.'),
  },
  orders: { CODE: byCode, NAME: byName },
});

export const frameworkItemListing = declareListing({
  table: 'frameworkItems',
  typename: 'FrameworkItem',
  rules: {
    codes: ofItems.ownCodes(theirCodes),
    frameworks: ofItems.codes('frameworks', 'The codes of their frameworks.', (values) => ({
      frameworkId: { in: idsOf(frameworks, values) },
    })),
    parents: ofItems.codes(
      'frameworkItems',
      'The codes of the items right above them.',
      (values) => ({
        parentId: { in: idsOf(frameworkItems, values) },
      }),
    ),
    within: ofItems.codes(
      'frameworkItems',
      'The codes of items: they themselves, and every point below them at any depth.',
      (values) => ({ id: { in: frameworkItemsWithin(values) } }),
    ),
    depths: ofItems.anyOf(
      'Int',
      'How deep they stand: 1 for headings, 2 for points.',
      (values) => ({
        depth: { in: values },
      }),
    ),
    indicators: ofItems.codes(
      'indicators',
      'The codes of the indicators that their norms are about.',
      (values) => ({ normIndicatorId: { in: idsOf(indicators, values) } }),
    ),
    hasNorm: ofItems.boolean('Whether they state a norm (标准).', (holds) => ({
      normBound: present(holds),
    })),
    hasMeasures: ofItems.boolean(
      'Whether any measure of any report serves them or a point below them.',
      (holds) => some(holds, { servingsWithin: true }),
    ),
    framework: ofItems.relation('framework', 'Items of a framework that passes this.'),
    hasProblems: ofItems.boolean('Whether any problem of any report falls under them.', (holds) =>
      some(holds, { shortcomings: true }),
    ),
    measures: ofItems.relation('measures', 'Items that such a measure serves itself.'),
    problems: ofItems.relation('problems', 'Items that such a problem falls under.'),
    checks: ofItems.relation('checks', 'Items against whose norm such a check holds a figure.'),
  },
  orders: {
    ORDINAL: by(
      'Framework by framework in the order of their codes: a heading, its points, the next.',
      'readingOrder',
    ),
    CODE: byCode,
    TITLE: byTitle,
  },
  facets: {
    frameworks: { description: 'The frameworks.', column: 'frameworkId', of: 'frameworks' },
    depths: { description: 'How deep they stand.', column: 'depth' },
  },
});

export const FrameworkItem = builder.drizzleNode('frameworkItems', {
  name: 'FrameworkItem',
  description:
    'One item of a framework (框架条目): a heading of the Outline, or a point below one, down to a task of an official division of work.',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    ordinal: t.exposeInt('ordinal', {
      description:
        'Its place among the items of one parent, of headings among the headings, from 1.',
    }),
    title: worded(t, frameworkItems, {
      description: 'Its title, as the framework words it.',
      of: ({ titleZh, titleEn }) => ({ zh: titleZh, en: titleEn }),
    }),
    hasTranslation: translated(t, frameworkItems, {
      what: 'title',
      of: ({ titleZh, titleEn }) => ({ zh: titleZh, en: titleEn }),
    }),
    position: t.exposeInt('position', {
      description:
        'Its place in the whole framework, from 1: a heading, its points, the next heading.',
    }),
    depth: t.exposeInt('depth', { description: 'How deep it stands: 1 for a heading.' }),
    source: t.exposeString('source', {
      nullable: true,
      description: 'The address of the official text that words it; null where none is known.',
    }),
    responsibleBody: worded(t, frameworkItems, {
      nullable: true,
      description: 'Who is to do it (责任单位), where an official division of work says so.',
      of: ({ responsibleBodyZh, responsibleBodyEn }) => ({
        zh: responsibleBodyZh,
        en: responsibleBodyEn,
      }),
    }),
    timeLimit: worded(t, frameworkItems, {
      nullable: true,
      description: 'By when it is to be done (时限), where an official division of work says so.',
      of: ({ timeLimitZh, timeLimitEn }) => ({ zh: timeLimitZh, en: timeLimitEn }),
    }),
    deliverable: worded(t, frameworkItems, {
      nullable: true,
      description: 'What is to come of it (成果形式), where an official division of work says so.',
      of: ({ deliverableZh, deliverableEn }) => ({ zh: deliverableZh, en: deliverableEn }),
    }),
    norm: t.embedded(Norm, {
      description: 'The norm that it states (标准); null where it states none.',
      columns: {
        bound: 'normBound',
        value: 'normValue',
        period: 'normPeriod',
        quote: 'normQuote',
        source: 'normSource',
        from: 'normFrom',
        until: 'normUntil',
        highestLevel: 'normHighestLevel',
        lowestLevel: 'normLowestLevel',
      },
      relations: { unit: 'normUnit', per: 'normPer', indicator: 'normIndicator' },
    }),
    framework: t.relation('framework', { description: 'The framework that it is part of.' }),
    parent: t.relation('parent', {
      nullable: true,
      description: 'The item right above it; null for a heading.',
    }),
  }),
});

const frameworkItemConnection = connection(builder, 'FrameworkItem', {
  node: FrameworkItem,
  of: 'items of frameworks',
  facets: frameworkItemListing,
});

builder.drizzleObjectField(FrameworkItem, 'children', (t) =>
  t.related(frameworkItemListing, {
    description: 'The points right below it; those below them have it as an ancestor only.',
    connection: frameworkItemConnection,
    relation: 'children',
  }),
);

builder.drizzleObjectField('indicators', 'frameworkItems', (t) =>
  t.related(frameworkItemListing, {
    description: 'The points of frameworks that state a norm for it.',
    connection: frameworkItemConnection,
    relation: 'frameworkItems',
  }),
);

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
    source: t.exposeString('source', {
      nullable: true,
      description: 'The address of its text; null where none is known.',
    }),
    place: t.relation('place', {
      nullable: true,
      description: 'The place that it binds, with all in it; null where it binds every place.',
    }),
    items: t.related(frameworkItemListing, {
      description: 'Its items at every depth, in their order.',
      connection: frameworkItemConnection,
      relation: 'items',
    }),
  }),
});

const frameworkConnection = connection(builder, 'Framework', {
  node: Framework,
  of: 'frameworks',
});

builder.drizzleObjectField('places', 'frameworks', (t) =>
  t.related(frameworkListing, {
    description:
      'The frameworks that bind it and all in it, those of places that it lies in not included.',
    connection: frameworkConnection,
    relation: 'frameworks',
  }),
);

export const frameworkRoots = rootFields((t) => ({
  framework: t.lookup('frameworks', {
    typename: 'Framework',
    type: Framework,
    description: 'One framework by its id or code; null where there is none.',
  }),
  frameworks: t.page(frameworkListing, {
    description: 'The official frames that measures are held against.',
    connection: frameworkConnection,
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
