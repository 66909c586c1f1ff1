import type { GroupRow } from '../db/groups/group.ts';
import type { TableName } from '../db/relations.ts';
import { connection } from '../fields/connection.ts';
import { withSpec } from '../fields/field-spec.ts';
import { listOfRow, namedRow } from '../fields/kinds/statement.ts';
import type { StatementRow } from '../fields/kinds/statement.ts';
import type { Withholding as WithholdingName } from '../vocabulary.ts';
import { builder, rootFields } from './builder.ts';
import { OutcomeDimension, OutcomeLevel, Withholding } from './enums.ts';
import { groupStatement } from './group-statement.ts';
import { Indicator } from './indicator.ts';
import { Place } from './place.ts';
import { Report } from './report.ts';
import { Section } from './section.ts';
import { Unit } from './unit.ts';
import { languageArgument } from './worded.ts';

type Group = StatementRow & Omit<GroupRow, 'isExact' | 'withheld'> & { isExact: boolean | null };

/** The row of a table that a value of the group names. */
const rowOf = (value: keyof GroupRow, table: TableName, typename: string) =>
  namedRow(builder, { value, column: 'id', isUnique: false, of: { table, typename } });

const shared = 'null where the groups are not by it, and for outcomes without one.';

const dimensionIn = ({ language }: { language: 'ZH' | 'EN' }) =>
  language === 'EN' ? 'dimensionEn' : 'byDIMENSION';

const populationIn = ({ language }: { language: 'ZH' | 'EN' }) =>
  language === 'EN' ? 'populationEn' : 'byPOPULATION';

/** For how many reasons a sum can be withheld at once. */
const costsOfReasons = { rows: 0, items: 8, inner: 0 };

const OutcomeGroup = builder.objectRef<Group>('OutcomeGroup').implement({
  description:
    'Outcomes that have something in common, with their figures put together as far as they may be (汇总).',
  fields: (t) => ({
    report: t.field({
      type: Report,
      nullable: true,
      description: `The report; ${shared}`,
      ...rowOf('byREPORT', 'reports', 'Report'),
    }),
    section: t.field({
      type: Section,
      nullable: true,
      description: `The section; ${shared}`,
      ...rowOf('bySECTION', 'sections', 'Section'),
    }),
    level: t.expose('byLEVEL', {
      type: OutcomeLevel,
      nullable: true,
      description: `The level; ${shared}`,
    }),
    unit: t.field({
      type: Unit,
      nullable: true,
      description:
        'The unit of all figures and changes; null where they differ, and where there are none.',
      ...rowOf('unitId', 'units', 'Unit'),
    }),
    indicator: t.field({
      type: Indicator,
      nullable: true,
      description: `The indicator; ${shared}`,
      ...rowOf('byINDICATOR', 'indicators', 'Indicator'),
    }),
    dimension: t.string({
      nullable: true,
      description: `Which part of a whole; ${shared}`,
      args: languageArgument,
      extensions: withSpec({ kind: 'property', of: dimensionIn }),
      resolve: (group, args) => group[dimensionIn(args)],
    }),
    population: t.string({
      nullable: true,
      description: `Of what it is told; ${shared}`,
      args: languageArgument,
      extensions: withSpec({ kind: 'property', of: populationIn }),
      resolve: (group, args) => group[populationIn(args)],
    }),
    place: t.field({
      type: Place,
      nullable: true,
      description: `The place; ${shared}`,
      ...rowOf('byPLACE', 'places', 'Place'),
    }),
    year: t.exposeInt('byYEAR', { nullable: true, description: `The year; ${shared}` }),
    period: t.exposeString('byPERIOD', {
      nullable: true,
      description: `The period, in EDTF or in the report’s words; ${shared}`,
    }),
    outcomeCount: t.exposeInt('count', { description: 'How many outcomes, statements included.' }),
    figureCount: t.exposeInt('figures', {
      description: 'How many of them hold a value; a change alone is none.',
    }),
    isExact: t.exposeBoolean('isExact', {
      nullable: true,
      description:
        'Whether every figure is exact; false where one is more than, about or at most its value. Null without figures.',
    }),
    sum: t.exposeFloat('sum', {
      nullable: true,
      description: 'The sum of the figures; null where it is withheld, and without figures.',
    }),
    sumLow: t.exposeFloat('sumLow', {
      nullable: true,
      description:
        'The least that the sum can be, from what each figure stands for: rounding and words such as 余 counted in. Null where a figure has no such bound, and where there is no sum.',
    }),
    sumHigh: t.exposeFloat('sumHigh', {
      nullable: true,
      description:
        'The most that the sum can be; null where a figure has no such bound, and where there is no sum.',
    }),
    mean: t.exposeFloat('mean', {
      nullable: true,
      description: 'Their arithmetic mean; null where it is withheld, and without figures.',
    }),
    minimum: t.exposeFloat('minimum', {
      nullable: true,
      description: 'The least figure; null where the units differ, and without figures.',
    }),
    maximum: t.exposeFloat('maximum', {
      nullable: true,
      description: 'The greatest figure; null where the units differ, and without figures.',
    }),
    withheld: t.field({
      type: [Withholding],
      ...listOfRow<WithholdingName>('withheld', costsOfReasons),
      description:
        'Why the sum, and what else each reason names, is withheld; empty where nothing is. A single figure is never withheld.',
    }),
  }),
});

const OutcomeGroupOrderField = builder.enumType('OutcomeGroupOrderField', {
  description:
    'By what groups of outcomes can be ordered; what has no value comes last either way.',
  values: {
    KEYS: { value: 'KEYS', description: 'What the groups are by, in the order given.' },
    COUNT: { value: 'COUNT', description: 'How many outcomes there are in the group.' },
    SUM: { value: 'SUM', description: 'The sum of the figures.' },
    MEAN: { value: 'MEAN', description: 'The arithmetic mean of the figures.' },
  } as const,
});

const OutcomeGroupOrder = builder.inputType('OutcomeGroupOrder', {
  description: 'What to order groups by, and which way.',
  fields: (t) => ({
    field: t.field({
      type: OutcomeGroupOrderField,
      required: true,
      description: 'What to order by.',
    }),
    direction: t.field({
      type: 'OrderDirection' as never,
      required: true,
      defaultValue: 'ASC' as never,
      description: 'Which way: ascending if left out.',
    }),
  }),
});

const groups = connection(builder, 'OutcomeGroup', {
  node: OutcomeGroup,
  of: 'groups of outcomes',
});

export const outcomeGroupRoots = rootFields((t) => ({
  outcomeGroups: t.statement(groupStatement, {
    connection: groups,
    description:
      'Outcomes put into groups, with their number and the sum, mean, minimum and maximum of their figures. What must not be added up is withheld, and the group says why; what nobody has reviewed is left out unless the filter has `reviewStates` or `codes`.',
    args: {
      groupBy: t.arg({
        type: [OutcomeDimension],
        required: true,
        description:
          'What outcomes of a group share; all of it together. Empty for one group of all.',
      }),
      orderBy: t.arg({ type: OutcomeGroupOrder, description: 'In which order; KEYS if left out.' }),
    },
  }),
}));
