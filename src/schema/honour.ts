import { honours } from '../db/tables/report.ts';
import { builder } from './builder.ts';
import { worded } from './worded.ts';

builder.drizzleNode('honours', {
  name: 'Honour',
  description: 'A title that a place was given (荣誉).',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    name: worded(t, honours, {
      description: 'The title.',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    place: t.relation('place', { description: 'The place that was given it.' }),
    awarder: t.relation('awarder', {
      nullable: true,
      description: 'Who gave it; null where the report does not tell.',
    }),
    document: t.relation('document', {
      nullable: true,
      description: 'The document that gave it; null where the report names none.',
    }),
    batch: t.exposeInt('batch', {
      nullable: true,
      description: 'In which round of the programme (第三批 is 3).',
    }),
    recipientCount: t.exposeInt('recipients', {
      nullable: true,
      description:
        'How many places the same decision names, this one included: context, not this place’s result.',
    }),
    evidence: t.relation('evidence', { description: 'The words that tell of it.' }),
    report: t.relation('report', { description: 'The report that tells of it.' }),
  }),
});
