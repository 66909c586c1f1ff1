import { builder } from './builder.ts';
import { OriginKind } from './enums.ts';

builder.drizzleObject('origins', {
  name: 'Origin',
  description:
    'Who or what said a fact first (来源): a rule or a model with its version, or a person. It stays with the fact after a curator has accepted it.',
  select: { columns: {} },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code among those of its report.' }),
    kind: t.expose('kind', { type: OriginKind, description: 'A rule, a model or a person.' }),
    name: t.exposeString('name', {
      description: 'What the rule, the model or the person is called.',
    }),
    version: t.exposeString('version', {
      nullable: true,
      description: 'Which version of the rule or the model; null for a person.',
    }),
    madeOn: t.expose('madeOn', {
      type: 'Date',
      nullable: true,
      description: 'The day on which it was said; null where nobody noted it.',
    }),
    report: t.relation('report', { description: 'The report whose facts it said.' }),
  }),
});
