import { builder } from './builder.ts';
import { Report } from './report.ts';
import { unitConnection, unitListing } from './unit.ts';

builder.drizzleObjectField(Report, 'units', (t) =>
  t.related(unitListing, {
    description:
      'The units of its own: what its figures count by a classifier that the vocabulary knows nothing for.',
    connection: unitConnection,
    relation: 'units',
  }),
);
