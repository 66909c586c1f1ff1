import { units } from '../db/tables/unit.ts';
import { connection } from '../fields/connection.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { builder, rootFields } from './builder.ts';
import { Additivity } from './enums.ts';
import { byCode, byName, ofReportCodes, present, theirCodes } from './listing-terms.ts';
import { translated, worded } from './worded.ts';

const filters = filterFieldsOf('units');

export const unitListing = declareListing({
  table: 'units',
  typename: 'Unit',
  rules: {
    codes: filters.ownCodes(theirCodes),
    reports: filters.codes(
      'reports',
      'The codes of the reports whose own units they are.',
      ofReportCodes,
    ),
    hasReport: filters.boolean(
      'Whether they are a report’s own, which nothing is compared by, and not the vocabulary’s.',
      (holds) => ({ reportId: present(holds) }),
    ),
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
      description:
        'UCUM where it has the unit, otherwise an annotation such as "{case}"; of a report’s own unit the report, the classifier and a number.',
    }),
    name: worded(t, units, {
      description:
        'Its name, such as 工作日 or working day; of a report’s own unit the classifier and the words beside the figure.',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    hasTranslation: translated(t, units, {
      what: 'name',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    additivity: t.expose('additivity', {
      type: Additivity,
      description: 'Whether figures in it can be added up.',
    }),
    report: t.relation('report', {
      nullable: true,
      description:
        'The report whose own unit it is, which no other’s figures are compared by; null for a unit of the vocabulary.',
    }),
  }),
});

export const unitConnection = connection(builder, 'Unit', { node: Unit, of: 'units' });

export const unitRoots = rootFields((t) => ({
  unit: t.lookup('units', {
    typename: 'Unit',
    type: Unit,
    description: 'One unit by its id or code; null where there is none.',
  }),
  units: t.page(unitListing, {
    description: 'The units that figures are given in.',
    connection: unitConnection,
  }),
}));
