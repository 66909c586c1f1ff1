import { frameworkItems, frameworks } from '../db/tables/fidelity.ts';
import { seedBounds } from '../limits.ts';
import { builder } from './builder.ts';
import { worded } from './worded.ts';

/** No framework has more items, and no item more measures of one page, than this. */
const maximumItems = seedBounds.frameworkItems;

builder.drizzleNode('frameworks', {
  name: 'Framework',
  description: 'An official frame that measures are held against, in one edition (框架).',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    name: worded(t, frameworks, {
      description: 'Its name.',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    edition: t.exposeString('edition', { description: 'Which edition it is.' }),
    items: t.relation('items', {
      query: { orderBy: { ordinal: 'asc' }, limit: maximumItems },
      description: 'Its items, in order.',
    }),
  }),
});

builder.drizzleNode('frameworkItems', {
  name: 'FrameworkItem',
  description: 'One item of a framework, such as a heading of the Outline (框架条目).',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    ordinal: t.exposeInt('ordinal', { description: 'Its place in the framework, from 1.' }),
    title: worded(t, frameworkItems, {
      description: 'Its title.',
      of: ({ titleZh, titleEn }) => ({ zh: titleZh, en: titleEn }),
    }),
    framework: t.relation('framework', { description: 'The framework that it is part of.' }),
  }),
});

builder.drizzleObjectField('measures', 'frameworkItems', (t) =>
  t.relation('frameworkItems', {
    query: { orderBy: { ordinal: 'asc' }, limit: maximumItems },
    description: 'The items of frameworks that it serves, as a curator judged.',
  }),
);
