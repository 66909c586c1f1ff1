import { withSpec } from '../fields/field-spec.ts';
import { defaultGroups, groupRow, groupsOf, maximumGroups } from '../fields/groups.ts';
import type { Group } from '../fields/groups.ts';
import { filterInput } from '../fields/inputs.ts';
import { builder, rootFields } from './builder.ts';
import { OutcomeLevel, OutcomeDimension, Withholding } from './enums.ts';
import { Indicator } from './indicator.ts';
import { outcomeListing } from './outcome-listing.ts';
import { Place } from './place.ts';
import { Report } from './report.ts';
import { Section } from './section.ts';
import { Unit } from './unit.ts';
import { languageArgument } from './worded.ts';

const shared = 'null where the groups are not by it, and for outcomes without one.';

const dimensionIn = ({ language }: { language: 'ZH' | 'EN' }) =>
  language === 'EN' ? 'dimensionEn' : 'byDIMENSION';

const populationIn = ({ language }: { language: 'ZH' | 'EN' }) =>
  language === 'EN' ? 'populationEn' : 'byPOPULATION';

const OutcomeGroup = builder.objectRef<Group>('OutcomeGroup').implement({
  description:
    'Outcomes that have something in common, with their figures put together as far as they may be (汇总).',
  fields: (t) => ({
    report: t.field({
      type: Report,
      nullable: true,
      description: `The report; ${shared}`,
      ...groupRow({ table: 'reports', typename: 'Report', column: 'byREPORT' }),
    }),
    section: t.field({
      type: Section,
      nullable: true,
      description: `The section; ${shared}`,
      ...groupRow({ table: 'sections', typename: 'Section', column: 'bySECTION' }),
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
      ...groupRow({ table: 'units', typename: 'Unit', column: 'unitId' }),
    }),
    indicator: t.field({
      type: Indicator,
      nullable: true,
      description: `The indicator; ${shared}`,
      ...groupRow({ table: 'indicators', typename: 'Indicator', column: 'byINDICATOR' }),
    }),
    dimension: t.string({
      nullable: true,
      description: `Which part of a whole; ${shared}`,
      args: languageArgument,
      extensions: withSpec({ kind: 'member', of: dimensionIn }),
      resolve: (group, args) => group[dimensionIn(args)],
    }),
    population: t.string({
      nullable: true,
      description: `Of what it is told; ${shared}`,
      args: languageArgument,
      extensions: withSpec({ kind: 'member', of: populationIn }),
      resolve: (group, args) => group[populationIn(args)],
    }),
    place: t.field({
      type: Place,
      nullable: true,
      description: `The place; ${shared}`,
      ...groupRow({ table: 'places', typename: 'Place', column: 'byPLACE' }),
    }),
    year: t.exposeInt('byYEAR', { nullable: true, description: `The year; ${shared}` }),
    period: t.exposeString('byPERIOD', {
      nullable: true,
      description: `The period, in EDTF or in the report’s words; ${shared}`,
    }),
    count: t.exposeInt('count', { description: 'How many outcomes, statements included.' }),
    figures: t.exposeInt('figures', {
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
    withheld: t.expose('withheld', {
      type: [Withholding],
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
    COUNT: { value: 'COUNT', description: 'How many outcomes.' },
    SUM: { value: 'SUM', description: 'The sum.' },
    MEAN: { value: 'MEAN', description: 'The mean.' },
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
      description: 'Which way.',
    }),
  }),
});

export const outcomeGroupRoots = rootFields((t) => ({
  outcomeGroups: t.field({
    type: [OutcomeGroup],
    description:
      'Outcomes put into groups, with their number and the sum, mean, minimum and maximum of their figures. What must not be added up is withheld, and the group says why.',
    args: {
      filter: t.arg({
        type: filterInput(builder, outcomeListing) as never,
        description: 'Only the outcomes that pass all its fields.',
      }),
      by: t.arg({
        type: [OutcomeDimension],
        required: true,
        description:
          'What outcomes of a group share; all of it together. Empty for one group of all.',
      }),
      orderBy: t.arg({ type: OutcomeGroupOrder, description: 'In which order; KEYS if left out.' }),
      first: t.arg.int({
        description: `How many groups at most, from 0 to ${maximumGroups}; ${defaultGroups} if left out.`,
      }),
    },
    extensions: withSpec({ kind: 'groups', listing: outcomeListing }),
    resolve: (_root, args, context) => groupsOf(builder, outcomeListing, args as never, context),
  }),
}));
