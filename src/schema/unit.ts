import { units } from '../db/tables/vocabulary.ts';
import { connection } from '../fields/connection.ts';
import { builder } from './builder.ts';
import * as listings from './listings.ts';
import { worded } from './worded.ts';

export const Unit = builder.drizzleNode('units', {
  name: 'Unit',
  description: 'What a figure counts or measures in (单位).',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'UCUM where it has the unit, otherwise an annotation such as "{case}".',
    }),
    name: worded(t, units, {
      description: 'Its name.',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
  }),
});

builder.queryFields((t) => ({
  unit: t.lookup('units', { typename: 'Unit', type: Unit, description: 'One unit.' }),
  units: t.page(listings.units, {
    description: 'The units that figures are given in.',
    connection: connection(builder, 'Unit', { node: Unit, of: 'units' }),
  }),
}));
