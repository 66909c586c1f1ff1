import { units } from '../db/tables/vocabulary.ts';
import { connection } from '../fields/connection.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { builder, rootFields } from './builder.ts';
import { Additivity } from './enums.ts';
import { byCode, byName, theirCodes } from './listing-terms.ts';
import { worded } from './worded.ts';

const filters = filterFieldsOf('units');

const unitListing = declareListing({
  table: 'units',
  typename: 'Unit',
  rules: {
    codes: filters.codes('units', theirCodes, (values) => ({ code: { in: values } })),
    outcomes: filters.relation('outcomes', 'Units of such an outcome.'),
  },
  orders: { CODE: byCode, NAME: byName },
});

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
      description: 'Its name, such as 工作日 or working day.',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    additivity: t.expose('additivity', {
      type: Additivity,
      description: 'Whether figures in it can be added up.',
    }),
  }),
});

export const unitRoots = rootFields((t) => ({
  unit: t.lookup('units', {
    typename: 'Unit',
    type: Unit,
    description: 'One unit by its id or code; null where there is none.',
  }),
  units: t.page(unitListing, {
    description: 'The units that figures are given in.',
    connection: connection(builder, 'Unit', { node: Unit, of: 'units' }),
  }),
}));
