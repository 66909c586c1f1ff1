import type {
  NormBound as NormBoundName,
  NormPeriod as NormPeriodName,
  PlaceLevel as PlaceLevelName,
} from '../vocabulary.ts';
import { builder } from './builder.ts';
import { NormBound, NormPeriod, PlaceLevel } from './enums.ts';
import { Indicator } from './indicator.ts';
import { Unit } from './unit.ts';

type NormRow = {
  bound: NormBoundName;
  value: number;
  period: NormPeriodName | null;
  quote: string;
  source: string;
  from: string;
  until: string | null;
  highestLevel: PlaceLevelName | null;
  lowestLevel: PlaceLevelName | null;
  unit: typeof Unit.$inferType;
  per: typeof Unit.$inferType | null;
  indicator: typeof Indicator.$inferType;
};

export const Norm = builder.objectRef<NormRow>('Norm').implement({
  description:
    'What an official frame asks of a figure (标准): at least, at most or exactly so many of a unit, for one indicator.',
  fields: (t) => ({
    bound: t.field({
      type: NormBound,
      description: 'Which way it bounds the figure.',
      resolve: ({ bound }) => bound,
    }),
    value: t.exposeFloat('value', { description: 'The number that it states, in its unit.' }),
    unit: t.field({
      type: Unit,
      description: 'What it counts or measures in: the unit of its indicator.',
      resolve: ({ unit }) => unit,
    }),
    per: t.field({
      type: Unit,
      nullable: true,
      description: 'Per what it asks for so many, such as a head (每人); null where per nothing.',
      resolve: ({ per }) => per,
    }),
    period: t.field({
      type: NormPeriod,
      nullable: true,
      description: 'In which time it asks for so many; null where it holds at any time.',
      resolve: ({ period }) => period,
    }),
    indicator: t.field({
      type: Indicator,
      description: 'The indicator whose figures it is about.',
      resolve: ({ indicator }) => indicator,
    }),
    from: t.expose('from', { type: 'Date', description: 'Its first day in force.' }),
    until: t.expose('until', {
      type: 'Date',
      nullable: true,
      description: 'Its last day in force; null where the source names none.',
    }),
    highestLevel: t.field({
      type: PlaceLevel,
      nullable: true,
      description: 'The highest rank of places that it binds; null where no such end is told.',
      resolve: ({ highestLevel }) => highestLevel,
    }),
    lowestLevel: t.field({
      type: PlaceLevel,
      nullable: true,
      description: 'The lowest rank of places that it binds; null where no such end is told.',
      resolve: ({ lowestLevel }) => lowestLevel,
    }),
    quote: t.exposeString('quote', { description: 'The words of the source that state it.' }),
    source: t.exposeString('source', { description: 'The address of the text that holds them.' }),
  }),
});
