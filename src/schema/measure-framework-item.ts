import { connection } from '../fields/connection.ts';
import { builder } from './builder.ts';
import { edgeParts } from './edge.ts';
import { FrameworkItem, frameworkItemListing } from './framework.ts';
import { Measure, measureListing } from './measure.ts';

/** That a measure serves an item of a framework, seen from either end. */
function edge(name: string, far: 'measure' | 'item') {
  const { cursor, node, select } = edgeParts(far);
  return builder.drizzleObject('measureFrameworkItems', {
    variant: name,
    description: `That a measure serves an item, with the ${far} at the other end.`,
    select,
    fields: (t) => ({
      cursor: t.string(cursor),
      node: t.relation(far, { ...node, description: `The ${far} at the other end.` }),
    }),
  });
}

const measureItems = connection(builder, 'MeasureFrameworkItem', {
  node: FrameworkItem,
  links: { edge: edge('MeasureFrameworkItemEdge', 'item'), through: 'item' },
  of: 'the framework items that a measure serves',
  facets: frameworkItemListing,
});

const itemMeasures = connection(builder, 'FrameworkItemMeasure', {
  node: Measure,
  links: { edge: edge('FrameworkItemMeasureEdge', 'measure'), through: 'measure' },
  of: 'the measures that serve a framework item',
  facets: measureListing,
});

builder.drizzleObjectField(Measure, 'frameworkItems', (t) =>
  t.related(frameworkItemListing, {
    description: 'The items of frameworks that it serves, as a curator judged.',
    connection: measureItems,
    relation: 'servings',
    through: 'item',
  }),
);

builder.drizzleObjectField(FrameworkItem, 'measures', (t) =>
  t.related(measureListing, {
    description: 'The measures of all reports that serve it, as curators judged.',
    connection: itemMeasures,
    relation: 'servings',
    through: 'measure',
  }),
);
